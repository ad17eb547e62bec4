import type { Bareme } from './bareme.ts';
import { BotError } from './bot-error.ts';
import type {
  Complement,
  Duree,
  Missions,
  MontantsMissions,
  MontantsParAnnee,
  MontantsParTaille,
  Parametre,
  Partage,
  Tailles,
} from './parametre.ts';

/** The parameters that the calculators read, by name, and all the others (proposals, history) in `autres`. */
export type ParametresDuCorpus = {
  readonly tailles: Tailles;
  readonly fonctionnement: MontantsParTaille;
  readonly complement: Complement;
  readonly plafonds: MontantsParTaille;
  readonly missions: Missions;
  readonly montantsMissions: MontantsMissions;
  readonly partage: Partage;
  readonly dureeContrat: Duree;
  readonly silenceArs: Duree;
  readonly pass: MontantsParAnnee;
  readonly autres: readonly Parametre[];
};

/** What the calculators read. */
export type Parametres = ParametresDuCorpus & {
  /** Amounts that an administrator read in the official text and adds to ours, when there are some. */
  readonly bareme?: Bareme;
};

/**
 * Sorts loaded parameters by role.
 * @throws {BotError} ERR_PARAMETRE_ABSENT when a calculator would lack one
 */
export function assembleParametres(files: readonly Parametre[]): ParametresDuCorpus {
  const used = new Set<string>();
  function take<T extends Parametre['type']>(id: string, type: T): Extract<Parametre, { type: T }> {
    const found = files.find((file) => file.id === id);
    if (found?.type !== type) {
      throw new BotError(
        'ERR_PARAMETRE_ABSENT',
        `corpus/parametres : le paramètre « ${id} » (type ${type}) manque`,
        `Ajoutez corpus/parametres/${id}.yaml avec « id: ${id} » et « type: ${type} ».`,
      );
    }
    used.add(id);
    return found as Extract<Parametre, { type: T }>;
  }
  const parametres = {
    tailles: take('tailles', 'tailles'),
    fonctionnement: take('fonctionnement', 'montants-par-taille'),
    complement: take('complement-exceptionnel', 'complement'),
    plafonds: take('plafonds', 'montants-par-taille'),
    missions: take('missions', 'missions'),
    montantsMissions: take('montants-missions', 'montants-missions'),
    partage: take('partage-des-versements', 'partage'),
    dureeContrat: take('duree-du-contrat', 'duree'),
    silenceArs: take('silence-ars', 'duree'),
    pass: take('pass', 'montants-par-annee'),
  };
  return { ...parametres, autres: files.filter((file) => !used.has(file.id)) };
}
