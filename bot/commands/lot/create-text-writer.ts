import type { Scribe } from '#bot/render/scribe.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { type MessageArg, toMessage } from '#corpus/law/message.ts';
import { toEcho, toExemple } from '../options/parsed.ts';
import type { LotWriter } from './lot-writer.ts';
import { rememberSentences, type Write } from './remember-sentences.ts';
import type { LigneRendue } from './render-ligne.ts';

/** The result for a reader, a few lines for each community, and the count at the end. */
export function createTextWriter(scribe: Scribe): LotWriter {
  const write = rememberSentences(scribe);
  return {
    open: () => '',
    add: (ligne) => `${renderLigne(ligne, write).join('\n')}\n\n`,
    close: (compte) => {
      const args = Object.entries(compte).map(([name, valeur]) => [name, toNombre(valeur)] as const);
      return `${scribe.write(toMessage('lot-compte', Object.fromEntries(args)))}\n`;
    },
  };
}

function renderLigne(ligne: LigneRendue, write: Write): readonly string[] {
  const { lectures, echeances, reason, missing, hypotheses, notComputed, erreurs } = ligne;
  return [
    renderHead(ligne, write),
    ...renderBornes(ligne, write).map((bornes) => `  ${bornes}`),
    ...lectures.map((lecture) => {
      const texte = toExemple(lecture.hypothese);
      return `  — ${write(toMessage('lot-texte', { texte }))} : ${renderBornes(lecture, write).join('')}`;
    }),
    ...echeances.map(({ date, label }) => {
      const jour = { kind: 'date', date: CalendarDate.parse(date) } as const;
      return `  ${write(toMessage('lot-echeance', { jour, label: toExemple(label) }))}`;
    }),
    ...hypotheses.map((texte) => `  ${write(toMessage('lot-hypothese', { texte: toExemple(texte) }))}`),
    ...notComputed.map((texte) => `  ${write(toMessage('lot-non-calcule', { texte: toExemple(texte) }))}`),
    ...[...(reason === null ? [] : [reason]), ...missing].map((texte) => {
      return `  ${write(toMessage('lot-a-preciser', { texte: toExemple(texte) }))}`;
    }),
    ...erreurs.map(({ champ, message }) => {
      const texte = toExemple(message);
      if (champ === '') return `  ${write(toMessage('lot-erreur', { texte }))}`;
      return `  ${write(toMessage('lot-erreur-colonne', { champ: toEcho(champ), texte }))}`;
    }),
  ];
}

function renderHead({ ligne, nom, taille, annee }: LigneRendue, write: Write): string {
  const numero = toNombre(ligne);
  const named = nom === null ? toMessage('lot-ligne-sans-nom', { ligne: numero }) : undefined;
  const head = write(named ?? toMessage('lot-ligne', { ligne: numero, nom: toEcho(nom ?? '') }));
  const tailles = taille === null ? [] : [taille].flat();
  const parts = [
    ...(tailles.length === 0 ? [] : [toMessage('lot-taille', { tailles: toExemple(tailles.join(' / ')) })]),
    ...(annee === null ? [] : [toMessage('lot-annee', { annee: toNombre(annee, 'annee-contrat') })]),
  ];
  return [head, ...parts.map(write)].join(', ');
}

function renderBornes(
  bornes: Pick<LigneRendue, 'total' | 'estimation' | 'maximum' | 'plafond'>,
  write: Write,
): readonly string[] {
  const parts = (['total', 'estimation', 'maximum', 'plafond'] as const).flatMap((key) => {
    const montant = bornes[key];
    if (montant === null) return [];
    return [write(toMessage(`lot-borne-${key}`, { montant: { kind: 'euros', centimes: toCentimes(montant) } }))];
  });
  return parts.length === 0 ? [] : [parts.join(' ; ')];
}

function toNombre(valeur: number, unite?: 'annee-contrat'): MessageArg {
  return unite === undefined ? { kind: 'nombre', valeur } : { kind: 'nombre', valeur, unite };
}
