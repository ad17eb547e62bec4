import { z } from 'zod';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import type { ModelMessage, ModelOptions, ModelTool } from '../chat-model.ts';
import type { Format } from '../langchain/abilities.ts';
import type { LangchainModel } from '../langchain/create-langchain-model.ts';
import { attempt, type Found } from './attempt.ts';
import type { Endpoint } from './endpoint.ts';
import { tryAccess } from './try-access.ts';
import type { Essai, Verification } from './verification.ts';

const PHRASE = 'Souhaitez la bienvenue à une équipe, en une phrase.';

const OUTIL: ModelTool = {
  name: 'saluer',
  description: 'Salue la personne. À appeler pour tout salut.',
  schema: z.strictObject({ moment: z.enum(['matin', 'soir']) }),
};

const Brouillon = z.strictObject({ segments: z.array(z.strictObject({ mots: z.string() })) });

const FORMES: Readonly<Record<Format, Message>> = {
  json_schema: toMessage('modele-forme-stricte'),
  json_object: toMessage('modele-forme-objet'),
  text: toMessage('modele-forme-texte'),
};

/**
 * Tries an endpoint, one thing after another; what depends on a thing that failed is not tried.
 * @param now clock in milliseconds
 */
export async function verifyEndpoint(endpoint: Endpoint, now: () => number): Promise<Verification> {
  const { model, openEmbedder } = endpoint;
  const entree = await tryAccess(endpoint, now);
  const others = ['outils', 'brouillon', 'flux', ...(openEmbedder ? (['vecteurs'] as const) : [])] as const;
  if (entree.some(({ resultat }) => resultat !== 'oui')) {
    const untried = others.map((nom): Essai => ({ nom, resultat: 'non-essaye' }));
    return { essais: [...entree, ...untried], usage: 'inutilisable' };
  }
  const outils = await attempt('outils', now, (signal) => tryTools(model, { signal }));
  const brouillon = await attempt('brouillon', now, (signal) => tryDraft(model, { signal }));
  const flux = await attempt('flux', now, (signal) => tryStream(model, { signal }));
  const vecteurs = openEmbedder
    ? [await attempt('vecteurs', now, async (signal) => tryVectors(await openEmbedder(signal), signal))]
    : [];
  const usage = brouillon.resultat === 'oui' ? (outils.resultat === 'oui' ? 'complet' : 'sans-outils') : 'inutilisable';
  return { essais: [...entree, outils, brouillon, flux, ...vecteurs], usage };
}

async function tryTools(model: LangchainModel, options: ModelOptions): Promise<Found> {
  const { calls } = await model.chooseTools(toMessages('Saluez-moi, c’est le matin.'), [OUTIL], options);
  if (!model.abilities().tools) return { probleme: toMessage('modele-sans-outils') };
  return calls.some(({ name }) => name === OUTIL.name) ? undefined : { probleme: toMessage('modele-sans-appel') };
}

async function tryDraft(model: LangchainModel, options: ModelOptions): Promise<Found> {
  const { draft } = await model.writeDraft(toMessages(PHRASE), Brouillon, options);
  if (!Brouillon.safeParse(draft).success) return { probleme: toMessage('modele-autre-forme') };
  return FORMES[model.abilities().format];
}

async function tryStream(model: LangchainModel, options: ModelOptions): Promise<Found> {
  const pieces = await model.stream(PHRASE, options);
  return pieces === 0 ? { probleme: toMessage('modele-sans-mots') } : toCount('modele-morceaux', pieces);
}

async function tryVectors(embedder: TextEmbedder, signal: AbortSignal): Promise<Found> {
  const [vector] = await embedder.embed([PHRASE], signal);
  return toCount('modele-dimensions', vector?.length ?? 0);
}

function toMessages(text: string): readonly ModelMessage[] {
  return [
    { role: 'system', text: 'Vous essayez un service : faites ce qui est demandé, rien de plus.' },
    { role: 'user', text },
  ];
}

function toCount(code: 'modele-morceaux' | 'modele-dimensions', valeur: number): Message {
  return toMessage(code, { nombre: { kind: 'nombre', valeur } });
}
