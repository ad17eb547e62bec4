import { type CalendarDate, isCalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { MissionCode } from '#corpus/law/parametre.ts';
import { parseDate } from '../options/parse-date.ts';
import { type ChampMission, type MissionOption, parseMission } from '../options/parse-mission.ts';
import { parseMontant } from '../options/parse-montant.ts';
import { parseNombre } from '../options/parse-nombre.ts';
import { parseTaux } from '../options/parse-taux.ts';
import { type Parsed, toEcho, toExemple } from '../options/parsed.ts';
import type { Colonnes } from './colonnes.ts';
import { type Colonne, createNormalize, type Normalize } from './read-titres.ts';

/** Something wrong in a cell: the title of its column, what stands in it, what is accepted. */
export type CelluleProblem = { readonly titre: string; readonly valeur: string; readonly message: Message };

/** What the cells of a line say of a community. */
export type CommunauteLue = {
  readonly nom: string | null;
  readonly population?: number;
  readonly taille?: string;
  readonly signature?: CalendarDate;
  readonly renouvellement?: CalendarDate;
  readonly membres?: number;
  readonly missions: readonly (MissionOption & { readonly fait?: boolean })[];
};

/** A line as it was understood, and every cell that could not be. */
export type LigneComprise = { readonly communaute: CommunauteLue; readonly problems: readonly CelluleProblem[] };

/** Longest cell that is read, in characters: far more than a name or a list of missions takes. */
const CELLULE_MAX = 2000;
const NOM_MAX = 200;

const CHAMPS_MISSION = ['fixe', 'variable', 'demarrage', 'deploiement', 'taux', 'atteint'] as const;

/**
 * Builds the reader of lines.
 * @param colonnes titles and answers that are known
 * @param today    day for words like « hier », which a list seldom holds
 */
export function createLigneReader(titres: readonly Colonne[], colonnes: Colonnes, today: CalendarDate) {
  const normalize = createNormalize(colonnes);
  const missions = new Map<string, MissionCode>();
  for (const [code, formes] of Object.entries(colonnes.missions)) {
    for (const forme of [code, ...formes]) missions.set(normalize(forme), code);
  }
  const context: Context = {
    normalize,
    missions,
    today,
    vides: new Set(colonnes.vides.map(fold)),
    oui: new Set(colonnes.oui.map(fold)),
    non: new Set(colonnes.non.map(fold)),
  };
  return (cells: readonly string[]): LigneComprise => readLigne(cells, titres, context);
}

type Context = {
  readonly normalize: Normalize;
  readonly missions: ReadonlyMap<string, MissionCode>;
  readonly today: CalendarDate;
  readonly vides: ReadonlySet<string>;
  readonly oui: ReadonlySet<string>;
  readonly non: ReadonlySet<string>;
};

type Draft = { -readonly [Key in keyof CommunauteLue]: CommunauteLue[Key] };
type MissionLue = CommunauteLue['missions'][number];

function readLigne(cells: readonly string[], titres: readonly Colonne[], context: Context): LigneComprise {
  const draft: Draft = { nom: null, missions: [] };
  const byCode = new Map<string, MissionLue>();
  const problems: CelluleProblem[] = [];
  for (const [index, colonne] of titres.entries()) {
    const raw = cells[index] ?? '';
    if (raw.length > CELLULE_MAX && colonne.kind !== 'ignoree') {
      problems.push({ titre: colonne.titre, valeur: raw, message: toTooLong(raw) });
      continue;
    }
    const text = raw.replace(/[\p{Cc}\p{Zs}]+/gu, ' ').trim();
    if (text === '' || context.vides.has(fold(text))) continue;
    for (const message of readCellule(text, raw, colonne, { draft, byCode }, context)) {
      problems.push({ titre: colonne.titre, valeur: raw, message });
    }
  }
  const extra = cells.slice(titres.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined) problems.push({ titre: '', valeur: extra, message: toMessage('lot-cellule-en-trop') });
  return { communaute: { ...draft, missions: [...byCode.values()] }, problems };
}

function toTooLong(raw: string): Message {
  return toMessage('lot-cellule-longue', {
    longueur: { kind: 'nombre', valeur: raw.length },
    limite: { kind: 'nombre', valeur: CELLULE_MAX },
  });
}

type Target = { readonly draft: Draft; readonly byCode: Map<string, MissionLue> };

/** Reads one cell into the line; gives back what is wrong with it. */
function readCellule(
  text: string,
  raw: string,
  colonne: Colonne,
  { draft, byCode }: Target,
  context: Context,
): readonly Message[] {
  if (colonne.kind === 'ignoree') return [];
  if (colonne.kind === 'mission') return readVolet(text, colonne, byCode, context);
  switch (colonne.champ) {
    case 'nom':
      draft.nom = text.slice(0, NOM_MAX);
      return [];
    case 'population':
    case 'membres':
      return keep(parseNombre(text, colonne.champ === 'population' ? '85000' : '120'), (value) => {
        draft[colonne.champ as 'population' | 'membres'] = value;
      });
    case 'taille':
      return keep(parseNombre(text.replace(/^(?:taille|t)\s*/i, ''), '3'), (value) => {
        draft.taille = `taille${value}`;
      });
    case 'signature':
    case 'renouvellement':
      return keep(parseJour(text, context.today), (value) => {
        draft[colonne.champ as 'signature' | 'renouvellement'] = value;
      });
    case 'missions':
      return readMissions(raw, byCode, context);
  }
}

function keep<T>(parsed: Parsed<T>, set: (value: T) => void): readonly Message[] {
  if (parsed.kind === 'problem') return [parsed.message];
  set(parsed.value);
  return [];
}

/** A day, as a spreadsheet may write it: at midnight, or day first. */
function parseJour(text: string, today: CalendarDate): Parsed<CalendarDate> {
  const plain = text.replace(/[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$/, '');
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(plain) ?? [];
  const iso = `${year}-${month}-${day}`;
  return parseDate(year !== undefined && isCalendarDate(iso) ? iso : plain, today);
}

function readVolet(
  text: string,
  { mission, volet }: Extract<Colonne, { kind: 'mission' }>,
  byCode: Map<string, MissionLue>,
  context: Context,
): readonly Message[] {
  if (volet === 'demarrage' || volet === 'deploiement') {
    if (context.non.has(fold(text))) return [];
    if (context.oui.has(fold(text))) {
      merge(byCode, { code: mission, ...(volet === 'deploiement' ? { fait: true } : {}) });
      return [];
    }
  }
  return keep<MissionLue[typeof volet]>(parseVolet(text, volet, context.today), (value) =>
    merge(byCode, { code: mission, [volet]: value }),
  );
}

function parseVolet(text: string, volet: ChampMission, today: CalendarDate): Parsed<MissionLue[typeof volet]> {
  if (volet === 'demarrage' || volet === 'deploiement') return parseJour(text, today);
  return volet === 'taux' ? parseTaux(text) : parseMontant(text);
}

function merge(byCode: Map<string, MissionLue>, mission: MissionLue): void {
  byCode.set(mission.code, { ...byCode.get(mission.code), ...mission });
}

/** Between two missions: a bar, a semicolon, a plus, a new line, or a comma that no figure follows. */
const BETWEEN = /\s*(?:[|;+\n]|,(?=\s*\p{L}))\s*/u;

/** « prévention (15/07/2024) | parcours:fixe=40000:taux=0,8 ». */
function readMissions(raw: string, byCode: Map<string, MissionLue>, context: Context): readonly Message[] {
  const seen = new Set<string>();
  return raw
    .split(BETWEEN)
    .filter((part) => part.trim() !== '')
    .flatMap((part): readonly Message[] => {
      const [, name = part, day] = /^([^:(]+?)\s*\(([^)]*)\)\s*$/.exec(part.trim()) ?? [];
      const typed = day === undefined ? part : `${name}:demarrage=${day}`;
      const [label = '', ...fields] = typed.split(':');
      const code = context.missions.get(context.normalize(label));
      if (code === undefined) return [toUnknownMission(label, context)];
      if (seen.has(code)) return [toMessage('mission-repetee', { mission: { kind: 'mission', code } })];
      seen.add(code);
      const { mission, problems } = parseMission([code, ...fields].join(':'), CHAMPS_MISSION, context.today);
      merge(byCode, mission);
      return problems.map(({ message }) => message);
    });
}

function toUnknownMission(label: string, { missions }: Context): Message {
  const codes = [...new Set(missions.values())].join(', ');
  return toMessage('lot-mission-inconnue', { ecrit: toEcho(label), codes: toExemple(codes) });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
