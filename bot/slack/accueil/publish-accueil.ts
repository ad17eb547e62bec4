import { findDay } from '#bot/find-today.ts';
import { toIncident } from '#bot/tell-error.ts';
import { createWords } from '../profil/profil-words.ts';
import type { SlackContext } from '../slack-context.ts';
import { sayIncident } from '../tell-incident.ts';
import { listProchaines } from './list-prochaines.ts';
import { type Accueil, type Fiche, PER_PAGE, renderAccueil } from './render-accueil.ts';

/**
 * Shows the home of the application to a person as things are now; a home that cannot be shown is noted, and is made
 * again the next time she opens it.
 */
export async function publishAccueil(user: string, context: SlackContext, page = 0): Promise<void> {
  try {
    const lang = await context.findLang(user);
    const words = createWords(lang, context);
    const { journal } = context;
    const listed = await listFiches(page, context, lang).catch((error: unknown) => ({
      ...EMPTY,
      trouble: sayIncident('accueil-trouble', error, { journal, say: words.say }),
    }));
    await context.sender.publishHome(renderAccueil({ ...listed, corpus: describeCorpus(context) }, words), user);
  } catch (error) {
    context.journal(toIncident(error));
  }
}

type Listed = Pick<Accueil, 'fiches' | 'page' | 'pages'>;

const EMPTY: Listed = { fiches: [], page: 0, pages: 1 };

async function listFiches(
  page: number,
  { store, team, now, assembly }: SlackContext,
  lang: Awaited<ReturnType<SlackContext['findLang']>>,
): Promise<Listed> {
  const profils = await store.listProfils(team);
  const pages = Math.max(1, Math.ceil(profils.length / PER_PAGE));
  // Profiles may have been deleted since the page was turned.
  const shown = Math.min(page, pages - 1);
  const { parametres, pipeline } = assembly;
  const today = findDay(now());
  const fiches: Fiche[] = [];
  for (const saved of profils.slice(shown * PER_PAGE, (shown + 1) * PER_PAGE)) {
    const [change] = await store.listTraces(team, saved.id, 1);
    const prochaines = listProchaines(saved.profil, today, { parametres, vocabulary: pipeline.vocabulary, lang });
    fiches.push({ saved, change, prochaines });
  }
  return { fiches, page: shown, pages };
}

/** How many texts the bot knows, the day by which each of them had been checked, and what this workspace imported. */
function describeCorpus({ assembly, team }: SlackContext): Accueil['corpus'] {
  const days = [...assembly.corpus.textes.values()].map(({ verifieLe }) => verifieLe);
  const [verifieLe] = days.toSorted();
  return { textes: days.length, verifieLe, documents: assembly.countDocuments(team) };
}
