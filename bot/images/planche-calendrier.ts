import type { Scribe } from '#bot/render/scribe.ts';
import { type CalendarDate, daysBetween, FIRST_DAY, toParts } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Boite, Jalon, Ligne, Measure, Planche, Trait } from './planche.ts';
import { type Tableau, toNom } from './planche-financement.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap-text.ts';

/** One mission, or the contract: its windows on the scale of days, and the days that count. */
export type Bande = {
  readonly nom: LicensedText;
  readonly fenetres: readonly {
    readonly de: CalendarDate;
    readonly a: CalendarDate;
    readonly remplissage: 'moyen' | 'clair';
  }[];
  readonly jalons: readonly { readonly jour: CalendarDate; readonly genre: Jalon['genre'] }[];
  /** What the days are, one line each. */
  readonly notes: readonly { readonly texte: LicensedText; readonly retard: boolean }[];
};

/** What the calendar of a contract holds. */
export type Calendrier = {
  readonly titre: LicensedText;
  readonly sousTitres: readonly LicensedText[];
  readonly du: CalendarDate;
  readonly au: CalendarDate;
  readonly aujourdhui: CalendarDate;
  /** First days of the years in between, with the year to write. */
  readonly annees: readonly { readonly jour: CalendarDate; readonly nom: LicensedText }[];
  readonly bandes: readonly Bande[];
  readonly legende: readonly LicensedText[];
};

/**
 * The calendar of a contract: the contract and its anniversaries, then each mission, its start and its rollout.
 * @param signature first day of the scale
 * @returns undefined when there is no deadline to draw
 */
export function describeCalendrierImage(
  outcome: Outcome<readonly Echeance[]>,
  { nom, signature }: { readonly nom: string | undefined; readonly signature: CalendarDate | undefined },
  scribe: Scribe,
): Tableau<Calendrier> | undefined {
  if (outcome.kind !== 'computed' || outcome.value.length === 0 || signature === undefined) return undefined;
  const { asOf, value } = outcome;
  const groups = new Map<string, Echeance[]>();
  for (const echeance of value) {
    const name = toGroup(echeance.code);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), echeance]);
  }
  const ordered = [...groups].sort(([a], [b]) => Number(b === 'contrat') - Number(a === 'contrat'));
  const bandes = ordered.map(([code, own]) => describeBande(code, own, signature, scribe));
  const days = [
    ...value.map(({ date }) => date),
    asOf,
    ...value.flatMap(({ suivi }) => suivi?.faitLe ?? suivi?.prevu ?? []),
  ];
  const au = days.reduce((last, day) => (day > last ? day : last), signature);
  const du = days.reduce((first, day) => (day < first ? day : first), signature);
  const tableau = {
    titre: scribe.phrase('image-calendrier'),
    sousTitres: [
      ...(nom === undefined ? [] : [toNom(nom, scribe)]),
      scribe.phrase('image-au', { asOf: { kind: 'date', date: asOf } }),
    ],
    du,
    au,
    aujourdhui: asOf,
    annees: listAnnees(du, au, scribe),
    bandes,
    legende: [
      ...[
        'image-aujourdhui',
        'image-legende-fenetres',
        'image-legende-fait',
        'image-legende-a-faire',
        'image-legende-retard',
      ].map((code) => scribe.phrase(code)),
      ...outcome.notComputed
        .filter(({ code }) => code === 'mission-sans-delai' || code === 'mission-origine-inconnue')
        .map(({ code, args }) => scribe.phrase(code, args)),
    ],
  };
  const lines = bandes.map((bande) =>
    scribe.phrase('image-alt-groupe', {
      titre: bande.nom,
      lignes: joinLicensed(
        bande.notes.map(({ texte }) => texte),
        ' ; ',
      ),
    }),
  );
  return { tableau, alternative: [...joinLicensed([tableau.titre, ...tableau.sousTitres, ...lines], '. '), '.'] };
}

/** The contract is drawn first, then each mission; advances on running costs are payments, drawn elsewhere. */
function toGroup(code: string): string | undefined {
  const [head = '', tail = ''] = code.split(':');
  if (tail === 'demarrage' || tail === 'deploiement') return head;
  return head === 'contrat' || head === 'anniversaire' ? 'contrat' : undefined;
}

function describeBande(code: string, echeances: readonly Echeance[], signature: CalendarDate, scribe: Scribe): Bande {
  const isContrat = code === 'contrat';
  const own = [...echeances].sort((a, b) => (a.date < b.date ? -1 : 1));
  const starts = [signature, ...own.map(({ date }) => date)];
  const fenetres = isContrat
    ? [{ de: signature, a: own.at(-1)?.date ?? signature, remplissage: 'clair' as const }]
    : own.map(({ date }, index) => ({
        de: starts[index] ?? signature,
        a: date,
        remplissage: index === 0 ? ('clair' as const) : ('moyen' as const),
      }));
  return {
    nom: isContrat
      ? scribe.phrase('image-contrat')
      : scribe.phrase('image-mission', { mission: { kind: 'mission', code } }),
    fenetres,
    jalons: own.flatMap((echeance) => listJalons(echeance, isContrat)),
    notes: own
      .filter(({ code: name }) => !isContrat || name === 'contrat:fin')
      .map((echeance) => describeNote(echeance, scribe)),
  };
}

