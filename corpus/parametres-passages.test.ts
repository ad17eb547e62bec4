import { describe, expect, it } from 'vitest';
import { FIRST_DAY } from './law/calendar-date.ts';
import { readFigures } from './law/read-figures.ts';
import { loadParametres } from './load-parametres.ts';
import { listSupported } from './testing/list-supported.ts';
import { CORPUS_ROOT, loadTestCorpus } from './testing/load-test-corpus.ts';

/** Values whose amounts were read in two places: the second passage, by parameter. */
const SECOND_PASSAGES: Readonly<Record<string, string>> = { 'acces-2019-presse': 'qdp-juin2019-taille-4' };

const corpus = loadTestCorpus();
const { autres, ...named } = loadParametres(CORPUS_ROOT);
const supported = [...Object.values(named), ...autres].flatMap((parametre) => listSupported(parametre));

describe('the passage that a parameter names', () => {
  it('is named by nearly every value', () => {
    expect(supported.length).toBeGreaterThan(25);
  });

  it.each(supported)('exists: $id, $passage', ({ passage }) => {
    expect([...corpus.passagesById.keys()]).toContain(passage);
  });

  it.each(supported)('was read where the value was: $id, $passage', ({ passage, refs }) => {
    const shared = corpus.passagesById.get(passage)?.refs.filter((ref) => refs.includes(ref));
    expect(shared).not.toEqual([]);
  });

  it.each(supported)('names no article that it was not read in: $id, $passage', ({ passage, article }) => {
    expect(article).toBe(article && corpus.passagesById.get(passage)?.article);
  });

  it.each(supported.filter(({ amounts }) => amounts.length > 0))('says every amount: $id, $passage', (value) => {
    const said = [value.passage, SECOND_PASSAGES[value.id] ?? ''].flatMap((passage) => listAmounts(passage));
    expect(value.amounts.filter((euros) => !said.includes(euros))).toEqual([]);
  });

  it('says amounts for all sizes, where all are known', () => {
    expect(supported.filter(({ amounts }) => amounts.length >= 4).map(({ id }) => id)).toContain('fonctionnement');
  });
});

/** Euros that a passage says; none when it does not exist. */
function listAmounts(id: string): readonly number[] {
  const passage = corpus.passagesById.get(id);
  const figures = passage ? readFigures(`${passage.titre}. ${passage.corps}`, FIRST_DAY) : [];
  return figures.flatMap((figure) => (figure.kind === 'amount' ? [figure.euros] : []));
}
