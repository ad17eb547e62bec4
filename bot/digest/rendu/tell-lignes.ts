import type { Args } from '#bot/answer/render-message.ts';
import { tellValeur } from '#bot/answer/tell-valeur.ts';
import { tellAppui } from '#bot/render/describe-echeance.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import type { EcheanceChangee } from '#tools/nouveautes/compare-echeances.ts';
import type { PassageNouveau, TexteNouveau } from '#tools/nouveautes/list-nouveautes.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { EcheanceSuivie, EstimationChangee, VersementAttendu } from '../contenu/digest.ts';

/** Between what a line says and what it rests on. */
const SEPARATEUR = ' — ';

/** « 15 janvier 2027, dans 30 jours : Démarrage de la mission … — en vigueur, d'après : … ». */
export function tellEcheance(echeance: EcheanceSuivie, scribe: Scribe): LicensedText {
  const { date, joursRestants, label, suivi, statut, references, reporteAu } = echeance;
  const appui = { statut, confiance: null, references };
  const line = scribe.phrase('digest-echeance', {
    jour: scribe.phrase('cli-jour', { jour: { kind: 'date', date } }, appui),
    delai: tellDelai(joursRestants, scribe),
    label: scribe.phrase(label.code, label.args, appui),
  });
  const reporte = reporteAu && scribe.phrase('digest-reporte', { jour: { kind: 'date', date: reporteAu } });
  const told = suivi && scribe.phrase(suivi.phrase.code, suivi.phrase.args);
  return joinLicensed([line, ...keep(told, reporte), tellFondement(appui, scribe)], SEPARATEUR);
}

/** « 15 mars 2027, dans 4 mois : 30 000 €, avance … — en vigueur, d'après : … ». */
export function tellVersement(versement: VersementAttendu, scribe: Scribe): LicensedText {
  const { date, joursRestants, montant, label, statut, confiance, references, hypothese } = versement;
  const appui = { statut, confiance, references };
  const line = scribe.phrase('digest-versement', {
    jour: scribe.phrase('cli-jour', { jour: { kind: 'date', date } }, appui),
    delai: tellDelai(joursRestants, scribe),
    montant: scribe.phrase('cli-montant', { montant: { kind: 'euros', centimes: montant } }, appui),
    label: scribe.phrase(label.code, label.args, appui),
  });
  const lecture = joinLicensed(
    hypothese.map(({ code, args }) => scribe.phrase(code, args)),
    ', ',
  );
  const reading = hypothese.length === 0 ? undefined : scribe.phrase('digest-versement-lecture', { lecture });
  return joinLicensed([line, ...keep(reading, statut && tellFondement({ ...appui, statut }, scribe))], SEPARATEUR);
}

/** Every line of an estimate that changed, under its name and its contract year. */
export function tellEstimation({ nom, annees }: EstimationChangee, scribe: Scribe): readonly LicensedText[] {
  return annees.flatMap(({ annees: rangs, hypothese, differences }) => {
    const heads = keep(
      nom === null ? undefined : scribe.phrase('digest-estimation', { nom: toNomDonne(nom) }),
      tellAnnees(rangs, scribe),
      ...hypothese.map(({ code, args }) => scribe.phrase(code, args)),
    );
    return differences.map((difference) => {
      const line = tellDifference(difference, scribe);
      return heads.length === 0 ? line : joinLicensed([...heads, line], ', ');
    });
  });
}

/** « Plafond annuel annoncé : 220 000 €, puis 287 500 € — cause : … ». */
export function tellDifference(difference: Difference, scribe: Scribe): LicensedText {
  const { a, b, cause } = difference;
  const args = { label: tellLabel(difference, scribe), avant: tellMesure(a, scribe), apres: tellMesure(b, scribe) };
  const because =
    cause &&
    scribe.phrase('digest-change-cause', {
      texte: { kind: 'texte', id: cause.texte },
      jour: { kind: 'date', date: cause.jour },
    });
  const appui = b.statut === null ? a : b;
  const { statut } = appui;
  return joinLicensed(
    [scribe.phrase(toCode(a, b), args), ...keep(because, statut && tellFondement({ ...appui, statut }, scribe))],
    SEPARATEUR,
  );
}

