import { z } from 'zod';
import { listMissionsProfil } from '#bot/commands/options/read-missions.ts';
import { warnJoursFuturs } from '#bot/commands/warn-jours-futurs.ts';
import { describeEcheances, type LigneEcheance } from '#bot/render/describe-echeances.ts';
import { joinPoints } from '#bot/render/join-points.ts';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { EcheancesInput } from '#tools/echeances/echeance.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import { findProfil } from '../profil/find-profil.ts';
import type { Delivery } from '../render/render-delivery.ts';
import { pack } from './estimation/demande.ts';
import { withStart } from './estimation/to-demande.ts';
import { type ArgumentsLus, readArguments } from './lecture/read-arguments.ts';
import { tellArguments } from './lecture/tell-arguments.ts';
import type { Parole } from './parler.ts';
import type { Atelier, CommandeRecue } from './recue.ts';
import { addActions, keepFilled, renderMessages, toParts } from './render-messages.ts';

/** Names of the clicks on « Ajouter à mon agenda » and « Voir en image ». */
export const AGENDA_ACTION = 'echeances-agenda';
export const CALENDRIER_ACTION = 'echeances-image';

const Mission = z.strictObject({
  code: z.string(),
  demarrage: CalendarDate.optional(),
  deploiement: CalendarDate.optional(),
  fait: z.boolean().optional(),
});

/** What a calendar is asked of, as its button carries it. */
export const DemandeEcheances = z.strictObject({
  input: z.strictObject({
    signature: CalendarDate.optional(),
    renouvellement: CalendarDate.optional(),
    projetDepose: CalendarDate.optional(),
    missions: z.array(Mission),
  }),
  asOf: CalendarDate,
  nom: z.string().optional(),
});
export type DemandeEcheances = z.infer<typeof DemandeEcheances>;

/** `/cpts echeances`: the deadlines of the words, completed by the profile of the place, with the days left. */
export async function runEcheances(recue: CommandeRecue, atelier: Atelier): Promise<Delivery> {
  const { context, parole, lecture, today } = atelier;
  const lus = readArguments(recue.suite, 'echeances', { ...lecture, today });
  const saved = recue.profil ?? (await findProfil(recue.channel, context));
  const demande = toDemande(lus, saved, today);
  // The profile does not stand in for a day that was given and cannot be.
  const isWrong = lus.problems.length > 0;
  const uses = lus.faits.signature === undefined || demande.input.missions.length > 0;
  const notes = tellArguments(lus, uses && !isWrong ? saved?.profil.nom : undefined, parole);
  const { parametres } = parole.referentiel;
  const wrong = checkEcheancesInput(demande.input, parametres).map(({ message }) =>
    parole.say(message.code, message.args),
  );
  const avis = isWrong ? [parole.say('commandes-echeances-comment')] : [];
  if (isWrong || wrong.length > 0) return renderMessages(toParts({ enonces: [...notes, ...wrong], avis }), parole);
  return renderEcheances(demande, notes, isMonth(lus), parole);
}

function isMonth({ faits: { signature } }: ArgumentsLus): boolean {
  return signature !== undefined && signature.from !== signature.to;
}

function toDemande(
  { faits, periode }: ArgumentsLus,
  saved: SavedProfil | undefined,
  today: CalendarDate,
): DemandeEcheances {
  const profil = saved?.profil;
  const known = profil ? listMissionsProfil(profil) : [];
  const said = faits.missions ?? {};
  const own = faits.signature === undefined;
  const codes = [...new Set([...Object.keys(said), ...known.map(({ code }) => code)])];
  const missions = codes.map((code) => {
    const told = withStart(said[code] ?? {}, own ? undefined : faits.signature);
    const { demarrage, deploiement, fait } = { ...known.find((mission) => mission.code === code), ...told };
    return withoutUndefined({ code, demarrage, deploiement, fait });
  });
  const input: EcheancesInput = {
    signature: own ? profil?.signature : faits.signature?.from,
    renouvellement: faits.renouvellement ?? (own ? profil?.renouvellement : undefined),
    projetDepose: faits.projetDepose,
    missions,
  };
  const asOf = !periode || (periode.from <= today && today <= periode.to) ? today : periode.to;
  return { input: withoutUndefined(input) as DemandeEcheances['input'], asOf, ...(profil ? { nom: profil.nom } : {}) };
}

function renderEcheances(
  demande: DemandeEcheances,
  notes: readonly LicensedText[],
  fromMonth: boolean,
  parole: Parole,
): Delivery {
  const { input, asOf } = demande;
  const outcome = warnJoursFuturs(computeEcheances(input, parole.referentiel.parametres, asOf), [asOf], asOf);
  const scribe = parole.write('echeances', asOf);
  const { titre, aVenir, passees, enonces, rubriques } = describeEcheances(outcome, scribe);
  const month = fromMonth && input.signature ? { jour: { kind: 'date', date: input.signature } as const } : undefined;
  const parts = toParts({
    enonces: [
      ...notes,
      ...(titre ? [titre] : []),
      ...(month ? [scribe.phrase('enonce-echeances-periode', month)] : []),
      ...enonces,
    ],
    rubriques: keepFilled([
      { titre: scribe.phrase('cli-a-venir'), lignes: aVenir.map((ligne) => tellLigne(ligne, parole)) },
      { titre: scribe.phrase('cli-passees'), lignes: passees.map((ligne) => tellLigne(ligne, parole)) },
      ...rubriques,
    ]),
    // What is missing is asked for on no day.
    ...(outcome.kind === 'missing-input'
      ? { avis: [parole.say('commandes-echeances-comment')] }
      : { jour: scribe.phrase('interface-jour', { asOf: { kind: 'date', date: asOf } }) }),
  });
  const hasDates = outcome.kind === 'computed' && outcome.value.some(({ etat }) => etat !== 'fait');
  const isDrawn = outcome.kind === 'computed' && outcome.value.length > 0;
  const value = pack(demande);
  const agenda = renderButton(AGENDA_ACTION, parole.say('commandes-agenda'), value);
  const image = renderButton(CALENDRIER_ACTION, parole.say('image-bouton'), value);
  return addActions(renderMessages(parts, parole), [...(hasDates ? [agenda] : []), ...(isDrawn ? [image] : [])]);
}

function renderButton(name: string, label: LicensedText, value: string): OutgoingObject {
  return { type: 'button', action_id: name, text: toPlainText(label), value };
}

function tellLigne({ jour, label, notes }: LigneEcheance, { say }: Parole): LicensedText {
  const told = say('commandes-echeance', { jour, label });
  return notes.length === 0 ? told : [...told, ' (', ...joinPoints(notes, say), ')'];
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
