import { z } from 'zod';

const Mots = z.array(z.string().min(1)).min(1);
const ParLangue = z.strictObject({ fr: Mots, en: Mots });

const Commande = z.strictObject({
  suite: z.enum(['rien', 'faits', 'texte']),
  noms: ParLangue,
  exemples: z.strictObject({ fr: z.string().min(1), en: z.string().min(1) }).optional(),
});

/** What may be written after `/cpts`: `bot/donnees/commandes.yaml`. */
export const CommandesDonnees = z.strictObject({
  commandes: z.strictObject({
    financement: Commande,
    echeances: Commande,
    verifier: Commande,
    montant: Commande,
    profil: Commande,
    oublier: Commande,
    digest: Commande,
    aide: Commande,
  }),
  arguments: z.strictObject({
    contratEntier: Mots,
    prorata: z.strictObject({ jours: Mots, mois: Mots }),
    sujets: Mots,
    mots: Mots,
  }),
});
export type CommandesDonnees = z.infer<typeof CommandesDonnees>;

/** Name of a command, as the code knows it. */
export type NomCommande = keyof CommandesDonnees['commandes'];