/** « année de contrat 3 », « années de contrat 3 à 5 ». */
function tellAnnees(rangs: readonly number[], scribe: Scribe): LicensedText | undefined {
  const [first, last] = [rangs[0], rangs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [de, a] = [first, last].map((valeur) => ({ kind: 'nombre', valeur, unite: 'annee-contrat' }) as const);
  if (first === last || !de || !a) return scribe.phrase('digest-annee', { annee: { kind: 'nombre', valeur: first } });
  return scribe.phrase('digest-annees', { de, a });
}

/** A line that a side does not have begins, or ends; one whose value is unknown there changes. */
function toCode(a: Mesure, b: Mesure): string {
  if (b.valeur && a.note && SANS_LIGNE.includes(a.note.code)) return 'digest-regle-nouvelle';
  return a.valeur && b.note && SANS_LIGNE.includes(b.note.code) ? 'digest-regle-finie' : 'digest-change';
}

const SANS_LIGNE: readonly string[] = ['comparaison-sans-equivalent', 'comparaison-mission-pas-encore'];

function tellMesure(mesure: Mesure, scribe: Scribe): LicensedText {
  const { valeur, note } = mesure;
  if (valeur) return tellValeur(valeur, scribe.phrase, mesure);
  return note ? scribe.phrase(note.code, note.args, mesure) : scribe.phrase('comparaison-absent');
}

function tellLabel({ label, taille }: Pick<Mesure, 'label' | 'taille'>, scribe: Scribe): LicensedText {
  const text = scribe.phrase(label.code, label.args);
  if (taille === null) return text;
  const numero = { kind: 'taille', numero: toNumeroTaille(taille) } as const;
  return joinLicensed([text, scribe.phrase('comparaison-cote-taille', { taille: numero })], ', ');
}

/** An échéance that the texts moved, made or took away. */
export function tellEcheanceChangee(changee: EcheanceChangee, scribe: Scribe): LicensedText {
  const { label, avant, apres, statut, references } = changee;
  const appui = { statut, confiance: null, references };
  const args = {
    label: scribe.phrase(label.code, label.args, appui),
    ...(avant === null ? {} : { avant: { kind: 'date', date: avant } as const }),
    ...(apres === null ? {} : { apres: { kind: 'date', date: apres } as const }),
  };
  const known = apres === null ? 'digest-echeance-retiree' : 'digest-echeance-deplacee';
  const code = avant === null ? 'digest-echeance-nouvelle' : known;
  return joinLicensed([scribe.phrase(code, args, appui), tellFondement(appui, scribe)], SEPARATEUR);
}

/** « avenant 2 : en vigueur depuis le 31 mars 2022 ». */
export function tellTexte({ texte, nature, jour }: TexteNouveau, scribe: Scribe): LicensedText {
  const references = [{ texte: texte.id, refs: texte.refs }];
  const args: Args = {
    texte: { kind: 'texte', id: texte.id },
    ...(jour ? { jour: { kind: 'date', date: jour } as const } : {}),
  };
  return scribe.phrase(`digest-texte-${nature}`, args, { statut: null, confiance: null, references });
}

/** « avenant 2 : 12 passages nouveaux ou revus, dont « Plafonds annuels » (en vigueur) ». */
export function tellPassages(passages: readonly PassageNouveau[], scribe: Scribe): readonly LicensedText[] {
  const byTexte = Map.groupBy(passages, ({ passage }) => passage.texte);
  return [...byTexte].map(([id, own]) => {
    const shown = own.find(({ passage }) => passage.statut === 'en-vigueur') ?? own[0];
    return scribe.phrase('digest-passages-texte', {
      texte: { kind: 'texte', id },
      nombre: { kind: 'nombre', valeur: own.length },
      titre: toDonnee(shown?.passage.titre ?? ''),
      statut: scribe.phrase(`statut-${shown?.passage.statut ?? 'en-vigueur'}`),
    });
  });
}

/** Standing and texts, each text once, with its article when one was read. */
function tellFondement(appui: Parameters<typeof tellAppui>[0], scribe: Scribe): LicensedText {
  const { references } = appui;
  const textes = references.filter(({ texte, article }, index) => {
    const same = references.filter((other) => other.texte === texte);
    const best = same.find((other) => other.article !== undefined) ?? same[0];
    return article === undefined
      ? best === references[index]
      : same.find((other) => other.article === article) === references[index];
  });
  return tellAppui({ ...appui, references: textes }, scribe);
}

/** « dans 30 jours », « il y a 12 jours », « aujourd'hui ». */
function tellDelai(joursRestants: number, scribe: Scribe): LicensedText {
  if (joursRestants === 0) return scribe.phrase('interface-etat-aujourdhui');
  const jours = { kind: 'duree', valeur: Math.abs(joursRestants), unite: 'jours' } as const;
  return scribe.phrase(joursRestants < 0 ? 'interface-etat-depassee' : 'interface-etat-a-venir', { jours });
}

/** A name as the community writes it: its figures are those of its profile. */
export function toNomDonne(nom: string): LicensedText {
  const text = nom.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const figure = { text, value: text, unit: 'identifiant', label: 'nom', statut: null, confiance: null } as const;
  return [{ ...figure, origin: { type: 'profile', field: 'nom' }, references: [] }];
}

function keep(...texts: readonly (LicensedText | null | undefined | '')[]): readonly LicensedText[] {
  return texts.filter((text) => text !== null && text !== undefined && text !== '');
}
