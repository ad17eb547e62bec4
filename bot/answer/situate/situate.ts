import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Fil, Question } from '../question.ts';
import type { ConceptDetector } from './detect-concepts.ts';
import type { Concepts, Intention, Roles } from './donnees.ts';
import { extractFaits } from './extract-faits.ts';
import type { Faits, Periode } from './faits.ts';
import { findFaitsProfil } from './find-faits-profil.ts';
import type { MotifRefus } from './find-refus.ts';
import { isOfAny } from './is-of-any.ts';
import { matchIntentions, matchWithProfil } from './match-intentions.ts';
import { findDuProfil, leaveProfil, mergeFaits } from './merge-faits.ts';
import type { AsOfReason, Situation } from './situation.ts';
import { toWords } from './words-around.ts';

/** What understanding needs, built once. */
export type Comprehension = {
  readonly detectConcepts: ConceptDetector;
  /** The same without everyday forms: what it finds shows that the CPTS are spoken of. */
  readonly detectProper: ConceptDetector;
  readonly detectLang: (text: string) => Lang;
  readonly findRefus: (text: string) => MotifRefus | undefined;
  readonly concepts: Concepts;
  readonly roles: Roles;
  /** Root of a word without accents. */
  readonly stem: (word: string) => string;
  /** Whether a word tells nothing by itself: « le », « avec », "the". */
  readonly isSmallWord: (word: string) => boolean;
  readonly intentions: readonly Intention[];
  /** Telephone numbers told to somebody in distress. */
  readonly numeros: { readonly urgence: string; readonly ecoute: string };
  readonly parametres: Parametres;
  readonly textes: ReadonlyMap<string, TexteMetadata>;
};

/**
 * Reads a question: language, day of law, facts, concepts, intents, and what must be refused.
 * Grammar and data only; no passage is looked up and no tool runs here.
 */
export function situate(question: Question, comprehension: Comprehension): Situation {
  const { text, today, profil, fil } = question;
  const { concepts, roles, intentions, parametres, detectConcepts } = comprehension;
  const own = new Set(detectConcepts(text));
  const figures = readFigures(text, today);
  const suite = fil !== undefined && isSuite(text, own, figures, concepts, roles);
  const words = toWords(text);
  const nous = words.some((word) => roles.nous.includes(word));
  const kept = suite && fil ? keepTopic(fil, own, concepts) : [];
  const all = new Set([...own, ...kept]);
  const missions = [...all].filter((id) => concepts.concepts[id]?.genre === 'mission');
  const contexte = { concepts: all, missions, fil: suite ? fil?.faits : undefined, roles, stem: comprehension.stem };
  const { faits: faitsDits, periode, problems, roles: taken } = extractFaits(text, figures, contexte);
  const avantProfil = mergeFaits(faitsDits, fil?.faits, undefined, suite);
  const faitsProfil = findFaitsProfil(isOfAny(words, nous, roles) ? undefined : profil, avantProfil, parametres, today);
  const merged = mergeFaits(faitsDits, fil?.faits, faitsProfil, suite);
  const moved = suite ? moveSignature(merged, text, figures, roles) : {};
  const faits = { ...merged, ...moved, ...findTaillesBornees(merged, parametres) };
  const asked = findAsOf(question, all.has('q-evolution') ? null : periode, text, comprehension);
  const bare =
    Object.keys(faitsDits).length > 0 &&
    [...all].every((id) => BARE.has(id) || concepts.concepts[id]?.genre === 'mission');
  const duProfil = findDuProfil(faits, avantProfil, faitsProfil);
  const said = { faits: leaveProfil(faits, duProfil), concepts: all, nous, bare };
  const asksOfProfil = faitsProfil !== undefined && isOfNow(figures, today) && !isGeneral(all, nous, roles);
  const tells = (id: string) => isSubject(id, concepts) && !WEAK.has(id);
  const matched = asksOfProfil ? matchWithProfil(intentions, said, faits, tells) : matchIntentions(intentions, said);
  const { asOf, reason } = settleAsOf(asked, matched, today);
  return {
    lang: question.lang ?? comprehension.detectLang(text),
    asOf,
    asOfReason: reason,
    today,
    concepts: all,
    faits,
    duProfil,
    faitsDits,
    figures,
    roles: taken,
    intentions: matched,
    problems: [...problems, ...listProblems(faitsDits, parametres)],
    nous,
    affirme: affirms(text, words, all, comprehension),
    sujets: [...all].flatMap((id) => (isSubject(id, concepts) ? [concepts.concepts[id]?.libelle] : [])).join(' '),
    duDomaine: [...comprehension.detectProper(text), ...kept].some(
      (id) => isSubject(id, concepts) && !concepts.concepts[id]?.courant,
    ),
    suite,
    refus: comprehension.findRefus(text),
  };
}

