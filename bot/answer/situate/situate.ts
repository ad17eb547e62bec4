import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import type { Fil, Question } from '../question.ts';
import type { ConceptDetector } from './detect-concepts.ts';
import type { Concepts, Intention, Roles } from './donnees.ts';
import { extractFaits } from './extract-faits.ts';
import type { Faits, Periode } from './faits.ts';
import type { MotifRefus } from './find-refus.ts';
import { matchIntentions } from './match-intentions.ts';
import { mergeFaits, toFaitsProfil } from './merge-faits.ts';
import type { AsOfReason, Situation } from './situation.ts';

/** What understanding needs, built once. */
export type Comprehension = {
  readonly detectConcepts: ConceptDetector;
  readonly detectLang: (text: string) => Lang;
  readonly findRefus: (text: string) => MotifRefus | undefined;
  readonly concepts: Concepts;
  readonly roles: Roles;
  /** Root of a word without accents. */
  readonly stem: (word: string) => string;
  readonly intentions: readonly Intention[];
  readonly parametres: Parametres;
  readonly textes: ReadonlyMap<string, TexteMetadata>;
};

/**
 * Reads a question: language, day of law, facts, concepts, intents, and what must be refused.
 * Grammar and data only; no passage is looked up and no tool runs here.
 */
export function situate(question: Question, comprehension: Comprehension): Situation {
  const { text, today, profil, fil } = question;
  const { concepts, roles, intentions, detectConcepts } = comprehension;
  const own = new Set(detectConcepts(text));
  const figures = readFigures(text, today);
  const suite = fil !== undefined && isSuite(text, own, figures, concepts, roles);
  const words = toWords(text);
  const nous = words.some((word) => roles.nous.includes(word));
  const all = new Set([...own, ...(suite && fil ? keepTopic(fil, own, concepts) : [])]);
  const missions = [...all].filter((id) => concepts.concepts[id]?.genre === 'mission');
  const { faits: faitsDits, periode, problems } = extractFaits(text, figures, own, missions, roles, comprehension.stem);
  const faits = mergeFaits(faitsDits, fil?.faits, toFaitsProfil(profil), suite);
  const { asOf, reason } = findAsOf(question, periode, text, comprehension);
  const matched = matchIntentions(intentions, { faits, concepts: all, nous });
  return {
    lang: question.lang ?? comprehension.detectLang(text),
    asOf,
    asOfReason: reason,
    concepts: all,
    faits,
    faitsDits,
    figures,
    intentions: matched,
    problems: [...problems, ...listProblems(faitsDits, comprehension.parametres)],
    nous: nous || profil !== undefined,
    duDomaine: [...all].some((id) => concepts.concepts[id]?.genre !== 'demande' && !concepts.concepts[id]?.courant),
    suite,
    refus: comprehension.findRefus(text),
  };
}

/** A question goes on from the last one when it begins like one, or names no subject of its own. */
function isSuite(
  text: string,
  own: ReadonlySet<string>,
  figures: readonly ReadFigure[],
  { concepts }: Concepts,
  roles: Roles,
): boolean {
  const start = `${toWords(text).join(' ')} `;
  if (roles.suite.some((words) => start.startsWith(`${dropAccents(words)} `))) return true;
  // An answer to what was asked: figures, and no question.
  const asks = text.includes('?') || [...own].some((id) => concepts[id]?.genre === 'demande');
  if (figures.length > 0 && !asks) return true;
  const weak = new Set(['taille', 'population', 'cpts', 'membres', 'montant']);
  return ![...own].some((id) => concepts[id]?.genre !== 'demande' && !weak.has(id));
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
  const { population, tailles = [] } = faits;
  const common = { missions: [] } as const;
  const inputs = [
    ...(population === undefined ? [] : [{ population, ...common }]),
    ...tailles.map((taille) => ({ taille: `taille${taille}`, ...common })),
  ];
  return inputs.flatMap((input) => checkFinancementInput(input, parametres).map(({ message }) => message));
}

function toWords(text: string): readonly string[] {
  return dropAccents(text.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
