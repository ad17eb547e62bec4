import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toEuros } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { ChiffreConnu } from '#tools/verification/chiffre.ts';
import { seal } from '../gate.ts';
import type { ChiffreLu } from '../verification/create-verification.ts';
import type { Referentiel } from './referentiel.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe, type Scribe } from './scribe.ts';

/** Figures of a text with their verdicts, as one JSON object; positions are UTF-16 offsets, end excluded. */
export function renderVerificationJson(
  chiffres: readonly ChiffreLu[],
  asOf: CalendarDate,
  { vocabulary, corpus }: Referentiel,
): object {
  const scribe = createScribe('verification', asOf, vocabulary);
  return {
    asOf,
    figures: chiffres.map(({ text, start, end, decrit, verifie }) => {
      const { verdict, lectures, attendus, raison, references } = verifie;
      const [lecture] = lectures;
      return {
        text,
        position: [start, end],
        verdict,
        ...(attendus.length > 0 ? { attendu: seal(renderAttendus(attendus, scribe)) } : {}),
        references: renderReferencesJson(references, corpus),
        value: toValue(decrit),
        unit: decrit.unite,
        ...(lecture ? { label: scribe.write(lecture.label, lecture), statut: lecture.statut } : {}),
        ...(lecture?.fin ? { depuis: lecture.fin } : {}),
        raison: scribe.write(raison),
        lectures: lectures.map((connu) => scribe.write(connu.label, connu)),
      };
    }),
  };
}

/** What the texts say instead: the value alone, or each with its name when there are several. */
export function renderAttendus(attendus: readonly ChiffreConnu[], scribe: Scribe): LicensedText {
  const values = new Set(attendus.map(({ valeur }) => valeur));
  const texts = attendus.map((connu) => {
    const valeur = scribe.phrase('verif-attendu', { valeur: connu.montre }, connu);
    if (values.size === 1) return valeur;
    const label = scribe.phrase(connu.label.code, connu.label.args, connu);
    return scribe.phrase('verif-attendu-nomme', { valeur, label }, connu);
  });
  return joinLicensed(values.size === 1 ? texts.slice(0, 1) : texts, ', ');
}

/** Euros, inhabitants, months, points of percentage, things counted; the first day of a date. */
function toValue({ unite, valeur, jours }: ChiffreLu['decrit']): number | string {
  if (unite === 'EUR') return toEuros(valeur as never);
  if (unite === 'pourcent') return Math.round(valeur * 1e4) / 100;
  return jours ? jours[0] : valeur;
}