/** A year named among deadlines is that of a deadline: what is past or to come is counted from today. */
function settleAsOf(
  asked: ReturnType<typeof findAsOf>,
  matched: readonly Intention[],
  today: CalendarDate,
): ReturnType<typeof findAsOf> {
  const dated = matched.length > 0 && matched.every(({ outil }) => outil === 'echeances');
  return dated && asked.reason === 'question' ? { asOf: today, reason: 'aujourdhui' } : asked;
}

/** « C'est vrai ? », « j'ai lu que … ? », or a bare statement with a question mark: something is taken for true. */
function affirms(
  text: string,
  words: readonly string[],
  all: ReadonlySet<string>,
  { concepts: { concepts }, roles }: Comprehension,
): boolean {
  if (!text.includes('?')) return false;
  const asks = [...all].some((id) => concepts[id]?.genre === 'demande');
  return !asks || all.has('q-oui-non') || words.some((word) => roles.affirme.includes(word));
}

/** Nothing in the words is of another day or another size than what a profile says: no figure, but for the year it is. */
function isOfNow(figures: readonly ReadFigure[], today: CalendarDate): boolean {
  return figures.every((figure) => figure.kind === 'date' && figure.from <= today && today <= figure.to);
}

/** The question is about the rules, their history or their meaning; « c'est quoi, notre plafond ? » is not. */
function isGeneral(all: ReadonlySet<string>, nous: boolean, { enGeneral }: Roles): boolean {
  return enGeneral.some((concept) => all.has(concept)) || (!nous && all.has('q-definition'));
}

/** Something that can be spoken of, and not a way of asking. */
function isSubject(id: string, { concepts }: Concepts): boolean {
  const genre = concepts[id]?.genre;
  return genre === 'sujet' || genre === 'mission';
}

/** Longest question, in words, that a weak beginning or a lack of subject makes a follow-up. */
const SHORT = 7;

/** A question goes on from the last one when it begins like one, gives figures without asking, or is short and bare. */
function isSuite(
  text: string,
  own: ReadonlySet<string>,
  figures: readonly ReadFigure[],
  vocabulaire: Concepts,
  roles: Roles,
): boolean {
  const words = toWords(text);
  const start = `${words.join(' ')} `;
  const begins = (forms: readonly string[]) => forms.some((form) => start.startsWith(`${toWords(form).join(' ')} `));
  // A long one of which nothing is known has another subject: « et sinon, tu aurais une recette de … ? ».
  if (begins(roles.suite)) return words.length <= SHORT || own.size > 0 || figures.length > 0;
  const asks = text.includes('?') || [...own].some((id) => vocabulaire.concepts[id]?.genre === 'demande');
  if (figures.length > 0 && !asks) return true;
  if (words.length > SHORT) return false;
  const subjects = [...own].filter((id) => isSubject(id, vocabulaire) && !WEAK.has(id));
  if (begins(roles.suiteCourte) && subjects.length <= 1) return true;
  return subjects.length === 0 && (figures.length > 0 || own.size > 0);
}

/** Subjects that a follow-up may name without leaving the one it goes on from. */
const WEAK = new Set(['taille', 'population', 'cpts', 'membres', 'montant']);

/** Subjects that come with the facts of a contract, and ask nothing. */
const BARE = new Set([...WEAK, 'contrat', 'volet-fixe', 'volet-variable']);

