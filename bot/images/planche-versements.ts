import { describeFinancement } from '#bot/render/describe-financement.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Financement, Versement } from '#tools/financement/financement.ts';
import { listValues, type Outcome } from '#tools/outcome.ts';
import type { Rang, TableauDeRangs } from './lay-rangs.ts';
import type { Remplissage } from './planche.ts';
import { type Tableau, tellAlternative, toNom } from './planche-financement.ts';

/**
 * The payments of a whole contract, a bar for each contract year: what has a day, what has none, what is estimated.
 * @param outcome funding of the whole contract
 * @returns undefined when nothing could be computed
 */
export function describeVersementsImage(
  outcome: Outcome<Financement>,
  nom: string | undefined,
  scribe: Scribe,
): Tableau<TableauDeRangs> | undefined {
  const values = listValues(outcome);
  const { titre, lectures } = describeFinancement(outcome, scribe);
  if (!titre || values.length === 0) return undefined;
  const groupes = values.map((value, index) => ({ titre: lectures[index]?.nom, rangs: listAnnees(value, scribe) }));
  const remplissages = new Set(
    groupes.flatMap(({ rangs }) => rangs.flatMap(({ parts }) => parts.map(({ remplissage }) => remplissage))),
  );
  const tableau = {
    titre: scribe.phrase('image-versements'),
    sousTitres: [...(nom === undefined ? [] : [toNom(nom, scribe)]), titre],
    groupes,
    legende: LEGENDE.filter(({ remplissage }) => remplissages.has(remplissage)).map(({ remplissage, code }) => ({
      remplissage,
      nom: scribe.phrase(code),
    })),
    pied: hasInconnus(outcome) ? [scribe.phrase('image-versements-inconnus')] : [],
  };
  return { tableau, alternative: tellAlternative(tableau, scribe) };
}

const LEGENDE = [
  { remplissage: 'plein', code: 'image-legende-date' },
  { remplissage: 'clair', code: 'image-legende-sans-date' },
  { remplissage: 'hachures', code: 'image-legende-estime-date' },
  { remplissage: 'hachures-claires', code: 'image-legende-estime-sans-date' },
] as const;

function listAnnees(value: Financement, scribe: Scribe): readonly Rang[] {
  const years = Map.groupBy(value.versements, ({ annee }) => annee);
  return [...years].map(([annee, versements]) => {
    const parts = versements.map((versement) => ({
      centimes: versement.montant,
      remplissage: toRemplissage(versement, value),
    }));
    return {
      nom:
        annee === null
          ? scribe.phrase('image-annee-pleine')
          : scribe.phrase('image-annee-contrat', {
              annee: { kind: 'nombre', valeur: annee, unite: 'annee-contrat' },
            }),
      montant: scribe.phrase('cli-montant', { montant: sum(versements.filter((one) => !isEstime(one, value))) }),
      parts: ORDER.flatMap((remplissage) => parts.filter((part) => part.remplissage === remplissage)),
      note: tellNote(versements, value, scribe),
    };
  });
}

const ORDER: readonly Remplissage[] = ['plein', 'clair', 'hachures', 'hachures-claires'];

function toRemplissage(versement: Versement, value: Financement): Remplissage {
  const estime = isEstime(versement, value);
  if (versement.date !== null) return estime ? 'hachures' : 'plein';
  return estime ? 'hachures-claires' : 'clair';
}

/** A payment of a line that was read in local contracts only is an estimate. */
function isEstime({ annee, label }: Versement, { lignes }: Financement): boolean {
  const { mission } = label.args;
  return lignes.some(
    (ligne) =>
      ligne.statut === 'releve-local' &&
      mission?.kind === 'mission' &&
      ligne.mission === mission.code &&
      ligne.annee === annee,
  );
}

function sum(versements: readonly Versement[]) {
  return { kind: 'euros', centimes: addCentimes(...versements.map(({ montant }) => montant)) } as const;
}

/** The days, then what it would be with the estimates: never under one number with what the law gives. */
function tellNote(versements: readonly Versement[], value: Financement, scribe: Scribe): LicensedText {
  const dates = tellDates(versements, scribe);
  if (!versements.some((one) => isEstime(one, value))) return dates;
  return joinLicensed([scribe.phrase('image-avec-estimations', { montant: sum(versements) }), dates], ' ; ');
}

function tellDates(versements: readonly Versement[], scribe: Scribe): LicensedText {
  const days = versements.flatMap(({ date }) => (date === null ? [] : [date]));
  const distinct = [...new Set<CalendarDate>(days)].sort();
  const told = distinct.map((date) => scribe.phrase('image-le', { jour: { kind: 'date', date } }));
  const without = versements.some(({ date }) => date === null) ? [scribe.phrase('image-sans-date')] : [];
  return joinLicensed([...told, ...without], ', ');
}

function hasInconnus(outcome: Outcome<Financement>): boolean {
  const gaps = outcome.kind === 'computed' || outcome.kind === 'ambiguous' ? outcome.notComputed : [];
  return gaps.some(({ code }) => code === 'montant-mission-inconnu');
}
