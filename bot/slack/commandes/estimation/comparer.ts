import { parseDate } from '#bot/commands/options/parse-date.ts';
import { describeComparaison, type LectureComparee } from '#bot/render/describe-comparaison.ts';
import type { AnswerParts, Rubrique } from '#bot/render/render-text.ts';
import { toDateElement, toInput, toSelectElement } from '#bot/slack/modal/inputs.ts';
import type { Saisie } from '#bot/slack/modal/saisie.ts';
import { type OutgoingObject, toPlainText } from '#bot/slack/outgoing/outgoing.ts';
import type { SavedEstimation } from '#bot/store/ports/answers.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { checkCote } from '#tools/comparaison/check-cote.ts';
import type { Cote } from '#tools/comparaison/comparaison.ts';
import { computeComparaison } from '#tools/comparaison/compute-comparaison.ts';
import { findJourDeDroit } from '#tools/comparaison/list-tailles-cote.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Parole } from '../parler.ts';
import { keepFilled, toParts } from '../render-messages.ts';
import { Demande, pack } from './demande.ts';

/** Name of the form that asks what an estimate is compared with. */
export const COMPARER_VIEW = 'estimation-comparer';

/** The form: another day, another size, or an estimate that was saved. */
export function renderComparerForm(
  demande: Demande,
  saved: readonly SavedEstimation[],
  { say, lang, referentiel }: Parole,
) {
  const classes = referentiel.parametres.tailles.valeurs.at(-1)?.valeur.classes ?? [];
  const tailles = classes.map(({ taille }) => {
    const label = say('commandes-taille', { taille: { kind: 'taille', numero: toNumeroTaille(taille) } });
    return { value: taille, label };
  });
  // Slack shows a hundred choices at most, of seventy-five signs.
  const estimations = saved.slice(-100).map(({ id, nom, asOf }) => {
    const text = `${nom.slice(0, 40)} (${formatDate(asOf, lang)})`;
    return {
      value: id,
      label: say('commandes-estimation-choix', { nom: { kind: 'question', text, start: 0, end: text.length } }),
    };
  });
  return {
    type: 'modal',
    callback_id: COMPARER_VIEW,
    private_metadata: pack(demande),
    title: toPlainText(say('commandes-comparer')),
    submit: toPlainText(say('commandes-comparer')),
    close: toPlainText(say('commandes-annuler')),
    blocks: [
      { type: 'section', text: toPlainText(say('commandes-comparer-intro')) },
      toInput({ champ: 'jour', label: say('commandes-comparer-jour') }, toDateElement(undefined)),
      toInput({ champ: 'taille', label: say('commandes-comparer-taille') }, toSelectElement(tailles, undefined)),
      ...(estimations.length > 0
        ? [
            toInput(
              { champ: 'estimation', label: say('commandes-comparer-estimation') },
              toSelectElement(estimations, undefined),
            ),
          ]
        : []),
    ],
  } satisfies OutgoingObject;
}

/** The other side that the form asks for, or what is wrong in it. */
export function readComparer(
  saisie: Saisie,
  demande: Demande,
  findSaved: (id: string) => Demande | undefined,
): { readonly autre: Demande } | { readonly problems: readonly InputProblem[] } {
  const estimation = saisie.text('estimation');
  const found = estimation === undefined ? undefined : findSaved(estimation);
  if (estimation !== undefined && !found) return refuse('estimation', toMessage('commandes-estimation-partie'));
  const [jour, taille] = [saisie.text('jour'), saisie.text('taille')];
  if (found === undefined && jour === undefined && taille === undefined) {
    return refuse('jour', toMessage('commandes-comparer-rien'));
  }
  const day = jour === undefined ? undefined : parseDate(jour, demande.today);
  if (day?.kind === 'problem') return refuse('jour', day.message);
  const { population, ...rest } = (found ?? demande).input;
  const input = taille === undefined ? (found ?? demande).input : { ...rest, taille };
  return { autre: { ...(found ?? demande), input, ...(day ? { asOf: day.value } : {}) } };
}

function refuse(champ: string, message: Message) {
  return { problems: [{ champ, message }] };
}

/** Two estimates side by side, or what keeps them from being compared. */
export function compareDemandes(
  demande: Demande,
  autre: Demande,
  parole: Parole,
): { readonly parts: AnswerParts } | { readonly problems: readonly InputProblem[] } {
  const { parametres, corpus } = parole.referentiel;
  const input = { a: toCote(demande), b: toCote(autre) };
  const problems = [input.a, input.b].flatMap((cote) => checkCote(cote, [...corpus.textes.values()], parametres));
  if (problems.length > 0) return { problems: problems.map(({ message }) => ({ champ: 'jour', message })) };
  const [jour, autreJour] = [input.a, input.b].map((cote) => findJourDeDroit(cote, parametres));
  const onlyDays = demande.asOf !== autre.asOf && JSON.stringify(demande.input) === JSON.stringify(autre.input);
  // The law of a contract year is that of its first day: another day beside it would compare an estimate with itself.
  if (onlyDays && jour !== undefined && jour === autreJour) {
    return refuse('jour', toMessage('commandes-comparer-meme-jour', { jour: { kind: 'date', date: jour } }));
  }
  const outcome = computeComparaison(input, parametres, demande.today);
  const scribe = parole.write('comparaison', outcome.asOf);
  const { cotes, lectures, enonces, rubriques } = describeComparaison(outcome, input, parole.referentiel, scribe);
  const isSame = lectures.every(({ changements, dates }) => changements.length + dates.length === 0);
  return {
    parts: toParts({
      enonces: [
        ...cotes,
        ...(lectures.length > 1 ? [scribe.phrase('cli-lectures')] : []),
        ...(lectures.length > 0 && isSame ? [scribe.phrase('comparaison-rien-ne-change')] : []),
        ...enonces,
      ],
      rubriques: keepFilled([...lectures.flatMap((lecture) => toRubriques(lecture, scribe.phrase)), ...rubriques]),
      jour: scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } }),
    }),
  };
}

/** A month of signature is read from its first day. */
function toCote({ input, signeEntre, asOf }: Demande): Cote {
  return { asOf, texte: null, entree: signeEntre ? { ...input, signature: signeEntre.from } : input };
}

function toRubriques(
  { nom, changements, dates, identiques, absents }: LectureComparee,
  phrase: (code: string, args?: Record<string, LicensedText>) => LicensedText,
): readonly Rubrique[] {
  const name = (titre: LicensedText) => (nom === undefined ? titre : phrase('commandes-de-lecture', { titre, nom }));
  return [
    ...changements.map(({ label, lignes }) => ({ titre: name(label), lignes })),
    { titre: name(phrase('comparaison-dates')), lignes: dates.map((date) => phrase('commandes-dates', date)) },
    { titre: name(phrase('comparaison-identique')), lignes: identiques },
    { titre: name(phrase('comparaison-absent-partout')), lignes: absents },
  ];
}

/** An estimate as it was saved; undefined for one that this version cannot read. */
export function parseSaved({ input }: SavedEstimation): Demande | undefined {
  try {
    return Demande.parse(JSON.parse(input));
  } catch {
    return undefined;
  }
}
