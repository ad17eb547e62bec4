import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

/** Sentences of the refusal of a profile, without the name of its option. */
async function listRefus(profil: unknown): Promise<readonly string[]> {
  const run = createTestCli({ 'p.json': JSON.stringify(profil) });
  const { code, out, err } = await run('financement', '--profil', 'p.json');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toMatch(/indéfini|attendu,|racine|profil-/);
  const lines = err.split('\n').filter((line) => line.startsWith('--profil : '));
  return lines.map((line) => line.replace('--profil : ', '').replace('fichier « p.json » : ', ''));
}

const CHAMPS = 'nom, population, taille, signature, renouvellement, membres, missions';

describe('a profile is refused in words', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['without a name', { taille: 3 }, ['il manque « nom ».']],
    ['with an empty name', { nom: '' }, ['il manque « nom ».']],
    [
      'without a name, and with a field that nothing looks like',
      { foo: 1 },
      ['il manque « nom ».', `« foo » n’est pas un champ connu ; les champs sont : ${CHAMPS}.`],
    ],
    [
      'with two fields that look like ours',
      { nom: 'x', tail: 3, populaton: 1 },
      [
        `« tail » n’est pas un champ connu. Vouliez-vous dire « taille » ? Les champs sont : ${CHAMPS}.`,
        `« populaton » n’est pas un champ connu. Vouliez-vous dire « population » ? Les champs sont : ${CHAMPS}.`,
      ],
    ],
    [
      'with a field that no mission has',
      { nom: 'x', missions: { prevention: { fixes: 2 } } },
      [
        '« missions.prevention.fixes » n’est pas un champ connu. Vouliez-vous dire « fixe » ? Les champs sont : demarrage, deploiement, fixe, variable, taux, atteint, fait.',
      ],
    ],
    [
      'with values of another kind',
      { nom: 3, missions: { prevention: { fixe: 'a', fait: 'oui' }, parcours: 3 } },
      [
        '« nom » doit être un texte, entre guillemets.',
        '« missions.prevention.fixe » doit être un nombre, sans guillemets.',
        '« missions.prevention.fait » doit être true ou false, sans guillemets.',
        '« missions.parcours » doit être un objet JSON, entre accolades.',
      ],
    ],
    ['that is a list', [], ['le fichier « p.json » doit contenir un objet JSON, entre accolades.']],
    [
      'out of bounds, as the field says it',
      { population: 0 },
      [
        'il manque « nom ».',
        'le fichier « p.json » n’est pas accepté (population : « 0 » n’est pas un nombre entier d’habitants, au moins 1). Corrigez ces champs.',
      ],
    ],
  ])('%s', async (_, profil, told) => expect(await listRefus(profil)).toEqual(told));
});
