import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Answer, AnswerKind } from './answer.ts';
import type { Calcul } from './calcul.ts';
import { type Backing, createTeller, INTERFACE, type Teller } from './enonces/teller.ts';
import { listSources } from './list-sources.ts';
import type { Part } from './part.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './render-message.ts';
import { leaveProfil } from './situate/merge-faits.ts';
import type { Situation } from './situate/situation.ts';
import { tellProfilUsed } from './tell-profil-used.ts';
import { toMessageBacking } from './to-message-backing.ts';

/** A message with what stands behind its figures. */
type Backed = { readonly message: Message; readonly backing: Backing };

/**
 * Puts the parts of a question together as one answer, in their order; the sources are numbered over all of them.
 * @param parts  at least one
 * @param profil the one the question was read with, which is named when something was computed from it
 */
export function toAnswer(
  parts: readonly [Part, ...Part[]],
  { profil }: Pick<Question, 'profil'>,
  passages: ReadonlyMap<string, CorpusPassage>,
  vocabulary: Vocabulary,
): Answer {
  const [first] = parts;
  const last = parts.at(-1) ?? first;
  const { lang, asOf } = first.situation;
  const teller = createTeller(first.situation, vocabulary);
  const records = parts.flatMap(({ record }) => (record ? [record] : []));
  const { marked, sources } = listSources(
    parts.flatMap(({ enonces }) => enonces),
    passages,
  );
  return {
    kind: findKind(parts),
    lang,
    asOf,
    enonces: marked,
    missing: render(parts.flatMap(listMissing), teller),
    notComputed: render(
      parts.flatMap(({ calculs }) => calculs.flatMap((calcul) => listMessages(calcul, 'notComputed'))),
      teller,
    ),
    hypotheses: [
      ...tellProfilUsed(parts, profil, vocabulary),
      ...render(
        parts.flatMap(({ kind, situation, calculs }) => [
          // A refusal repeats nothing of what was written.
          ...(kind === 'refused' ? [] : listReadingHypotheses(situation)),
          ...calculs.flatMap((calcul) => listMessages(calcul, 'hypotheses')),
        ]),
        teller,
      ),
    ],
    sources,
    runs: parts.flatMap(({ calculs }) => calculs),
    composer: parts.every(({ composer }) => composer === first.composer) ? first.composer : 'deterministic',
    rejections: parts.flatMap(({ rejections }) => rejections),
    avis: [...new Set(records.flatMap(({ avis }) => avis ?? []))].map((code) => teller.phrase(code, {}, INTERFACE)),
    ...(records.length > 0 ? { records } : {}),
    fil: {
      faits: leaveProfil(last.situation.faits, last.situation.duProfil),
      concepts: [...new Set(parts.flatMap(({ situation }) => [...situation.concepts]))],
    },
  };
}

/** One part answered is enough for the whole to be; a refusal of one part refuses the whole. */
function findKind(parts: readonly Part[]): AnswerKind {
  const kinds = parts.map(({ kind }) => kind);
  return (['refused', 'answered', 'needs-input'] as const).find((kind) => kinds.includes(kind)) ?? 'not-covered';
}

/** What to ask for: inputs that tools lack, and the exact day of a signature known to the month when it matters. */
function listMissing({ calculs, situation: { faits } }: Part): readonly Backed[] {
  const lacking = calculs.flatMap((calcul) =>
    calcul.outcome.kind === 'missing-input'
      ? calcul.outcome.missing.map(({ question }) => toBacked(question, calcul))
      : [],
  );
  const { signature } = faits;
  const vague = signature !== undefined && signature.from !== signature.to;
  const byDay = calculs.filter(
    ({ tool, input }) => tool === 'echeances' || ('signature' in input && input.signature !== undefined),
  );
  const totals = new Set(byDay.map(({ outcome }) => JSON.stringify('value' in outcome ? outcome.value : outcome)));
  const matters = byDay.some(({ tool }) => tool === 'echeances') || totals.size > 1;
  return vague && matters
    ? [...lacking, { message: toMessage('demande-signature-jour'), backing: INTERFACE }]
    : lacking;
}

/** Hypotheses or gaps of an outcome, less those that this kind of question did not ask for. */
function listMessages(calcul: Calcul, field: 'notComputed' | 'hypotheses'): readonly Backed[] {
  const { outcome, intention } = calcul;
  if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return [];
  return outcome[field]
    .filter(({ code }) => !intention.tait.includes(code))
    .map((message) => toBacked(message, calcul));
}

function toBacked(message: Message, calcul: Calcul): Backed {
  return { message, backing: toMessageBacking(calcul, message) };
}

/** How the words themselves were read, when another reading was possible: no claim about the law. */
function listReadingHypotheses({ asOf, asOfReason, today, figures }: Situation): readonly Backed[] {
  const day: Message[] =
    asOfReason === 'question' ? [{ code: 'jour-retenu', args: { asOf: { kind: 'date', date: asOf } } }] : [];
  const future: Message[] =
    asOf > today ? [{ code: 'jour-a-venir', args: { today: { kind: 'date', date: today } } }] : [];
  const orders = figures.flatMap((figure): Message[] => {
    if (figure.kind !== 'date' || figure.note !== 'french-order') return [];
    const ecrit = { kind: 'question', text: figure.text, start: figure.start, end: figure.end } as const;
    return [{ code: 'ordre-francais', args: { ecrit, date: { kind: 'date', date: figure.from } } }];
  });
  return [...day, ...future, ...orders].map((message) => ({ message, backing: INTERFACE }));
}

/** Each message once, with what first stood behind it. */
function render(messages: readonly Backed[], teller: Teller): readonly LicensedText[] {
  const unique = new Map<string, Backed>();
  for (const backed of messages) {
    const key = JSON.stringify(backed.message);
    if (!unique.has(key)) unique.set(key, backed);
  }
  return [...unique.values()].map(({ message: { code, args }, backing }) => teller.phrase(code, args, backing));
}