/** « et la veille ? »: the same contract, signed a day before. */
function moveSignature(
  { signature }: Faits,
  text: string,
  figures: readonly ReadFigure[],
  roles: Roles,
): Pick<Faits, 'signature'> {
  const days = findShift(text, figures, roles);
  if (!signature || days === 0) return {};
  return { signature: { from: addDays(signature.from, days), to: addDays(signature.to, days) } };
}

/** « la veille », « un jour plus tard », « deux jours après »: days to add, 0 when nothing moves. */
function findShift(text: string, figures: readonly ReadFigure[], roles: Roles): number {
  for (const { kind, ...figure } of figures) {
    if (kind !== 'duration' || !('unit' in figure) || figure.unit !== 'jours') continue;
    const after = toWords(text.slice(figure.end)).join(' ');
    const follows = (phrases: readonly string[]) =>
      phrases.some((phrase) => after.startsWith(toWords(phrase).join(' ')));
    if (follows(roles.plusTard)) return figure.amount;
    if (follows(roles.plusTot)) return -figure.amount;
  }
  const said = ` ${toWords(text).join(' ')} `;
  const has = (phrases: readonly string[]) => phrases.some((phrase) => said.includes(` ${toWords(phrase).join(' ')} `));
  return Number(has(roles.lendemain)) - Number(has(roles.veille));
}

/** « plus de 175 000 habitants » is enough when one bracket alone holds what the bound allows. */
function findTaillesBornees(
  { populationBornee, population, tailles }: Faits,
  parametres: Parametres,
): Pick<Faits, 'tailles'> {
  if (!populationBornee || population !== undefined || tailles !== undefined) return {};
  const { sens, habitants } = populationBornee;
  const classes = parametres.tailles.valeurs.at(-1)?.valeur.classes ?? [];
  const allowed = classes.filter(({ de, a }) => (sens === 'moins' ? de < habitants : a === null || a > habitants));
  const [only, ...others] = allowed;
  return only && others.length === 0 ? { tailles: [toNumeroTaille(only.taille)] } : {};
}

/** Concepts of the thread that still hold: a new mission replaces the old one, a new subject joins the old. */
function keepTopic(fil: Fil, own: ReadonlySet<string>, { concepts }: Concepts): readonly string[] {
  const renewed = [...own].some((id) => concepts[id]?.genre === 'mission');
  return fil.concepts.filter((id) => !(renewed && concepts[id]?.genre === 'mission'));
}

function findAsOf(
  { asOf, today }: Question,
  periode: Periode | null,
  text: string,
  comprehension: Comprehension,
): { readonly asOf: CalendarDate; readonly reason: AsOfReason } {
  if (asOf) return { asOf, reason: 'option' };
  const eve = findEveOfTexte(text, comprehension);
  if (eve) return { asOf: eve, reason: 'question' };
  if (!periode || (periode.from <= today && today <= periode.to)) return { asOf: today, reason: 'aujourdhui' };
  return { asOf: periode.to, reason: 'question' };
}

/** « avant l'avenant 2 »: the eve of the day a text came into force. */
function findEveOfTexte(text: string, { textes, roles }: Comprehension): CalendarDate | undefined {
  const folded = toWords(text).join(' ');
  for (const { nom, autresNoms, enVigueurDu } of textes.values()) {
    if (!enVigueurDu) continue;
    for (const name of [nom, ...autresNoms]) {
      const words = toWords(name).join(' ');
      const before = roles.avant.some((avant) =>
        new RegExp(`\\b${toWords(avant).join(' ')} (?:l |le |la |the )?${words}\\b`).test(folded),
      );
      if (before) return addDays(enVigueurDu, -1);
    }
  }
  return undefined;
}

function listProblems(faits: Faits, parametres: Parametres) {
  const { populations = [], tailles = [] } = faits;
  const common = { missions: [] } as const;
  const inputs = [
    ...populations.map((population) => ({ population, ...common })),
    ...tailles.map((taille) => ({ taille: `taille${taille}`, ...common })),
  ];
  return inputs.flatMap((input) => checkFinancementInput(input, parametres).map(({ message }) => message));
}
