import { describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import { seal } from '../gate.ts';
import { renderMessage, type Speaker, type Vocabulary } from './render-message.ts';

const ASOF = '2026-11-21' as CalendarDate;
const templates = new Map([
  ['valeur', 'Soit {v}.'],
  ['deux-places', '{v} puis {w} : {v}'],
  ['sans-place', 'Rien à calculer.'],
  ['chiffre-ecrit', 'Soit {v}, et 12 000 de plus.'],
]);
const vocabulary: Vocabulary = {
  templates: { fr: templates, en: new Map([['valeur', 'That is {v}.']]) },
  nameMission: (code, lang) => `${code} ${lang}`,
  nameTexte: (id) => (id === '2021-12-20-avenant-2' ? 'avenant 2' : id),
};
const references = [{ texte: '2021-12-20-avenant-2', refs: ['S2'] }] as unknown as Speaker['references'];
const speaker: Speaker = { lang: 'fr', tool: 'taille', statut: 'en-vigueur', confiance: 'O', references, asOf: ASOF };

describe('renderMessage', () => {
  it.each<[MessageArg, string, string, number | string, string]>([
    [
      { kind: 'euros', centimes: 1_508_197 as Centimes },
      'Soit 15\u202f081,97\u00a0€.',
      'That is €15,081.97.',
      15_081.97,
      'EUR',
    ],
    [{ kind: 'euros', centimes: 0 as Centimes }, 'Soit 0\u00a0€.', 'That is €0.', 0, 'EUR'],
    [
      { kind: 'date', date: '2024-03-01' as CalendarDate },
      'Soit 1er\u00a0mars 2024.',
      'That is 1\u00a0March 2024.',
      '2024-03-01',
      'date',
    ],
    [{ kind: 'taille', numero: 3 }, 'Soit 3.', 'That is 3.', 3, 'taille'],
    [{ kind: 'population', habitants: 85_000 }, 'Soit 85\u202f000.', 'That is 85,000.', 85_000, 'habitants'],
    [{ kind: 'fraction', fraction: { num: 245, den: 365 } }, 'Soit 245/365.', 'That is 245/365.', '245/365', 'nombre'],
    // 3/4 = 75 %
    [{ kind: 'pourcent', fraction: { num: 3, den: 4 } }, 'Soit 75\u202f%.', 'That is 75%.', 75, 'pourcent'],
    // 7/100 = 7 %, where 0,07 × 100 is 7.000000000000001 in binary
    [{ kind: 'pourcent', fraction: { num: 7, den: 100 } }, 'Soit 7\u202f%.', 'That is 7%.', 7, 'pourcent'],
    [{ kind: 'duree', valeur: 18, unite: 'mois' }, 'Soit 18\u00a0mois.', 'That is 18\u00a0months.', 18, 'mois'],
    [{ kind: 'nombre', valeur: 4_000 }, 'Soit 4\u202f000.', 'That is 4,000.', 4_000, 'nombre'],
    [{ kind: 'nombre', valeur: 2_025, unite: 'annee' }, 'Soit 2025.', 'That is 2025.', 2_025, 'annee'],
    [{ kind: 'nombre', valeur: 100, unite: 'membres' }, 'Soit 100.', 'That is 100.', 100, 'membres'],
  ])('renders %j in both languages, with its value and unit', (v, fr, en, value, unit) => {
    const french = renderMessage({ code: 'valeur', args: { v } }, speaker, vocabulary);
    const english = renderMessage({ code: 'valeur', args: { v } }, { ...speaker, lang: 'en' }, vocabulary);
    expect([seal(french), seal(english)]).toEqual([fr, en]);
    const origin = { type: 'tool', tool: 'taille', step: 'valeur' };
    expect(findFigure(french)).toMatchObject({
      value,
      unit,
      label: 'v',
      origin,
      statut: 'en-vigueur',
      references,
      asOf: ASOF,
    });
  });

  it('names missions and texts by the data; the figure of a name is licensed by the text', () => {
    const mission = renderMessage(
      { code: 'valeur', args: { v: { kind: 'mission', code: 'parcours' } } },
      speaker,
      vocabulary,
    );
    expect(seal(mission)).toBe('Soit parcours fr.');
    const v = { kind: 'texte', id: '2021-12-20-avenant-2' } as const;
    const texte = renderMessage({ code: 'valeur', args: { v } }, speaker, vocabulary);
    expect(seal(texte)).toBe('Soit avenant 2.');
    expect(findFigure(texte)?.origin).toMatchObject({ type: 'source', passage: '2021-12-20-avenant-2' });
  });

  it('licenses the figures of data strings under the tool that tells them, which is no passage', () => {
    const v = { kind: 'donnee', fr: 'l’annexe 3', en: 'annex 3' } as const;
    const text = renderMessage({ code: 'valeur', args: { v } }, speaker, vocabulary);
    expect(seal(text)).toBe('Soit l’annexe 3.');
    expect(findFigure(text)?.origin).toEqual({ type: 'tool', tool: 'taille', step: 'valeur' });
  });

  it('echoes the words of the asker as hers: no statut, no reference', () => {
    const v = { kind: 'question', text: '31 février', start: 3, end: 13 } as const;
    const text = renderMessage({ code: 'valeur', args: { v } }, speaker, vocabulary);
    expect(findFigure(text)).toMatchObject({
      origin: { type: 'question', span: [3, 13] },
      statut: null,
      references: [],
    });
  });

  it('marks a value that the asker wrote as an echo of its place', () => {
    const findEcho: Speaker['findEcho'] = (arg) =>
      arg.kind === 'population' ? { type: 'question', span: [4, 10] } : undefined;
    const args = { v: { kind: 'population', habitants: 85_000 }, w: { kind: 'taille', numero: 3 } } as const;
    const text = renderMessage({ code: 'deux-places', args }, { ...speaker, findEcho }, vocabulary);
    const origins = renderLicensed(text).licences.map(({ figure }) => figure.origin.type);
    expect(origins).toEqual(['question', 'tool', 'question']);
  });

  it('marks what the interface counts as such', () => {
    const args = { v: { kind: 'nombre', valeur: 1 } } as const;
    const text = renderMessage({ code: 'valeur', args }, { ...speaker, tool: 'interface' }, vocabulary);
    expect(findFigure(text)?.origin).toEqual({ type: 'interface', counter: 'valeur' });
  });

  it('places texts already rendered as they are', () => {
    const v = renderMessage({ code: 'valeur', args: { v: { kind: 'taille', numero: 2 } } }, speaker, vocabulary);
    expect(seal(renderMessage({ code: 'valeur', args: { v } }, speaker, vocabulary))).toBe('Soit Soit 2..');
    expect(seal(renderMessage({ code: 'sans-place', args: { v } }, speaker, vocabulary))).toBe('Rien à calculer.');
  });

  it.each([
    ['the sentence', 'absente', {}, 'fr', 'bot/messages/fr.yaml, « absente »'],
    ['the sentence of a language', 'sans-place', {}, 'en', 'bot/messages/en.yaml, « sans-place »'],
    ['a value', 'deux-places', { v: { kind: 'taille', numero: 2 } }, 'fr', '{w}'],
  ] as const)('stops with ERR_MESSAGE when %s is missing, and says where', (_, code, args, lang, place) => {
    const render = () => renderMessage({ code, args }, { ...speaker, lang }, vocabulary);
    expect(render).toThrow(BotError);
    expect(render).toThrow(place);
    expect(render).toThrow(expect.objectContaining({ code: 'ERR_MESSAGE' }));
  });

  it('does not license a figure written in the words of a sentence: the gate stops it', () => {
    const text = renderMessage(
      { code: 'chiffre-ecrit', args: { v: { kind: 'taille', numero: 2 } } },
      speaker,
      vocabulary,
    );
    expect(() => seal(text)).toThrow(expect.objectContaining({ code: 'ERR_CHIFFRE_SANS_ORIGINE' }));
  });
});

function findFigure(text: ReturnType<typeof renderMessage>): Figure | undefined {
  return text.find((piece) => typeof piece !== 'string');
}
