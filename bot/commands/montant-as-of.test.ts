import { describe, expect, it } from 'vitest';
import { createPipelineCli } from '#bot/testing/create-pipeline-cli.ts';

const run = createPipelineCli();

describe('montant, before the rule exists', () => {
  // ACI from 25 August 2019, avenant 2 from 31 March 2022
  it.each([
    ['580000', '2018-01-01', '31 mars 2022'],
    ['580000', '2022-01-15', '31 mars 2022'],
    ['75000', '2018-06-01', '25 août 2019'],
    ['50000', '2018-01-01', '25 août 2019'],
  ])('%s € on %s: nothing in force, nothing absent, and the day it begins', async (montant, asOf, debut) => {
    const json = JSON.parse((await run('montant', montant, '--as-of', asOf, '--json')).out);
    expect(json).toMatchObject({ kind: 'not-covered', lectures: [] });
    const { out } = await run('montant', montant, '--as-of', asOf);
    expect(out).toContain(debut);
    expect(out).not.toMatch(/en vigueur|absent/);
    const asked = (await run('ask', `c'est quoi ${montant} € ?`, '--as-of', asOf)).out;
    expect(asked).toContain(`qu'à partir du ${debut}`);
    expect(asked).not.toMatch(/\(en vigueur\)|— en vigueur/);
  });

  it('keeps the rule on its first day', async () => {
    const json = JSON.parse((await run('montant', '580000', '--as-of', '2022-03-31', '--json')).out);
    expect(json).toMatchObject({ kind: 'computed', lectures: [{ statut: 'en-vigueur' }] });
  });
});