/** A deadline where it falls; the day it was really met when somebody said so. */
function listJalons({ date, etat, suivi }: Echeance, isContrat: boolean): Bande['jalons'] {
  // An anniversary is met by itself.
  if (isContrat) return [{ jour: date, genre: etat === 'depassee' ? 'fait' : 'a-faire' }];
  const genre = etat === 'fait' ? 'fait' : etat === 'depassee' ? 'retard' : 'a-faire';
  return [{ jour: suivi?.faitLe ?? date, genre }];
}

function describeNote(echeance: Echeance, scribe: Scribe): Bande['notes'][number] {
  const { code, date, etat, suivi, statut, references } = echeance;
  const appui = { statut, confiance: null, references };
  const kind = code.split(':')[1] ?? '';
  const limite = scribe.phrase(`image-note-${kind}`, { jour: { kind: 'date', date } }, appui);
  const told = suivi ? [scribe.phrase(suivi.phrase.code, suivi.phrase.args)] : [];
  const retard = etat === 'depassee' && kind !== 'fin';
  const late = retard && told.length === 0 ? [scribe.phrase('image-note-depassee')] : [];
  return { texte: joinLicensed([limite, ...told, ...late], ', '), retard };
}

function listAnnees(du: CalendarDate, au: CalendarDate, scribe: Scribe): Calendrier['annees'] {
  const [first, last] = [toParts(du).year + 1, toParts(au).year];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const annee = first + index;
    const nom = scribe.phrase('image-annee', { annee: { kind: 'nombre', valeur: annee, unite: 'annee' } });
    return { jour: `${annee}-01-01` as CalendarDate, nom };
  });
}

/** Lays a calendar out: the years on top, a band for each, today's line across. */
export function layCalendrier(calendrier: Calendrier, style: Style, measure: Measure): Planche {
  const { largeur, tailles, interligne, barre, ecart } = style;
  const toDay = (jour: CalendarDate) => daysBetween(FIRST_DAY, jour);
  const boites: Boite[] = [];
  const traits: Trait[] = [];
  const jalons: Jalon[] = [];
  const lignes: Ligne[] = [];
  let y = 0;
  function write(texte: LicensedText, taille: Ligne['taille'], look: Pick<Ligne, 'gras' | 'ton'> = {}): void {
    for (const line of wrapText(texte, (text) => measure(text, taille, look.gras ?? false) <= largeur, 4)) {
      y += tailles[taille] * interligne;
      lignes.push({ texte: line, x: { points: 0 }, y, cote: 'gauche', taille, ...look });
    }
  }
  write(calendrier.titre, 'titre', { gras: true });
  y += 3;
  for (const line of calendrier.sousTitres) write(line, 'petit', { ton: 'discret' });
  y += ecart * 1.6;
  for (const { jour, nom } of calendrier.annees) {
    lignes.push({ texte: nom, x: { en: toDay(jour) }, y, cote: 'gauche', taille: 'petit', ton: 'discret' });
  }
  const aujourdhui = toDay(calendrier.aujourdhui);
  for (const { nom, fenetres, jalons: own, notes } of calendrier.bandes) {
    y += ecart * 0.8;
    write(nom, 'normal', { gras: true });
    y += 8;
    // The lines of the scale are drawn where bars are, never through words.
    const [from, to] = [y - 5, y + barre + 5];
    traits.push(
      ...calendrier.annees.map(({ jour }) => ({ en: toDay(jour), de: from, a: to, genre: 'repere' as const })),
    );
    traits.push({ en: aujourdhui, de: from, a: to, genre: 'limite' });
    for (const { de, a, remplissage } of fenetres) {
      boites.push({ de: toDay(de), a: toDay(a), haut: y, hauteur: barre, remplissage });
    }
    for (const { jour, genre } of own) jalons.push({ en: toDay(jour), y: y + barre / 2, genre });
    y += barre + 5;
    for (const { texte, retard } of notes) write(texte, 'petit', { ton: retard ? 'alerte' : 'discret' });
  }
  y += ecart;
  for (const line of calendrier.legende) write(line, 'petit', { ton: 'discret' });
  return {
    hauteur: Math.ceil(y + tailles.petit * 0.4),
    echelle: [toDay(calendrier.du), toDay(calendrier.au)],
    boites,
    traits,
    jalons,
    lignes,
  };
}
