import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Comparaison, ComparaisonInput, Cote, Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { tellEcart, tellValeur } from '../answer/tell-valeur.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { sealLines, toBullets, toSection } from './layout.ts';
import { renderAppui, renderOutcomeText } from './render-outcome-text.ts';

/** A comparison for a reader: both sides, what changes and why, what does not, what nobody knows. */
export function renderComparaisonText(
  outcome: Outcome<Comparaison>,
  { a, b }: ComparaisonInput,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('comparaison', outcome.asOf, vocabulary);
  const rest = renderOutcomeText(outcome, scribe);
  const head = [
    scribe.phrase('comparaison-titre-a', { cote: renderCote(a, scribe) }),
    scribe.phrase('comparaison-titre-b', { cote: renderCote(b, scribe) }),
  ];
  if (outcome.kind === 'computed') {
    return `${sealLines([...head, ...renderLecture(outcome.value, scribe), ...rest])}\n`;
  }
  if (outcome.kind !== 'ambiguous') return `${sealLines([...head, [], ...rest])}\n`;
  const lectures = outcome.readings.flatMap(({ hypothese, value }) => {
    const name = joinLicensed(
      hypothese.map(({ code, args }) => scribe.phrase(code, args)),
      ', ',
    );
    return [...toSection(['— ', ...name], []), [], ['— ', ...name], ...renderLecture(value, scribe)];
  });
  return `${sealLines([...head, [], scribe.phrase('cli-lectures'), ...lectures, ...rest])}\n`;
}

/** « taille 1, règles au 30 mars 2022 ». */
function renderCote({ asOf, texte, entree }: Cote, scribe: Scribe): LicensedText {
  const { population, taille, signature, renouvellement, annee, membres, missions } = entree;
  const jour = { jour: { kind: 'date', date: asOf } } as const;
  const size = taille === undefined ? null : ({ kind: 'taille', numero: toNumeroTaille(taille) } as const);
  const rang = typeof annee === 'number' ? ({ kind: 'nombre', valeur: annee, unite: 'annee-contrat' } as const) : null;
  const parts: (LicensedText | null)[] = [
    texte?.kind === 'proposition' ? scribe.phrase('comparaison-cote-proposition', jour) : null,
    texte?.kind === 'texte' ? scribe.phrase('cli-texte', { texte: { kind: 'texte', id: texte.texte.id } }) : null,
    population === undefined
      ? null
      : scribe.phrase('comparaison-cote-population', { population: { kind: 'population', habitants: population } }),
    size && scribe.phrase('comparaison-cote-taille', { taille: size }),
    size === null && population === undefined ? scribe.phrase('comparaison-cote-toutes') : null,
    toJour('comparaison-cote-signature', signature, scribe),
    toJour('comparaison-cote-renouvellement', renouvellement, scribe),
    rang && scribe.phrase('comparaison-cote-annee', { annee: rang }),
    membres === undefined
      ? null
      : scribe.phrase('comparaison-cote-membres', { membres: { kind: 'nombre', valeur: membres, unite: 'membres' } }),
    ...missions.map(({ code }) => scribe.phrase('comparaison-cote-mission', { mission: { kind: 'mission', code } })),
    texte?.kind === 'proposition' ? null : scribe.phrase('comparaison-cote-jour', jour),
  ];
  return joinLicensed(
    parts.filter((part) => part !== null),
    ', ',
  );
}

function toJour(code: string, date: CalendarDate | undefined, scribe: Scribe): LicensedText | null {
  return date === undefined ? null : scribe.phrase(code, { jour: { kind: 'date', date } });
}

function renderLecture({ differences, identiques, absents }: Comparaison, scribe: Scribe): readonly LicensedText[] {
  const same = differences.length === 0 ? [[], scribe.phrase('comparaison-rien-ne-change')] : [];
  return [
    ...same,
    ...toSection(
      scribe.phrase('comparaison-change'),
      differences.flatMap((difference) => renderDifference(difference, scribe)),
    ),
    ...toSection(
      scribe.phrase('comparaison-identique'),
      toBullets(identiques.map((mesure) => renderIdentique(mesure, scribe))),
    ),
    ...toSection(
      scribe.phrase('comparaison-absent-partout'),
      toBullets(absents.map((mesure) => renderLabel(mesure, scribe))),
    ),
  ];
}

function renderDifference(difference: Difference, scribe: Scribe): readonly LicensedText[] {
  const { a, b, ecart, cause } = difference;
  const gap = ecart && tellEcart(ecart, scribe.phrase);
  const why =
    cause &&
    scribe.phrase('comparaison-cause', {
      texte: { kind: 'texte', id: cause.texte },
      jour: { kind: 'date', date: cause.jour },
    });
  return [
    ...toBullets([renderLabel(difference, scribe)]),
    ['      ', ...scribe.phrase('comparaison-titre-a', { cote: renderMesure(a, scribe) })],
    ['      ', ...scribe.phrase('comparaison-titre-b', { cote: renderMesure(b, scribe) })],
    ...[gap, why].flatMap((line): LicensedText[] => (line ? [['      ', ...line]] : [])),
  ];
}

/** The value with its standing and its texts, or why there is none. */
function renderMesure(mesure: Mesure, scribe: Scribe): LicensedText {
  const { valeur, note, statut, references } = mesure;
  const told = note && scribe.phrase(note.code, note.args, mesure);
  if (valeur === null) return told ?? scribe.phrase('comparaison-absent');
  const value = tellValeur(valeur, scribe.phrase, mesure);
  const after = [told, statut && renderAppui(statut, references, scribe)].flatMap((part) => (part ? [part] : []));
  return after.length === 0 ? value : [...value, ' (', ...joinLicensed(after, ' ; '), ')'];
}

function renderIdentique(mesure: Mesure, scribe: Scribe): LicensedText {
  const label = renderLabel(mesure, scribe);
  const { valeur, note } = mesure;
  const told = note && scribe.phrase(note.code, note.args, mesure);
  if (valeur === null) return told ? joinLicensed([label, told], ', ') : label;
  return joinLicensed([label, tellValeur(valeur, scribe.phrase, mesure)], ', ');
}

function renderLabel({ label, taille }: Pick<Mesure, 'label' | 'taille'>, scribe: Scribe): LicensedText {
  const text = scribe.phrase(label.code, label.args);
  if (taille === null) return text;
  const numero = { kind: 'taille', numero: toNumeroTaille(taille) } as const;
  return joinLicensed([text, scribe.phrase('comparaison-cote-taille', { taille: numero })], ', ');
}
