import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeIcal from 'node-ical';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROFIL = {
  nom: 'CPTS du Val',
  signature: '2025-01-15',
  missions: { prevention: { fait: true }, parcours: { demarrage: '2025-10-01' } },
};

const FILES = { 'profil.json': JSON.stringify(PROFIL), 'là.ics': 'déjà' };
const saved = new Map<string, string>();
const run = createTestCli(FILES, { saved });

function countEvents(file = ''): number {
  return Object.values(nodeIcal.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT').length;
}

describe('echeances --ics', () => {
  it('writes the dates that are not done, and says where and how to import them', async () => {
    const { code, out, err } = await run('echeances', '--profil', 'profil.json', '--ics', 'agenda.ics');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    // 19 dates of the contract (8 limits, 5 anniversaries, 5 advances, the last day), 3 of them done
    expect(countEvents(saved.get('agenda.ics'))).toBe(16);
    const last = out.trimEnd().split('\n').at(-1);
    expect(last).toContain('Agenda écrit dans « agenda.ics » (dates : 16 ; laissées de côté : 3 déjà faites');
    expect(last).toContain('« Importer » dans Outlook ou dans Google Agenda');
    expect(saved.get('agenda.ics')).toMatch(/X-WR-CALNAME:Échéances\s: CPTS du Val/);
  });

  it('leaves out what is past when only what is to come is wanted', async () => {
    const args = ['--profil', 'profil.json', '--ics', 'venir.ics', '--ics-a-venir', '--as-of', '2026-02-01', '--json'];
    const { out } = await run('echeances', ...args);
    // past on 1 February 2026, not done: both starts at 15 July 2025, the first anniversary and its advance
    expect(JSON.parse(out).ics).toEqual({ fichier: 'venir.ics', dates: 12, faites: 3, passees: 4 });
    expect(countEvents(saved.get('venir.ics'))).toBe(12);
  });

  it('prints the calendar alone when the file is « - »', async () => {
    const { code, out, err } = await run('echeances', '--signature', '2025-01-15', '--ics', '-');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(countEvents(out)).toBe(19);
  });

  it.each([
    [['--ics', '-'], ''],
    [['--ics', 'rien.ics'], 'Aucun agenda'],
    [['--signature', '2019-08-24', '--ics', 'rien.ics'], 'Aucun agenda'],
    [['--signature', '2025-01-15', '--as-of', '2031-01-01', '--ics-a-venir', '--ics', 'rien.ics'], 'Aucun agenda'],
  ])('writes nothing when there is no date to write: %j', async (args, told) => {
    const { code, out, err } = await run('echeances', ...args);
    expect(code).toBe(0);
    expect(`${out}${err}`).toContain('Aucun agenda n’est écrit');
    expect(out).toContain(told);
    expect(saved.has('rien.ics')).toBe(false);
  });

  it.each([
    [['--ics', 'a.ics'], '-P30D,-P7D'],
    [['--ics', 'b.ics', '--ics-rappels', '7, 60;7'], '-P60D,-P7D'],
    [['--ics', 'c.ics', '--ics-rappels', '0'], 'PT0S'],
    [['--ics', 'd.ics', '--ics-rappels', 'Aucun'], ''],
  ])('reminds as asked: %j', async (args, triggers) => {
    await run('echeances', '--signature', '2026-11-20', ...args);
    const event =
      saved
        .get(args[1] ?? '')
        ?.split('END:VEVENT')
        .at(-2) ?? '';
    expect([...event.matchAll(/TRIGGER:(\S+)/g)].map(([, trigger]) => trigger).join(',')).toBe(triggers);
  });
});

describe('echeances --ics refuses', () => {
  it.each([
    [['--ics', 'là.ics'], /--ics : « là\.ics » existe déjà/],
    [['--ics', 'x.ics', '--ics-rappels', 'trente'], /--ics-rappels : « trente » ne se lit pas/],
    [['--ics', 'x.ics', '--ics-rappels', '366'], /de 0 à 365/],
    [['--ics', 'x.ics', '--ics-rappels', '-7'], /--ics-rappels/],
    [['--ics', 'x.ics', '--ics-rappels', '7,'], /--ics-rappels/],
    [['--ics', 'x.ics', '--ics-revision', '100'], /--ics-revision : « 100 » n’est pas un numéro de correction/],
    [['--ics-a-venir'], /--ics-a-venir : cette option règle l’agenda/],
    [['--ics-rappels', '7'], /--ics-rappels : cette option règle l’agenda/],
    [['--ics-revision', '0'], /--ics-revision : cette option règle l’agenda/],
    [['--ics', '-', '--json'], /ne peuvent pas sortir ensemble/],
    [['--ics'], /il manque la valeur/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run('echeances', '--signature', '2025-01-15', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(saved.has('x.ics')).toBe(false);
  });
});

describe('echeances --ics, run for real', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agenda-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function runReal(zone: string, ics: string) {
    const args = ['bot/cli.ts', 'echeances', '--signature', '2024-02-29', '--as-of', '2026-03-29', '--ics', ics];
    const env = { TZ: zone, DATA_DIR: folder };
    return execFileSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8', stdio: 'pipe' });
  }

  function refuse(ics: string): string {
    try {
      runReal('Europe/Paris', ics);
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      return stderr;
    }
    throw new Error('not refused');
  }

  it('gives the same bytes on both sides of the world, in a file or not', () => {
    const path = join(folder, 'agenda.ics');
    const printed = runReal('Pacific/Kiritimati', '-');
    expect(runReal('America/Los_Angeles', '-')).toBe(printed);
    runReal('America/Los_Angeles', path);
    expect(readFileSync(path, 'utf8')).toBe(printed);
    expect(refuse(path)).toContain('existe déjà');
    expect(readFileSync(path, 'utf8')).toBe(printed);
  });

  it('says in French what keeps it from writing', () => {
    mkdirSync(join(folder, 'dossier'));
    expect(refuse(join(folder, 'absent', 'a.ics'))).toContain('n’existe pas');
    expect(refuse(join(folder, 'dossier'))).toContain('existe déjà');
    expect(refuse(join(folder, 'agenda.ics', 'a.ics'))).toContain('ne peut pas être écrit');
  });
});
