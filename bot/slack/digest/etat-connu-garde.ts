import { z } from 'zod';
import { toEtatConnu } from '#bot/digest/contenu/to-etat-connu.ts';
import type { DernierDigest } from '#bot/store/ports/digests.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { Statut } from '#corpus/law/statut.ts';
import { TexteMetadata } from '#corpus/law/texte.ts';
import type { DeuxEtats, EtatConnu } from '#tools/nouveautes/etat-connu.ts';
import { findEtatAvant } from '#tools/nouveautes/find-etat-avant.ts';
import type { SlackContext } from '../slack-context.ts';

type Known = Pick<SlackContext, 'store' | 'assembly' | 'now'>;

/** Changes when the parameters take another shape: what was kept in the former one is then not read. */
const FORME = 'un';

/** What was kept; parameters are those that this program wrote, checked by its schemas when they were loaded. */
const Garde = z.strictObject({
  parametres: z.custom<Parametres>((value) => typeof value === 'object' && value !== null),
  textes: z.array(TexteMetadata),
  passages: z.array(
    z.strictObject({
      id: z.string(),
      titre: z.string(),
      texte: z.string(),
      statut: Statut,
      valideDu: CalendarDate.optional(),
      empreinte: z.string(),
    }),
  ),
});

/** What is known of the law today, and what the former digest of a channel knew. */
export type EtatsDuJour = { readonly etat: EtatConnu; readonly etats: DeuxEtats | null; readonly nom: string };

/** Builds what finds them; what is known is written down once for each state of the data. */
export function createEtats({ store, assembly, now }: Known) {
  const { corpus, parametres, hashes } = assembly;
  const nom = [FORME, hashes.parametres, hashes.corpus].join('-');
  let kept: Omit<EtatConnu, 'jour'> | undefined;
  let writing: Promise<void> | undefined;

  async function findAvant({ jour, connu }: DernierDigest, etat: EtatConnu): Promise<EtatConnu> {
    if (connu === nom) return { ...etat, jour };
    const text = await store.readConnu(connu);
    const read = text === undefined ? undefined : Garde.safeParse(JSON.parse(text));
    // Nobody has it any more: the dates of what is known now tell what came since.
    return read?.success ? { ...read.data, jour } : findEtatAvant(etat, jour);
  }
  return async function findEtats(jour: CalendarDate, dernier: DernierDigest | undefined): Promise<EtatsDuJour> {
    kept ??= toEtatConnu(corpus, parametres, jour);
    writing ??= store.saveConnu(
      nom,
      JSON.stringify({ parametres, textes: kept.textes, passages: kept.passages }),
      now(),
    );
    const etat = { ...kept, jour };
    await writing;
    const avant = dernier && (await findAvant(dernier, etat));
    return { etat, etats: avant ? { avant, apres: etat } : null, nom };
  };
}
