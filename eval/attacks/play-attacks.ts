import type { Judge } from './judge-answer.ts';
import { fillPlaces, listWords } from './places.ts';
import type { Output, Road } from './roads.ts';
import type { Attaques, Honnetes } from './schemas.ts';

/** How the outputs of a kind went. */
export type Tally = { readonly genre: string; played: number; rejected: number; readonly shown: string[] };

/** Plays the hand-written outputs of a kind through a road: each must leave nothing that can be seen. */
export async function playAttaques(attaques: Attaques, road: Road, judge: Judge): Promise<Tally> {
  const tally: Tally = { genre: attaques.genre, played: 0, rejected: 0, shown: [] };
  const outputs = [
    ...attaques.brouillons.map(({ words, piece }) => ({
      words,
      pieces: toPieces(words, piece),
      write: toDraft(words),
    })),
    ...attaques.appels.map((call) => ({
      words: JSON.stringify(call),
      pieces: [],
      write: toRaw('null'),
      calls: [call],
    })),
    ...attaques.sorties.map(({ words, piece }) => ({ words, pieces: toPieces(words, piece), write: toRaw(words) })),
  ];
  for (const question of attaques.questions) {
    for (const { words, pieces, ...output } of outputs) {
      const answer = await road.ask(question, output);
      tally.played += 1;
      // A hostile draft that was kept is a failure even when the piece looked for is not in it any more.
      if (answer.composer === 'model' || (await judge(question, answer, pieces))) tally.shown.push(words);
      else tally.rejected += 1;
    }
  }
  return tally;
}

/** Honest drafts through a road: how many were played, and those that were not taken at the first draft. */
export async function playHonnetes({ questions, brouillons }: Honnetes, road: Road): Promise<Omit<Tally, 'genre'>> {
  const tally = { played: 0, rejected: 0, shown: [] as string[] };
  for (const [at, words] of brouillons.entries()) {
    const question = questions[at % questions.length] as string;
    const answer = await road.ask(question, { write: toDraft(words) });
    tally.played += 1;
    if (answer.rejections.length === 0 && answer.composer === 'model') continue;
    tally.rejected += 1;
    tally.shown.push(`${words} → ${answer.rejections.join(' ')}`);
  }
  return tally;
}

function toPieces(words: string, piece: string | undefined): readonly string[] {
  return piece === undefined ? listWords(words) : [piece];
}

/** Linking words and énoncés, as an endpoint with structured output gives them. */
function toDraft(words: string): Output['write'] {
  return (offered) => {
    const pieces = fillPlaces(words, offered);
    if (!pieces) throw new Error(`la question n'offre pas d'énoncé pour « ${words} »`);
    const segments = pieces.map((piece) =>
      piece.type === 'liaison'
        ? { type: piece.type, words: piece.words, handle: '' }
        : { type: piece.type, words: '', handle: piece.value },
    );
    return { kind: 'draft', draft: { segments } };
  };
}

/** What an endpoint returns, to the letter, handles put in their places. */
function toRaw(text: string): Output['write'] {
  return (offered) => {
    const fill = (place: string) => {
      const piece = fillPlaces(`{${place}}`, offered)?.[0];
      if (!piece || piece.type === 'liaison') throw new Error(`la question n'offre pas d'énoncé pour « ${text} »`);
      return piece.value;
    };
    return { kind: 'text', text: text.replace(/§([a-z]+)§/g, (_, place: string) => fill(place)) };
  };
}
