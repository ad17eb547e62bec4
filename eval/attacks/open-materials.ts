import type { Pipeline } from '#bot/answer/answer-question.ts';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Materials } from '#bot/answer/compose.ts';
import { TODAY } from '#bot/testing/load-test-assembly.ts';

/** Materials that the pipeline offers for a question, as a guide sees them. */
export async function openMaterials(text: string, pipeline: Pipeline): Promise<Materials> {
  const seen: Materials[] = [];
  const openGuide: Pipeline['openGuide'] = () => ({
    chooseTools: () => Promise.resolve(),
    compose(context) {
      seen.push(context.materials);
      return Promise.resolve({ kind: 'rejected', reasons: [] });
    },
  });
  await answerQuestion({ text, today: TODAY }, { ...pipeline, openGuide });
  const [materials] = seen;
  if (!materials) throw new Error(`aucun énoncé proposé pour « ${text} »`);
  return materials;
}
