import { z } from 'zod';
import {
  type Choix,
  toCheckboxes,
  toDateElement,
  toInput,
  toSelectElement,
  toTextElement,
} from '#bot/slack/modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '#bot/slack/outgoing/outgoing.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import { formatNumber } from '#corpus/law/format-euros.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Parole } from '../parler.ts';
import { Demande, pack, unpack } from './demande.ts';

/** Name of the form of an estimate, and of the choice of missions in it. */
export const FINANCEMENT_VIEW = 'financement-formulaire';
export const MISSIONS_ACTION = 'missions';

/** Where an answer to a form goes: the channel of the command, and the address that came with it. */
export const Retour = z.strictObject({ channel: z.string().optional(), responseUrl: z.string().optional() });
export type Retour = z.infer<typeof Retour>;

/** What a form carries: what it was filled with, and where its result goes. */
const Porte = z.strictObject({ demande: Demande, retour: Retour });
export type Porte = z.infer<typeof Porte>;

/** Reads what a form carries; undefined when it is not one of ours. */
export function parsePorte(metadata: string): Porte | undefined {
  return unpack(metadata, Porte);
}

/**
 * The form of an estimate, filled with what is known.
 * @param notes what is missing, or wrong, or was not understood: told above the fields
 */
export function renderForm({ demande, retour }: Porte, notes: readonly LicensedText[], parole: Parole): OutgoingObject {
  const { say } = parole;
  return {
    type: 'modal',
    callback_id: FINANCEMENT_VIEW,
    private_metadata: pack({ demande, retour }),
    title: toPlainText(say('commandes-formulaire')),
    submit: toPlainText(say('commandes-calculer')),
    close: toPlainText(say('commandes-annuler')),
    blocks: [
      ...[say('commandes-formulaire-intro'), ...notes].map((note) => ({ type: 'section', text: toPlainText(note) })),
      ...renderCommunaute(demande, parole),
      ...renderContrat(demande, parole),
      ...renderMissions(demande, parole),
    ],
  };
}

function renderCommunaute({ input }: Demande, { say, referentiel }: Parole): readonly OutgoingObject[] {
  const { population, taille, membres } = input;
  const classes = referentiel.parametres.tailles.valeurs.at(-1)?.valeur.classes ?? [];
  const tailles = classes.map((classe): Choix => {
    const numero = toNumeroTaille(classe.taille);
    return { value: classe.taille, label: say('commandes-taille', { taille: { kind: 'taille', numero } }) };
  });
  const exemple = { kind: 'population', habitants: 85_000 } as const;
  const hint = say('commandes-population-aide', { exemple });
  return [
    toInput({ champ: 'population', label: say('trace-population'), hint }, toTextElement(toNombre(population))),
    toInput(
      { champ: 'taille', label: say('trace-taille'), hint: say('commandes-taille-aide') },
      toSelectElement(tailles, taille),
    ),
    toInput({ champ: 'membres', label: say('trace-membres') }, toTextElement(toNombre(membres))),
  ];
}

function renderContrat({ input, signeEntre, asOf }: Demande, { say, referentiel }: Parole): readonly OutgoingObject[] {
  const { signature, renouvellement, annee, prorata } = input;
  const ans = referentiel.parametres.dureeContrat.valeurs.at(-1)?.valeur ?? 1;
  const annees = Array.from({ length: renouvellement ? 2 * ans : ans }, (_, index): Choix => {
    const rang = { kind: 'nombre', valeur: index + 1, unite: 'annee-contrat' } as const;
    return { value: String(index + 1), label: say('commandes-annee', { annee: rang }) };
  });
  const entier = { value: 'contrat-entier', label: say('trace-contrat-entier') };
  const bases = (['jours', 'mois'] as const).map((base) => ({ value: base, label: say(`commandes-prorata-${base}`) }));
  // A month is not a day: the day is left to be chosen.
  const signed = signeEntre ? undefined : toJour(signature);
  return [
    toInput({ champ: 'signature', label: say('trace-signature') }, toDateElement(signed)),
    toInput(
      { champ: 'renouvellement', label: say('trace-renouvellement'), hint: say('commandes-renouvellement-aide') },
      toDateElement(toJour(renouvellement)),
    ),
    toInput(
      { champ: 'annee', label: say('trace-annee'), hint: say('commandes-annee-aide') },
      toSelectElement([...annees, entier], annee === undefined ? undefined : String(annee)),
    ),
    toInput({ champ: 'jour', label: say('trace-jour'), hint: say('commandes-jour-aide') }, toDateElement(toJour(asOf))),
    toInput(
      { champ: 'prorata', label: say('commandes-prorata'), hint: say('commandes-prorata-aide') },
      toSelectElement(bases, prorata),
    ),
  ];
}

/** The missions, then the day on which each of those that are ticked started. */
function renderMissions({ input }: Demande, { say, lang, referentiel }: Parole): readonly OutgoingObject[] {
  const { parametres, vocabulary } = referentiel;
  const choix = parametres.missions.missions.map(({ code }) => ({
    value: code,
    label: [vocabulary.nameMission(code, lang)],
  }));
  const chosen = input.missions.map(({ code }) => code);
  const champ = { champ: MISSIONS_ACTION, label: say('commandes-missions'), hint: say('commandes-missions-aide') };
  const boxes = { ...toInput(champ, toCheckboxes(choix, chosen)), dispatch_action: true };
  const starts = input.missions.map(({ code, demarrage }) => {
    const label = say('commandes-demarrage', { mission: { kind: 'mission', code } });
    return toInput({ champ: toChampDemarrage(code), label }, toDateElement(toJour(demarrage)));
  });
  return [boxes, ...starts];
}

/** Field of the day on which a mission started. */
export function toChampDemarrage(code: string): string {
  return `demarrage-${code}`;
}

/** A number as the person may write it again; it is hers, or her profile's. */
function toNombre(value: number | undefined): LicensedText | undefined {
  return value === undefined ? undefined : [toSaisie(formatNumber(value, 'fr'), value, 'nombre')];
}

function toJour(date: CalendarDate | undefined): LicensedText | undefined {
  return date === undefined ? undefined : [toSaisie(formatDate(date, 'fr'), date, 'date')];
}

function toSaisie(text: string, value: number | string, unit: 'nombre' | 'date'): Figure {
  const origin = { type: 'profile', field: 'formulaire' } as const;
  return { text, value, unit, label: 'formulaire', origin, statut: null, confiance: null, references: [] };
}
