import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { Enonce } from '../enonce.ts';
import { type Args, renderMessage, type Speaker, type Vocabulary } from '../render-message.ts';
import type { Situation } from '../situate/situation.ts';

/** What stands behind a claim. */
export type Backing = {
  readonly tool: string;
  readonly statut: Statut | null;
  readonly confiance: Confiance | null;
  readonly references: readonly Reference[];
  readonly asOf?: CalendarDate | undefined;
};

/** Turns messages into énoncés for one question: its language, its day, and the asker's own figures. */
export type Teller = {
  readonly situation: Situation;
  tell(code: string, args: Args, backing: Backing): Enonce;
  /** A fragment to be placed inside another message. */
  phrase(code: string, args: Args, backing: Backing): LicensedText;
};

/** Builds the teller of a question. */
export function createTeller(situation: Situation, vocabulary: Vocabulary): Teller {
  function toSpeaker({ tool, statut, confiance, references, asOf }: Backing): Speaker {
    const findEcho = (arg: MessageArg) => findEchoSpan(arg, situation);
    return { lang: situation.lang, tool, statut, confiance, references, asOf: asOf ?? situation.asOf, findEcho };
  }
  return {
    situation,
    tell(code, args, backing) {
      const text = renderMessage({ code, args }, toSpeaker(backing), vocabulary);
      const origin =
        backing.tool === 'interface'
          ? ({ type: 'interface' } as const)
          : ({ type: 'tool', tool: backing.tool } as const);
      return { id: code, origin, text, statut: backing.statut, references: backing.references };
    },
    phrase(code, args, backing) {
      return renderMessage({ code, args }, toSpeaker(backing), vocabulary);
    },
  };
}

/** Where the asker herself wrote a value: figures of the question are echoed, not claimed. */
function findEchoSpan(arg: MessageArg, { figures }: Situation): readonly [number, number] | undefined {
  const found = figures.find((figure) => {
    if (arg.kind === 'population') return figure.kind === 'number' && figure.value === arg.habitants;
    if (arg.kind === 'date') return figure.kind === 'date' && figure.from === arg.date && figure.to === arg.date;
    if (arg.kind === 'taille') return figure.kind === 'number' && figure.value === arg.numero;
    return false;
  });
  return found && [found.start, found.end];
}

/** Backing of the interface's own sentences: no claim about the law. */
export const INTERFACE: Backing = { tool: 'interface', statut: null, confiance: null, references: [] };
