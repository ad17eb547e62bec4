import { seal } from '#bot/gate.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import { toEcho, toExemple } from '../options/parsed.ts';
import type { LotWriter } from './lot-writer.ts';
import type { LigneRendue } from './render-ligne.ts';

/** The result for a reader, a few lines for each community, and the count at the end. */
export function createTextWriter(scribe: Scribe): LotWriter {
  return {
    open: () => '',
    add: (ligne) => `${seal(joinLicensed(renderLigne(ligne, scribe), '\n'))}\n\n`,
    close: ({ lignes, calculees, ambigues, incompletes, erreurs }) => {
      const counts = { lignes, calculees, ambigues, incompletes, erreurs };
      const args = Object.fromEntries(Object.entries(counts).map(([name, valeur]) => [name, toNombre(valeur)]));
      return `${seal(scribe.phrase('lot-compte', args))}\n`;
    },
  };
}

function renderLigne(ligne: LigneRendue, scribe: Scribe): readonly LicensedText[] {
  const { taille, annee, lectures, echeances, missing, erreurs } = ligne;
  const tailles = typeof taille === 'object' && taille !== null ? taille : taille === null ? [] : [taille];
  const nom = ligne.nom === null ? scribe.phrase('lot-sans-nom') : scribe.phrase('lot-nom', { nom: toEcho(ligne.nom) });
  const head = [
    scribe.phrase('lot-ligne', { ligne: toNombre(ligne.ligne), nom }),
    ...(tailles.length === 0 ? [] : [scribe.phrase('lot-taille', { tailles: toExemple(tailles.join(' / ')) })]),
    ...(annee === null
      ? []
      : [scribe.phrase('lot-annee', { annee: { kind: 'nombre', valeur: annee, unite: 'annee-contrat' } })]),
  ];
  return [
    joinLicensed(head, ', '),
    ...renderBornes(ligne, scribe),
    ...lectures.map((lecture): LicensedText => {
      const bornes = renderBornes(lecture, scribe).flat();
      return ['  — ', ...scribe.phrase('lot-texte', { texte: toExemple(lecture.hypothese) }), ' :', ...bornes];
    }),
    ...echeances.map(({ date, label }): LicensedText => {
      const jour = { kind: 'date', date: CalendarDate.parse(date) } as const;
      return ['  ', ...scribe.phrase('lot-echeance', { jour, label: toExemple(label) })];
    }),
    ...renderList('lot-non-calcule', ligne.notComputed, scribe),
    ...renderList('lot-a-preciser', missing, scribe),
    ...erreurs.map(({ champ, message }): LicensedText => {
      const texte = toExemple(message);
      if (champ === '') return ['  ', ...scribe.phrase('lot-erreur', { texte })];
      return ['  ', ...scribe.phrase('lot-erreur-colonne', { champ: toEcho(champ), texte })];
    }),
  ];
}

function renderList(code: string, texts: readonly string[], scribe: Scribe): readonly LicensedText[] {
  if (texts.length === 0) return [];
  return [['  ', ...scribe.phrase(code, { texte: toExemple(texts.join(' ; ')) })]];
}

function renderBornes(bornes: Pick<LigneRendue, 'total' | 'estimation' | 'maximum' | 'plafond'>, scribe: Scribe) {
  const parts = (['total', 'estimation', 'maximum', 'plafond'] as const).flatMap((key) => {
    const montant = bornes[key];
    if (montant === null) return [];
    return [scribe.phrase(`lot-borne-${key}`, { montant: { kind: 'euros', centimes: toCentimes(montant) } })];
  });
  return parts.length === 0 ? [] : [['  ', ...joinLicensed(parts, ' ; ')] as LicensedText];
}

function toNombre(valeur: number): MessageArg {
  return { kind: 'nombre', valeur };
}
