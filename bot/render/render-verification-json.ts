import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toEuros } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { ChiffreConnu } from '#tools/verification/chiffre.ts';
import { seal } from '../gate.ts';
import type { ChiffreLu } from '../verification/create-verification.ts';
import { joinPoints } from './join-points.ts';
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
  // Many figures of a long text share a reading: its sentences are made once.
  const told = new Map<unknown, string>();
  function tell(key: unknown, write: () => string): string {
    const known = told.get(key) ?? write();
    told.set(key, known);
    return known;
  }
  const label = (connu: ChiffreConnu) => tell(connu, () => scribe.write(connu.label, connu));
  return {
    asOf,
    figures: chiffres.map(({ text, start, end, decrit, verifie }) => {
      const { verdict, lectures, attendus, raison, references } = verifie;
      const [lecture] = lectures;
      const attendu = () => tell(JSON.stringify(attendus), () => seal(renderAttendus(attendus, scribe)));
      return {
        text,
        position: [start, end],
        verdict,
        ...(attendus.length > 0 ? { attendu: attendu() } : {}),
        references: renderReferencesJson(references, corpus),
        value: toValue(decrit),
        unit: decrit.unite,
        ...(lecture ? { label: label(lecture), statut: lecture.statut } : {}),
        ...(lecture?.fin ? { depuis: lecture.fin } : {}),
        raison: tell(JSON.stringify(raison), () => scribe.write(raison)),
        lectures: lectures.map(label),
      };
    }),
  };
}

/** What the texts say instead: each value once; with the sizes or missions it is for when there are several. */
export function renderAttendus(attendus: readonly ChiffreConnu[], scribe: Scribe): LicensedText {
  const groups = new Map<string, ChiffreConnu[]>();
  for (const connu of attendus) {
    const key = JSON.stringify(connu.montre);
    groups.set(key, [...(groups.get(key) ?? []), connu]);
  }
  const texts = [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return [];
    const valeur = scribe.phrase(toCode(first), { valeur: first.montre }, first);
    if (groups.size === 1) return valeur;
    const noms = joinLicensed(listNoms(group, scribe), ', ');
    return scribe.phrase('verif-attendu-nomme', { valeur, noms }, first);
  });
  return joinPoints(texts, scribe.phrase);
}

function toCode({ unite }: ChiffreConnu): string {
  return unite === 'habitants' ? 'verif-attendu-habitants' : 'verif-attendu';
}

/** What tells values apart: their sizes, their missions, else their whole names. */
function listNoms(group: readonly ChiffreConnu[], scribe: Scribe): readonly LicensedText[] {
  const noms = group.flatMap((connu): LicensedText[] => {
    const { taille, missions, label } = connu;
    if (taille !== undefined)
      return [scribe.phrase('verif-taille', { taille: { kind: 'taille', numero: toNumeroTaille(taille) } }, connu)];
    if (missions.length > 0)
      return missions.map((code) => scribe.phrase('verif-mission', { mission: { kind: 'mission', code } }));
    return [scribe.phrase(label.code, label.args, connu)];
  });
  const seen = new Set<string>();
  return noms.filter((nom) => {
    const key = JSON.stringify(nom);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Euros, inhabitants, months, points of percentage, things counted; the first day of a date. */
function toValue({ unite, valeur, jours }: ChiffreLu['decrit']): number | string {
  if (unite === 'EUR') return toEuros(valeur as never);
  if (unite === 'pourcent') return Math.round(valeur * 1e4) / 100;
  return jours ? jours[0] : valeur;
}
