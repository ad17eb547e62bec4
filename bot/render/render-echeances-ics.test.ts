import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { addDays, CalendarDate } from '#corpus/law/calendar-date.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { EcheancesInput } from '#tools/echeances/echeance.ts';
import type { Referentiel } from './referentiel.ts';
import { renderEcheancesIcs } from './render-echeances-ics.ts';
import { renderEcheancesJson } from './render-echeances-json.ts';

const { corpus, parametres, pipeline } = loadTestAssembly();
const referentiel: Referentiel = { corpus, parametres, vocabulary: pipeline.vocabulary };
const day = (text: string) => CalendarDate.parse(text);
const TODAY = day('2025-01-01');
const CONTRAT: EcheancesInput = {
  signature: day('2024-02-29'),
  projetDepose: day('2023-12-31'),
  missions: [{ code: 'parcours', demarrage: day('2025-06-01') }],
};

type Event = {
  readonly uid: string;
  readonly date: string;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly sequence: number;
  readonly alarms: readonly string[];
};
type Changes = {
  readonly contrat?: EcheancesInput;
  readonly nom?: string;
  readonly asOf?: CalendarDate;
  readonly rappels?: readonly number[];
  readonly revision?: number;
};

function compute(contrat: EcheancesInput, asOf: CalendarDate) {
  const outcome = computeEcheances(contrat, parametres, asOf);
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome;
}

function render(changes: Changes = {}, from: Referentiel = referentiel): string {
  const { contrat = CONTRAT, nom, asOf = TODAY, rappels = [30, 7], revision = 0 } = changes;
  return renderEcheancesIcs(compute(contrat, asOf).value, { asOf, contrat, nom, rappels, revision }, from);
}

/** The file as ical.js reads it. */
function readWithIcalJs(file: string): readonly Event[] {
  return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
    expect(event.endDate.toString()).toBe(addDays(day(event.startDate.toString()), 1));
    return {
      uid: event.uid,
      date: event.startDate.toString(),
      summary: event.summary,
      description: event.description,
      categories: (component.getFirstProperty('categories')?.getValues() ?? []).map(String),
      sequence: event.sequence,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => `${alarm.getFirstPropertyValue('trigger')} ${alarm.getFirstPropertyValue('description')}`),
    };
  });
}

/** The same as node-ical reads it. */
function readWithNodeIcal(file: string): readonly Event[] {
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    expect(event.datetype).toBe('date');
    const { start } = event;
    const parts = [start.getFullYear(), start.getMonth() + 1, start.getDate()];
    return [
      {
        uid: event.uid,
        date: parts.map((part) => String(part).padStart(2, '0')).join('-'),
        summary: String(event.summary),
        description: String(event.description),
        categories: event.categories ?? [],
        sequence: Number(event.sequence),
        alarms: (event.alarms ?? []).map(({ trigger, description }) => `${trigger} ${description}`),
      },
    ];
  });
}

/** What the command prints for the same deadlines, in the words of the JSON. */
function listExpected(asOf = TODAY) {
  const json = renderEcheancesJson(compute(CONTRAT, asOf), referentiel) as {
    readonly echeances: readonly { readonly date: string; readonly label: string; readonly hypotheses?: string[] }[];
  };
  return json.echeances;
}

