import type { Parametres } from '#corpus/law/parametres.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import type { Vocabulary } from './answer/render-message.ts';
import { loadMessages } from './load-messages.ts';

/** Sentences of the bot with the names that the data gives to missions and texts. */
export function createVocabulary(folder: string, parametres: Parametres, corpus: Corpus): Vocabulary {
  const missions = new Map(parametres.missions.missions.map((mission) => [mission.code, mission]));
  return {
    templates: loadMessages(folder),
    nameMission(code, lang) {
      const mission = missions.get(code);
      return (lang === 'fr' ? mission?.nom : mission?.nomAnglais) ?? code;
    },
    nameTexte: (id) => corpus.textes.get(id)?.nom ?? id,
  };
}

/** Texts of ours, whose words may stand between two énoncés. */
export function listTexts({ passages }: Corpus, { templates }: Vocabulary): readonly string[] {
  const ours = passages.map(({ titre, corps }) => `${titre} ${corps}`);
  return [...ours, ...templates.fr.values(), ...templates.en.values()];
}
