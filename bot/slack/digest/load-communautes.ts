import type { Communaute, EstimationSuivie } from '#bot/digest/contenu/communaute.ts';
import { renderFinancementJson } from '#bot/render/render-financement-json.ts';
import type { SavedEstimation } from '#bot/store/ports/answers.ts';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import { parseSaved } from '../commandes/estimation/comparer.ts';
import { computeDemande } from '../commandes/estimation/compute-demande.ts';
import type { SlackContext } from '../slack-context.ts';

type Known = Pick<SlackContext, 'store' | 'team' | 'assembly'>;

/** The communities that a channel follows: those whose profiles serve there, with their marks and their estimates. */
export async function loadCommunautes(channel: string, context: Known): Promise<readonly Communaute[]> {
  const { store, team } = context;
  const profils = await store.findProfils(team, channel);
  return Promise.all(profils.map((saved) => loadCommunaute(saved, context)));
}

/** A community by its profile. */
export async function loadCommunaute({ id, profil }: SavedProfil, context: Known): Promise<Communaute> {
  const { store, team } = context;
  const [marques, saved] = await Promise.all([store.listMarques(team, id), store.listEstimations(team, id)]);
  return { id, profil, marques, estimations: saved.flatMap((one) => toEstimation(one, context)) };
}

/** An estimate that gives today what it gave when it was saved has not changed, whatever happened in between. */
function toEstimation(saved: SavedEstimation, { assembly }: Known): readonly EstimationSuivie[] {
  const demande = parseSaved(saved);
  if (!demande) return [];
  const { corpus, parametres, pipeline } = assembly;
  const { vocabulary } = pipeline;
  const now = renderFinancementJson(computeDemande(demande, parametres), { corpus, parametres, vocabulary });
  if (JSON.stringify(now) === saved.outcome) return [];
  return [{ nom: saved.nom, asOf: demande.asOf, entree: demande.input }];
}