describe.each([
  ['ical.js', readWithIcalJs],
  ['node-ical', readWithNodeIcal],
] as const)('a calendar read back by %s', (_, read) => {
  it('has the days and the titles that the tool gave, in the same order', () => {
    const expected = listExpected();
    // 8 limits of missions, 5 anniversaries, 5 advances, the last day, the silence of the ARS
    expect(expected).toHaveLength(20);
    expect(read(render()).map(({ date, summary }) => ({ date, label: summary }))).toEqual(
      expected.map(({ date, label }) => ({ date, label })),
    );
  });

  it('has in each note the standing, the texts, every hypothesis and the day of the computation', () => {
    const events = read(render());
    for (const [index, { hypotheses = [] }] of listExpected().entries()) {
      const lines = events[index]?.description.split('\n') ?? [];
      expect(lines.some((line) => line.startsWith('en vigueur, d’après'))).toBe(true);
      expect(lines).toEqual(expect.arrayContaining([...hypotheses]));
      expect(lines.at(-1)).toMatch(/1er\sjanvier 2025/);
    }
    const advance = events.find(({ summary }) => summary.endsWith('année 2'));
    expect(advance?.description).toContain('article 9');
    expect(events.find(({ summary }) => summary.includes('parcours'))?.description).toContain('reporté');
  });

  it('reminds thirty and seven days before, and never of a day that is past', () => {
    const alarms = Object.fromEntries(read(render()).map(({ date, alarms: all }) => [date, all]));
    // 28 February 2025 is 58 days after 1 January; the silence of the ARS ended on 29 February 2024
    expect(alarms['2025-02-28']).toEqual([expect.stringMatching(/^-P30D /), expect.stringMatching(/^-P7D /)]);
    expect(alarms['2024-02-29']).toEqual([]);
  });

  it.each([
    // reminder on 29 January 2025 (30 days before 28 February) and on 21 February (7 days before)
    ['2025-01-28', ['-P30D', '-P7D']],
    ['2025-01-29', ['-P30D', '-P7D']],
    ['2025-01-30', ['-P7D']],
    ['2025-02-21', ['-P7D']],
    ['2025-02-22', []],
  ])('as of %s keeps for 28 February the reminders %j', (asOf, triggers) => {
    const event = read(render({ asOf: day(asOf) })).find(({ date }) => date === '2025-02-28');
    expect(event?.alarms.map((alarm) => alarm.split(' ')[0])).toEqual(triggers);
  });

  it('takes other reminders, or none', () => {
    const [last] = read(render({ rappels: [365, 0] })).slice(-1);
    expect(last?.alarms.map((alarm) => alarm.split(' ')[0])).toEqual(['-P365D', 'PT0S']);
    expect(read(render({ rappels: [] })).flatMap(({ alarms }) => alarms)).toEqual([]);
  });

  it('sorts the dates into categories', () => {
    const byTitle = (word: string) => read(render()).find(({ summary }) => summary.includes(word))?.categories;
    expect(byTitle('Silence')).toEqual(['CPTS', 'Projet de santé']);
    expect(byTitle('Démarrage')).toEqual(['CPTS', 'Mission']);
    expect(byTitle('Avance')).toEqual(['CPTS', 'Versement']);
    expect(byTitle('Dernier jour')).toEqual(['CPTS', 'Contrat']);
    expect(byTitle('anniversaire')).toEqual(['CPTS', 'Contrat']);
  });
});

