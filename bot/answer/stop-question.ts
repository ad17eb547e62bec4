import { addMonths } from '#corpus/law/calendar-date.ts';
import { type Message, toDonnee } from '#corpus/law/message.ts';
import type { Calcul } from './calcul.ts';
import type { Enonce } from './enonce.ts';
import { INTERFACE, type Teller } from './enonces/teller.ts';
import { type Part, toPart } from './part.ts';
import { findUnreadable } from './situate/find-unreadable.ts';
import type { Comprehension } from './situate/situate.ts';
import type { Situation } from './situate/situation.ts';
import { toMessageBacking } from './to-message-backing.ts';

/** What ends the work before anything is looked up: refusal, unreadable text, impossible figures, a mere greeting. */
export function stopQuestion(
  text: string,
  situation: Situation,
  teller: Teller,
  comprehension: Comprehension,
): Part | undefined {
  const { numeros } = comprehension;
  if (situation.refus) {
    const args = { urgence: toDonnee(numeros.urgence), ecoute: toDonnee(numeros.ecoute) };
    return toPart('refused', situation, [teller.tell(`refus-${situation.refus}`, args, INTERFACE)]);
  }
  const unreadable = findUnreadable(text);
  if (unreadable) return toPart('needs-input', situation, [tellMessage(unreadable, teller)]);
  if (situation.problems.length > 0) {
    const enonces = situation.problems.map((problem) => tellMessage(problem, teller));
    return toPart('needs-input', situation, enonces);
  }
  if (isBare(text, situation))
    return toPart('needs-input', situation, [teller.tell('interface-sans-mots', {}, INTERFACE)]);
  return isGreeting(situation) ? answerNothing(text, situation, { calculs: [], teller, comprehension }) : undefined;
}

/** What an answer is made of when no passage is. */
type Means = {
  readonly calculs: readonly Calcul[];
  readonly teller: Teller;
  readonly comprehension: Comprehension;
};

/** Nothing to say: ask for what is missing, tell why a tool could not apply, greet, or say that it is not in the corpus. */
export function answerNothing(text: string, situation: Situation, { calculs, teller, comprehension }: Means): Part {
  if (calculs.some(({ outcome }) => outcome.kind === 'missing-input'))
    return toPart('needs-input', situation, [], calculs);
  const stopped = calculs.flatMap((calcul) => {
    if (!('reason' in calcul.outcome)) return [];
    const { reason } = calcul.outcome;
    return [teller.tell(reason.code, reason.args, toMessageBacking(calcul, reason))];
  });
  if (stopped.length > 0) return toPart('not-covered', situation, stopped, calculs);
  const politeness = POLITENESS.find((id) => situation.concepts.has(id) && saysOnly(id, text, comprehension));
  if (politeness === 'q-merci') return toPart('answered', situation, [teller.tell('interface-merci', {}, INTERFACE)]);
  const exemple = { kind: 'date', date: addMonths(situation.today, -12) } as const;
  const help = teller.tell('interface-aide', { exemple }, INTERFACE);
  if (politeness === 'q-aide') {
    return toPart('answered', situation, [teller.tell('interface-bonjour', {}, INTERFACE), help]);
  }
  return toPart('not-covered', situation, [teller.tell('interface-hors-corpus', {}, INTERFACE), help]);
}

/** « 12 », « {{7*7}} »: small figures without a word say nothing, unless they answer what was asked. */
function isBare(text: string, { figures, suite, faitsDits }: Situation): boolean {
  if (suite || /\p{L}/u.test(text) || Object.keys(faitsDits).length > 0) return false;
  return figures.every((figure) => figure.kind !== 'number' || figure.value < 1000);
}

/** A greeting, thanks or a call for help, and nothing else. */
function isGreeting({ concepts, figures, sujets }: Situation): boolean {
  return (concepts.has('q-aide') || concepts.has('q-merci')) && sujets === '' && figures.length === 0;
}

/** Ways to greet, to thank, to ask for help. */
const POLITENESS = ['q-merci', 'q-aide'];

/** « Bonjour, quel temps fait-il à Nantes ? » greets, and asks something else: its words say more than a greeting. */
function saysOnly(id: string, text: string, { concepts, isSmallWord }: Comprehension): boolean {
  const { formes = [], courantes = [] } = concepts.concepts[id] ?? {};
  const known = new Set([...formes, ...courantes].flatMap(toWords));
  return toWords(text).filter((word) => !known.has(word) && !isSmallWord(word)).length <= 1;
}

function toWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What is wrong with the words themselves: no claim about the law. */
function tellMessage({ code, args }: Message, teller: Teller): Enonce {
  return teller.tell(code, args, INTERFACE);
}
