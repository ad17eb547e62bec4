import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { Figure, FigureOrigin, Unite } from '#corpus/law/figure.ts';
import { formatDate, formatDuration } from '#corpus/law/format-date.ts';
import { formatEuros, formatNumber, formatOrdinal, formatPercent } from '#corpus/law/format-euros.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { toTypography } from '#corpus/law/typography.ts';
import { licenseText } from './license-text.ts';

/** Templates by language and the names that data gives to missions and texts. */
export type Vocabulary = {
  readonly templates: Readonly<Record<Lang, ReadonlyMap<string, string>>>;
  readonly nameMission: (code: string, lang: Lang) => string;
  readonly nameTexte: (id: string) => string;
};

/** Who speaks: what the figures of a message are licensed by. */
export type Speaker = {
  readonly lang: Lang;
  /** Name of the tool whose outcome is told, or `interface`. */
  readonly tool: string;
  readonly statut: Statut | null;
  readonly confiance: Confiance | null;
  readonly references: readonly Reference[];
  readonly asOf: CalendarDate;
  /** Where the asker gave a value, in her words or her profile, so that an echo is marked as one. */
  readonly findEcho?: ((arg: MessageArg) => FigureOrigin | undefined) | undefined;
};

/** Values of a message, or texts already rendered to be placed as they are. */
export type Args = Readonly<Record<string, MessageArg | LicensedText>>;

/**
 * Renders a message in the asker's language: words of the template, figures with their origin.
 * @throws {BotError} ERR_MESSAGE when the template or one of its values is missing
 */
export function renderMessage(
  message: { readonly code: string; readonly args: Args },
  speaker: Speaker,
  vocabulary: Vocabulary,
): LicensedText {
  const template = vocabulary.templates[speaker.lang].get(message.code);
  if (template === undefined) fail(message.code, 'le modèle de phrase manque', speaker.lang);
  const pieces: (string | Figure)[] = [];
  for (const part of template.split(/(\{[a-zA-Z]+\})/)) {
    if (!part.startsWith('{')) {
      if (part !== '') pieces.push(part);
      continue;
    }
    const name = part.slice(1, -1);
    const arg = message.args[name];
    if (arg === undefined) fail(message.code, `la valeur {${name}} manque`, speaker.lang);
    pieces.push(...(isLicensed(arg) ? arg : renderArg(arg, message.code, name, speaker, vocabulary)));
  }
  return pieces;
}

function isLicensed(arg: MessageArg | LicensedText): arg is LicensedText {
  return Array.isArray(arg);
}

function renderArg(
  arg: MessageArg,
  step: string,
  name: string,
  speaker: Speaker,
  vocabulary: Vocabulary,
): LicensedText {
  const { lang } = speaker;
  function figure(text: string, value: number | string, unit: Unite): LicensedText {
    return [toFigure({ text, value, unit, label: name }, step, arg, speaker)];
  }
  switch (arg.kind) {
    case 'euros':
      return figure(formatEuros(arg.centimes, lang), arg.centimes / 100, 'EUR');
    case 'date':
      return figure(formatDate(arg.date, lang), arg.date, 'date');
    case 'taille':
      return figure(String(arg.numero), arg.numero, 'taille');
    case 'population':
      return figure(formatNumber(arg.habitants, lang), arg.habitants, 'habitants');
    case 'fraction':
      return figure(`${arg.fraction.num}/${arg.fraction.den}`, `${arg.fraction.num}/${arg.fraction.den}`, 'nombre');
    case 'pourcent': {
      const percent = (100 * arg.fraction.num) / arg.fraction.den;
      return figure(formatPercent(percent, lang), percent, 'pourcent');
    }
    case 'duree':
      return figure(formatDuration(arg.valeur, arg.unite, lang), arg.valeur, arg.unite);
    case 'nombre':
      return figure(
        arg.unite === 'annee' ? String(arg.valeur) : formatNumber(arg.valeur, lang),
        arg.valeur,
        toUnite(arg.unite),
      );
    case 'rang':
      return figure(formatOrdinal(arg.valeur, lang), arg.valeur, 'ordinal');
    case 'mission':
      return [vocabulary.nameMission(arg.code, lang)];
    case 'texte':
      return licenseText(vocabulary.nameTexte(arg.id), arg.id, FIRST_DAY, {
        statut: null,
        confiance: null,
        references: speaker.references,
      });
    case 'donnee': {
      // A string of the parameters is no passage: whoever tells it answers for its figures.
      const text = licenseText(lang === 'fr' ? toTypography(arg.fr) : arg.en, step, FIRST_DAY, speaker);
      return text.map((piece) => (typeof piece === 'string' ? piece : { ...piece, origin: toOrigin(step, speaker) }));
    }
    case 'question': {
      const origin = { type: 'question', span: [arg.start, arg.end] } as const;
      const figure = { text: arg.text, value: arg.text, unit: 'identifiant', label: name, origin } as const;
      return [{ ...figure, statut: null, confiance: null, references: [] }];
    }
  }
}

function toFigure(
  shown: Pick<Figure, 'text' | 'value' | 'unit' | 'label'>,
  step: string,
  arg: MessageArg,
  speaker: Speaker,
): Figure {
  const echo = speaker.findEcho?.(arg);
  if (echo) return { ...shown, origin: echo, statut: null, confiance: null, references: [] };
  const { statut, confiance, references, asOf } = speaker;
  return { ...shown, origin: toOrigin(step, speaker), statut, confiance, references, asOf };
}

function toOrigin(step: string, { tool }: Speaker): FigureOrigin {
  return tool === 'interface' ? { type: 'interface', counter: step } : { type: 'tool', tool, step };
}

function toUnite(unite: Extract<MessageArg, { kind: 'nombre' }>['unite']): Unite {
  if (unite === 'membres') return 'membres';
  return unite === 'annee' ? 'annee' : 'nombre';
}

function fail(code: string, found: string, lang: Lang): never {
  throw new BotError(
    'ERR_MESSAGE',
    `bot/messages/${lang}.yaml, « ${code} » : ${found}`,
    'Complétez ce fichier de messages.',
  );
}
