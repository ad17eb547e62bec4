import { parseMontant } from '#bot/commands/options/parse-montant.ts';
import { warnJoursFuturs } from '#bot/commands/warn-jours-futurs.ts';
import { listMontantsDePassages } from '#bot/list-montants-de-passages.ts';
import { describeMontant } from '#bot/render/describe-montant.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { findLectures } from '#tools/montant/find-lectures.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { Atelier, CommandeRecue } from './recue.ts';
import { renderMessages, renderTold, toParts } from './render-messages.ts';

/** `/cpts montant 56 250 €`: what an amount met somewhere can be. */
export function runMontant({ suite }: CommandeRecue, { parole, donnees, today }: Atelier): Delivery {
  const { referentiel, lang, say, write } = parole;
  const exemple = { kind: 'donnee', fr: '', en: '', ...donnees.commandes.montant.exemples } as const;
  if (suite === '') return renderTold(say('commandes-montant-comment', { exemple }));
  const parsed = parseMontant(lang === 'en' ? toFrenchAmount(suite) : suite);
  if (parsed.kind === 'problem') return renderTold(say(parsed.message.code, parsed.message.args));
  const { parametres, corpus } = referentiel;
  const found = findLectures(parsed.value, () => listMontantsDePassages(corpus.passages, today), parametres, today);
  const outcome = warnJoursFuturs(found, [today], today);
  const scribe = write('montant', today);
  const { titre, lectures, enonces, rubriques } = describeMontant(outcome, parsed.value, scribe);
  return renderMessages(
    toParts({
      enonces: [...(titre ? [titre] : []), ...lectures.map((lecture): LicensedText => ['• ', ...lecture]), ...enonces],
      rubriques,
      jour: scribe.phrase('interface-jour', { asOf: { kind: 'date', date: today } }),
    }),
    parole,
  );
}

/** « €56,250 » as the reader of amounts takes it. */
export function toFrenchAmount(text: string): string {
  const plain = text.replace(/^\s*€\s*(.*)$/u, '$1 €');
  return /\d,\d{3}(?!\d)/.test(plain) ? plain.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, ' ') : plain;
}
