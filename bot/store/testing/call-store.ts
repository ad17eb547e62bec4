import type { Fil } from '#bot/answer/question.ts';
import { createReglages } from '#bot/digest/testing/create-reglages.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { SavedAnswer, SavedEstimation } from '../ports/answers.ts';
import type { Abonnement, EnvoiPrevu } from '../ports/digests.ts';
import type { SavedProfil } from '../ports/profils.ts';
import type { Store } from '../store.ts';

export const NOW = Date.UTC(2026, 10, 2);
export const DAY = '2026-11-02' as CalendarDate;
export const USER = 'U1';
export const FIL: Fil = { faits: {}, concepts: ['taille'] };

/** A receipt that can be read back. */
export function createReceipt(text: string): string {
  const receipt = { corpus: 'c', parametres: 'p', answer: 'a' };
  return JSON.stringify({ receipt, question: { text, today: DAY } });
}

export function createProfil(changes: Partial<SavedProfil> = {}): SavedProfil {
  const profil = { nom: 'CPTS du Test', population: 85_000, missions: {} };
  return { id: 'profil', profil, editeurs: 'tous', savedBy: USER, savedAt: NOW, ...changes };
}

export function createAnswer(changes: Partial<SavedAnswer> = {}): SavedAnswer {
  const receipt = createReceipt('Quel plafond ?');
  return {
    id: 'reponse',
    user: USER,
    channel: 'C1',
    answerTs: '1.2',
    kind: 'answered',
    receipt,
    savedAt: NOW,
    ...changes,
  };
}

export function createEstimation(changes: Partial<SavedEstimation> = {}): SavedEstimation {
  const computed = { asOf: DAY, input: '{}', outcome: '{}' };
  return {
    id: 'estimation',
    nom: 'Prévision',
    profilId: 'profil',
    ...computed,
    savedBy: USER,
    savedAt: NOW,
    ...changes,
  };
}

export function createAbonnement(changes: Partial<Abonnement> = {}): Omit<Abonnement, 'savedAt'> {
  const reglages = createReglages({ destinataires: [USER] });
  return { channel: 'C1', reglages, savedBy: USER, prochainJour: DAY, prochainAt: NOW, ...changes };
}

function createEnvoi(changes: Partial<EnvoiPrevu> = {}): EnvoiPrevu {
  const key = { kind: 'digest', communaute: '*', destination: 'C1', periode: '2026-S45' } as const;
  return { ...key, id: 'envoi', channel: 'C1', jour: DAY, dueAt: NOW, ...changes };
}

const LEASE = { now: NOW, ms: 1000 };

/** Functions of the store that speak of one workspace. */
export type OfTeam = Exclude<keyof Store, 'purge' | 'close' | 'saveConnu' | 'readConnu'>;

const KEY = { channel: 'C1', questionTs: '1.1' };

/** A call of every function that speaks of one workspace, in an order where each finds what it needs. */
export const CALLS: Readonly<Record<OfTeam, (store: Store, team: string) => Promise<unknown>>> = {
  claimEvent: (store, team) => store.claimEvent(team, ['evenement', 'enveloppe'], NOW),
  saveExchange: (store, team) =>
    store.saveExchange(
      { team, ...KEY },
      '1.0',
      { answerTs: '1.2', suite: ['1.3'], version: '', filAvant: FIL, user: USER },
      FIL,
      NOW,
    ),
  readFil: (store, team) => store.readFil({ team, channel: 'C1', threadTs: '1.0' }),
  readExchange: (store, team) => store.readExchange({ team, ...KEY }),
  addTokens: (store, team) => store.addTokens(team, DAY, 7),
  readTokens: (store, team) => store.readTokens(team, DAY),
  receiveWork: (store, team) =>
    store.receiveWork(team, ['message'], { id: 'message', kind: 'message', payload: '{}', user: USER }, NOW),
  noteSending: (store, team) =>
    store.noteSending(team, 'message', { channel: 'C1', messageId: 'identifiant', ts: '1.3' }),
  noteTries: (store, team) => store.noteTries(team, 'message', 1),
  takeUpWorks: (store, team) => store.takeUpWorks(team),
  saveProfil: (store, team) => store.saveProfil(team, createProfil(), NOW),
  placeProfil: (store, team) => store.placeProfil(team, 'C1', 'profil', USER, NOW),
  findProfils: (store, team) => store.findProfils(team, 'C1'),
  listLieux: (store, team) => store.listLieux(team, 'profil'),
  listProfils: (store, team) => store.listProfils(team),
  readProfil: (store, team) => store.readProfil(team, 'profil'),
  addTrace: (store, team) => store.addTrace(team, { at: NOW, by: USER, action: 'echeance-faite', objet: 'profil' }),
  listTraces: (store, team) => store.listTraces(team, 'profil', 10),
  saveAnswer: (store, team) => store.saveAnswer(team, createAnswer()),
  readAnswer: (store, team) => store.readAnswer(team, 'reponse'),
  saveFeedback: (store, team) =>
    store.saveFeedback(team, { answerId: 'reponse', user: USER, verdict: 'utile', comment: 'Merci', at: NOW }),
  listFeedback: (store, team) => store.listFeedback(team, 'reponse'),
  saveEstimation: (store, team) => store.saveEstimation(team, createEstimation()),
  listEstimations: (store, team) => store.listEstimations(team, 'profil'),
  readEstimation: (store, team) => store.readEstimation(team, 'estimation'),
  deleteEstimation: (store, team) => store.deleteEstimation(team, 'estimation'),
  saveAbonnement: (store, team) => store.saveAbonnement(team, createAbonnement(), NOW),
  readAbonnement: (store, team) => store.readAbonnement(team, 'C1'),
  listAbonnements: (store, team) => store.listAbonnements(team),
  listAbonnementsDus: (store, team) => store.listAbonnementsDus(team, NOW, 10),
  planEnvois: (store, team) => {
    const plan = { depuis: DAY, envois: [createEnvoi()], prochainJour: DAY, prochainAt: NOW };
    return store.planEnvois(team, 'C1', plan, NOW);
  },
  claimEnvois: (store, team) => store.claimEnvois(team, 'un', LEASE, 10),
  renewEnvois: (store, team) => store.renewEnvois(team, 'un', LEASE),
  noteEnvoi: (store, team) => store.noteEnvoi(team, 'envoi', 'un', NOW),
  releaseEnvoi: (store, team) => store.releaseEnvoi(team, 'envoi', 'un', NOW),
  listEnvois: (store, team) => store.listEnvois(team, 'C1'),
  saveMarque: (store, team) =>
    store.saveMarque(team, { profilId: 'profil', code: 'a:b', marque: { kind: 'pas-concerne' }, by: USER }, NOW),
  listMarques: (store, team) => store.listMarques(team, 'profil'),
  finishEnvoi: (store, team) => store.finishEnvoi(team, 'envoi', '1.4', NOW, { jour: DAY, connu: 'connu' }),
  dropEnvoi: (store, team) => store.dropEnvoi(team, 'envoi', 'rien-a-dire', NOW),
  suspendAbonnement: (store, team) => store.suspendAbonnement(team, 'C1', 'ERR_SLACK_CANAL'),
  deleteAbonnement: (store, team) => store.deleteAbonnement(team, 'C1', USER, NOW),
  unplaceProfil: (store, team) => store.unplaceProfil(team, 'C1', 'profil', USER, NOW),
  deleteProfil: (store, team) => store.deleteProfil(team, 'profil', USER, NOW),
  finishWork: (store, team) => store.finishWork(team, 'message'),
  forgetPerson: (store, team) => store.forgetPerson(team, USER),
};
