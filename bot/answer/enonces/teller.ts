import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import type { FigureOrigin } from '#corpus/law/figure.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { Enonce } from '../enonce.ts';
import { type Args, renderMessage, type Speaker, type Vocabulary } from '../render-message.ts';
import type { Faits } from '../situate/faits.ts';
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
    // Money and shares that nothing supports are the asker's own; supported, they claim something.
    const isOwn = references.length === 0;
    const findEcho = (arg: MessageArg): FigureOrigin | undefined => {
      const span = findEchoSpan(arg, situation) ?? (isOwn ? findOwn(arg, situation) : undefined);
      return span ? { type: 'question', span } : findProfilOrigin(arg, situation, isOwn);
    };
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
    // The 2 of « avenant 2 » is no size.
    if (arg.kind === 'taille') {
      return figure.kind === 'number' && figure.value === arg.numero && !figure.before?.startsWith('avenant');
    }
    return false;
  });
  return found && [found.start, found.end];
}

function findOwn(arg: MessageArg, { figures }: Situation): readonly [number, number] | undefined {
  const found = figures.find((figure) => {
    if (arg.kind === 'euros') return toCentimes(readEuros(figure)) === arg.centimes;
    if (arg.kind !== 'pourcent' || figure.kind !== 'percent') return false;
    return Math.abs(figure.value - (100 * arg.fraction.num) / arg.fraction.den) < 1e-9;
  });
  return found && [found.start, found.end];
}

/** The field of the profile that gave a value. */
function findProfilOrigin(arg: MessageArg, { duProfil }: Situation, isOwn: boolean): FigureOrigin | undefined {
  const field = findField(arg, duProfil, isOwn);
  return field === undefined ? undefined : { type: 'profile', field };
}

function findField(arg: MessageArg, duProfil: Faits, isOwn: boolean): string | undefined {
  const { population, tailles, membres, signature, renouvellement, missionsProfil } = duProfil;
  switch (arg.kind) {
    case 'population':
      return arg.habitants === population ? 'population' : undefined;
    case 'taille':
      return tailles?.includes(arg.numero) ? 'taille' : undefined;
    case 'date':
      if (arg.date === signature?.from) return 'signature';
      return arg.date === renouvellement ? 'renouvellement' : undefined;
    case 'nombre':
      return arg.unite === 'membres' && arg.valeur === membres ? 'membres' : undefined;
    case 'euros': {
      const amounts = Object.values(missionsProfil ?? {}).flatMap(({ fixe, variable, atteint }) => [
        fixe,
        variable,
        atteint,
      ]);
      return isOwn && amounts.includes(arg.centimes) ? 'missions' : undefined;
    }
    default:
      return undefined;
  }
}

/** Euros of a figure, also of a bare number (« les 580k »). */
function readEuros(figure: ReadFigure): number {
  if (figure.kind === 'amount') return figure.euros;
  return figure.kind === 'number' ? figure.value : Number.NaN;
}

/** Backing of the interface's own sentences: no claim about the law. */
export const INTERFACE: Backing = { tool: 'interface', statut: null, confiance: null, references: [] };
