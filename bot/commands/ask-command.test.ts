import { describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { toFaitsProfil } from '#bot/answer/situate/merge-faits.ts';
import { AskJson } from '#bot/testing/ask-contract.ts';
import { createPipelineCli } from '#bot/testing/create-pipeline-cli.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { roundCentimes } from '#corpus/law/euros.ts';

const PROFIL = { nom: 'CPTS du test', taille: 4, signature: '2025-01-15', missions: { prevention: { fixe: 20_000 } } };
const TAUX = { nom: 'CPTS du test', taille: 2, missions: { prevention: { variable: 20_000, taux: 0.666_666 } } };
const run = createPipelineCli({
  files: {
    'profil.json': JSON.stringify(PROFIL),
    'taux.json': JSON.stringify(TAUX),
    'casse.json': '{ "nom": 3 }',
  },
});

async function ask(...args: readonly string[]) {
  const { code, out, err } = await run('ask', '--json', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return AskJson.parse(JSON.parse(out));
}

describe('ask', () => {
  it('prints one JSON object, as the contract wants it, and nothing else', async () => {
    const { out } = await run('ask', '--json', 'Quel plafond pour une taille 1 ?');
    const json = AskJson.parse(JSON.parse(out));
    expect(json).toMatchObject({ kind: 'answered', lang: 'fr', asOf: '2026-11-21', composer: 'deterministic' });
    expect(json.figures).toContainEqual(expect.objectContaining({ value: 287_500, unit: 'EUR', statut: 'en-vigueur' }));
  });

  it('prints the same text without --json', async () => {
    const question = 'Quel plafond pour une taille 1 ?';
    const { code, out, err } = await run('ask', question);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd()).toBe((await ask(question)).text.replace(/’/g, "'"));
    expect(out).toContain('287 500 €');
  });

  it('takes words without quotation marks as one question', async () => {
    expect((await ask('quel', 'plafond', 'taille', '1')).text).toContain('287 500 €');
  });

  it('reads the law of the day asked for, and refuses a day that is none', async () => {
    expect((await ask('--as-of', '2021-05-01', 'plafond taille 1 ?')).asOf).toBe('2021-05-01');
    for (const day of ['2025-02-31', '31 février 2025', 'demain peut-être', '1999-01-01', '2150-01-01']) {
      const { code, out, err } = await run('ask', '--as-of', day, 'plafond taille 1 ?');
      expect({ code, out }, day).toEqual({ code: 2, out: '' });
      expect(err, day).toContain('--as-of');
    }
  });

  it('answers for the community of a profile', async () => {
    const json = await ask('--profil', 'profil.json', 'quel est notre financement de fonctionnement ?');
    // Size 4: 90 000 € a year.
    expect(json.text).toContain('90 000 €');
  });

  it('counts a share of the profile to the cent, as financement does', async () => {
    // 20 000 × 0,666666 = 13 333,32
    const { out } = await run('financement', '--profil', 'taux.json');
    expect(out).toContain('13 333,32 €');
    const { missionsProfil } = toFaitsProfil(Profil.parse(TAUX)) ?? {};
    const { variable, taux } = missionsProfil?.prevention ?? {};
    expect(variable && taux && roundCentimes(variable, taux)).toBe(1_333_332);
  });

  it.each<[string, object, string, string[]]>([
    ['an unknown mission', { missions: { soins: {} } }, 'mission', ['--mission', 'soins']],
    [
      'a start before the signature',
      { signature: '2025-01-15', missions: { parcours: { demarrage: '2024-12-31' } } },
      'demarrage',
      ['--signature', '2025-01-15', '--mission', 'parcours:demarrage=2024-12-31'],
    ],
    // Above 80 000 inhabitants begins size 3.
    [
      'a size that is not the one of the population',
      { population: 85_000, taille: 1 },
      'taille',
      ['--population', '85000', '--taille', '1'],
    ],
    [
      'more reached than the variable part holds',
      { missions: { prevention: { variable: 10_000, atteint: 10_001 } } },
      'atteint',
      ['--mission', 'prevention:variable=10000:atteint=10001'],
    ],
    ['a renewal alone', { renouvellement: '2030-01-15' }, 'signature', ['--renouvellement', '2030-01-15']],
  ])('refuses a profile with %s, in the words of financement', async (_, fields, champ, options) => {
    const files = { 'faux.json': JSON.stringify({ nom: 'CPTS du test', ...fields }) };
    const refuse = createPipelineCli({ files });
    const { code, out, err } = await refuse('ask', '--profil', 'faux.json', 'combien ?');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const other = await refuse('financement', ...options);
    expect(other.code).toBe(2);
    const message = other.err.split('\n')[0]?.replace(/^\S+ : /, '');
    expect(err.split('\n')[0]).toBe(`--profil, ${champ} : ${message}`);
    expect(err.match(/--profil, /g)).toHaveLength(1);
  });

  it.each([
    ['absent.json', 'introuvable'],
    ['casse.json', 'doit être un texte'],
  ])('refuses the profile %s, and says why', async (path, why) => {
    const { code, out, err } = await run('ask', '--profil', path, 'combien ?');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });

  it.each([
    [[], 'il manque la question'],
    [['--jsn', 'combien ?'], '--json'],
    [['--as-of'], '--as-of'],
  ])('refuses %j with exit code 2 and the way to write it', async (args, said) => {
    const { code, out, err } = await run('ask', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toContain('Exemple : npm run -s cpts -- ask');
  });
});

describe('ask, where nothing can be written', () => {
  const locked = createPipelineCli({ dataDir: '/dev/null' });

  it('answers, and says on standard error that the receipt is not kept', async () => {
    const { code, out, err } = await locked('ask', '--json', 'Quel plafond pour une taille 1 ?');
    expect(code).toBe(0);
    expect(AskJson.parse(JSON.parse(out)).text).toContain('287 500 €');
    expect(err.trim()).toBe(
      "Le reçu de cette réponse n'a pas été gardé : le dossier DATA_DIR (/dev/null) ne peut pas être écrit.",
    );
  });

  it('says nothing of a receipt that is never kept', async () => {
    const { code, err } = await locked('ask', 'et pour mon patient de 62 ans diabétique ?');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('ask, on what is no question', () => {
  it.each([
    ['nothing', '', 'Posez votre question'],
    ['blanks', '   ', 'Posez votre question'],
    ['twenty thousand characters', 'Quelle taille ? '.repeat(1_250), '19 999 caractères'],
    ['emoji', '🤷‍♀️🙏', "Je n'y lis aucun mot"],
    ['a number alone', '12', "Je n'y lis aucun mot"],
    ['a template', '{{7*7}}', "Je n'y lis aucun mot"],
    ['a damaged encoding', 'Ã©tÃ© prÃ©vu', 'illisibles'],
    ['a null character', 'CPTS\u0000taille', 'illisibles'],
    // Ten to the ninth: 1 000 000 000.
    ['an absurd population', '10^9 habitants, quelle taille ?', '1 000 000 000'],
    ['a huge population', '2 000 000 000 habitants ?', "n'est pas possible"],
    ['a negative population', '-5 habitants, quelle taille ?', 'Une population de -5'],
    ['a negative population with a typographic sign', '−5 habitants, quelle taille ?', 'Une population de -5'],
    ['nobody', '0 habitant, quelle taille ?', 'Une population de 0'],
    ['a size that is none', 'financement en taille 9 ?', 'La taille 9'],
    ['an impossible day', 'on a signé le 31 février 2025, combien ?', '« 31 février 2025 »'],
    ['an impossible numeric day', 'signé le 31/04/2025, quelles échéances ?', '« 31/04/2025 »'],
    ['a year before the law', 'plafond taille 2 en 1999 ?', '« 1999 » est hors des dates'],
    ['a year too far', 'plafond taille 2 en 2150 ?', '« 2150 » est hors des dates'],
    ['a contract of another century', 'contrat signé en 1850, quelles échéances ?', '« 1850 » est hors des dates'],
  ])('answers %s with a sentence, and computes nothing', async (_, text, said) => {
    const json = await ask('--', text);
    expect(json).toMatchObject({ kind: 'needs-input', outcomes: [], sources: [] });
    expect(json.text.replace(/[’]/g, "'")).toContain(said);
    expect(json.text).toMatch(/[.»]$/u);
  });

  it.each([
    ['SQL', 'SELECT * FROM users WHERE 1=1; --'],
    ['more SQL', "'; DROP TABLE members; --"],
    ['a shell', '$(rm -rf /)'],
    ['another shell', '`cat /etc/passwd`'],
    ['HTML', '<script>alert(document.cookie)</script>'],
    ['a path', '../../etc/passwd'],
    ['an inherited name', '__proto__'],
    ['a printf', '%s %d %n'],
  ])('is not moved by %s', async (_, text) => {
    const json = await ask('--', text);
    expect(json).toMatchObject({ kind: 'not-covered', outcomes: [], sources: [] });
    expect(json.text).not.toContain(text);
  });

  it('reads a question through the marks around it', async () => {
    expect((await ask('<b>85 000 habitants</b>, quelle taille ?')).text).toContain('taille 3');
    expect((await ask('٨٥٠٠٠ habitants, quelle taille ?')).text).toContain('taille 3');
    expect((await ask('８５０００ habitants, quelle taille ?')).text).toContain('taille 3');
  });
});

describe('ask, when a sentence of ours holds a figure', () => {
  it('sends nothing: exit code 1, an incident on standard error, an empty standard output', async () => {
    const assembly = loadTestAssembly();
    const { vocabulary } = assembly.pipeline;
    const fr = new Map(vocabulary.templates.fr).set(
      'enonce-plafond',
      'Le maximum est de {montant}, soit 12 000 de plus.',
    );
    const planted = { ...vocabulary, templates: { ...vocabulary.templates, fr } };
    const broken = createPipelineCli({
      assembly: { ...assembly, pipeline: { ...assembly.pipeline, vocabulary: planted } },
    });
    for (const json of [[], ['--json']]) {
      const { code, out, err } = await broken('ask', ...json, 'Quel plafond pour une taille 1 ?');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('ERR_CHIFFRE_SANS_ORIGINE');
      expect(err).not.toMatch(/12 000|287 500/);
    }
  });
});