describe('the identifiers of a calendar', () => {
  const uids = (changes: Changes) => readWithIcalJs(render(changes)).map(({ uid }) => uid);

  it('stay the same from one day to another, and differ from one date to another', () => {
    const [first, later] = [uids({}), uids({ asOf: day('2026-11-21'), revision: 3 })];
    expect(later).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  it('stay the same when the name is written otherwise', () => {
    expect(uids({ nom: ' cpts  DU val' })).toEqual(uids({ nom: 'CPTS du Val' }));
  });

  it.each([
    ['another community', { nom: 'CPTS du Mont' }],
    ['no name', {}],
    ['another contract', { nom: 'CPTS du Val', contrat: { ...CONTRAT, signature: day('2024-03-01') } }],
  ])('are others for %s', (_, changes: Changes) => {
    const known = new Set(uids({ nom: 'CPTS du Val', contrat: { ...CONTRAT, projetDepose: undefined } }));
    const others = uids(changes);
    expect(others.filter((uid) => known.has(uid))).toEqual([]);
  });

  it('say nothing of the community', () => {
    for (const uid of uids({ nom: 'CPTS du Val' })) expect(uid).toMatch(/^[0-9a-f]{32}@cpts-bot$/);
  });

  it('keep that of the last day when a renewal moves it, with a rank that grows from one day to the next', () => {
    const find = (changes: Changes) =>
      readWithIcalJs(render(changes)).find(({ summary }) => summary.startsWith('Dernier jour'));
    const contrat = { ...CONTRAT, renouvellement: day('2029-02-28') };
    const [before, after] = [find({}), find({ contrat, asOf: addDays(TODAY, 1) })];
    expect([before?.date, after?.date]).toEqual(['2029-02-27', '2034-02-27']);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
    // On the same day, the person numbers her corrections; the next day outranks them all.
    const ranks = [find({}), find({ revision: 1 }), find({ revision: 99 }), find({ asOf: addDays(TODAY, 1) })];
    const sequences = ranks.map((event) => event?.sequence ?? Number.NaN);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(new Set(sequences).size).toBe(4);
  });
});

describe('a calendar file', () => {
  it('says what it is, ends its lines as the standard wants and folds them under 75 bytes', () => {
    const file = render();
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//cpts-bot//echeances//FR\r\n')).toBe(true);
    expect(file).toContain('\r\nMETHOD:PUBLISH\r\n');
    expect(file).toContain('\r\nDTSTAMP:20250101T000000Z\r\n');
    expect(file.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = file.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  });

  it('writes the properties of an event before its reminders', () => {
    const events = render().split('END:VEVENT').slice(0, -1);
    for (const event of events) {
      const reminders = event.indexOf('BEGIN:VALARM');
      if (reminders < 0) continue;
      expect(event.slice(reminders).replace(/BEGIN:VALARM[\s\S]*?END:VALARM\r\n/g, '')).toBe('');
      expect(event.slice(0, reminders)).toMatch(/\r\nCATEGORIES:[\s\S]*\r\nSTATUS:/);
    }
    expect(events.length).toBe(20);
  });

  it('calls tentative the one date that waits for a renewal', () => {
    const tentative = render()
      .split('BEGIN:VEVENT')
      .filter((event) => event.includes('STATUS:TENTATIVE'));
    expect(tentative).toHaveLength(1);
    expect(tentative[0]).toContain('année 6');
  });

  it('carries the name of the community whatever signs it holds, and nothing that it tries to add', () => {
    const nom = 'CPTS « Val, Mont; Côte \\ 93 »\r\nMETHOD:CANCEL\u2028X';
    const file = render({ nom });
    const calendar = new ICAL.Component(ICAL.parse(file));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    // Neither reader unescapes a property that it does not know.
    const name = String(calendar.getFirstPropertyValue('x-wr-calname'));
    expect(name.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Échéances : CPTS « Val\\, Mont\\; Côte \\\\ 93 » METHOD:CANCEL X',
    );
    expect(calendar.getAllProperties('method')).toHaveLength(1);
    expect(render()).toMatch(/X-WR-CALNAME:Échéances CPTS\\, contrat signé le 29\sfévrier\s2024/);
  });

  it.each([
    'echeance-anniversaire',
    'ics-appui',
    'ics-calcule',
    'ics-categorie-mission',
    'ics-nom',
    'fin-de-mois',
    'suivi-reporte',
    'statut-en-vigueur',
  ])('is not made when a figure is planted in « %s »', (code) => {
    const { vocabulary } = referentiel;
    const templates = vocabulary.templates.fr;
    const planted = new Map([...templates, [code, `${templates.get(code)}, sous trois mois`]]);
    const altered = { ...vocabulary, templates: { ...vocabulary.templates, fr: planted } };
    expect(templates.has(code)).toBe(true);
    expect(() => render({}, { ...referentiel, vocabulary: altered })).toThrow(
      expect.objectContaining({ code: 'ERR_CHIFFRE_SANS_ORIGINE' }),
    );
  });
});
