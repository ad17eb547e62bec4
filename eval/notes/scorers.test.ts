import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure, FigureOrigin } from '#corpus/law/figure.ts';
import type { Statut } from '#corpus/law/statut.ts';
import { isSaid } from './fold-words.ts';
import { scoreChiffres, scoreInterdits, scorePropositions, scoreStatut } from './score-chiffres.ts';
import { scoreJour, scoreJoursLaisses, scoreKind, scoreLangue, scoreLatence, scoreLicence } from './score-forme.ts';
import type { Faute } from './score-observation.ts';
import { listCited, scoreReferences, scoreSoutien, scoreStatutMontre } from './score-sources.ts';
import { compareWordings, type Jugee } from './score-stability.ts';
import { scoreFaits, scoreTus } from './score-words.ts';

const TOOL: FigureOrigin = { type: 'tool', tool: 'financement', step: 'fonctionnement' };
const ASKED: FigureOrigin = { type: 'question', span: [0, 1] };
const CORPS = 'La taille 3 reçoit 75 000 € par an.';

describe('isSaid', () => {
  it.each([
    ['60 000', 'soit 60\u202f000 € par an', true],
    ['5 000', 'soit 75\u202f000 €', false],
    ['60 000', '60 000 500', false],
    ['60 000', 'EUR 60,000', false],
    ['deux | 2', 'les 2 textes', true],
    ['2', 'en 2026', false],
    ['2', 'réf. 1,2', false],
    ['qualité', 'la QUALITE des soins', true],
    ["l'accès", 'de l’accès aux soins', true],
    ['prévention', 'les parcours', false],
  ])('reads « %s » in « %s »: %s', (wanted, text, said) => {
    expect(isSaid(wanted, text)).toBe(said);
  });
});

describe('the scorers of words', () => {
  it.each([
    [['CPAM', 'ARS'], 'La CPAM et l’ARS signent.', []],
    [['CPAM', 'ARS'], 'La CPAM signe.', ["n'est pas dit : ARS"]],
    [['oui | non'], 'Peut-être.', ["n'est pas dit : oui | non"]],
  ])('miss of %j what « %s » leaves out', (dit, text, faults) => {
    expect(scoreFaits({ dit }, { text })).toEqual(faults);
  });

  it.each([
    [['900 000'], 'Je ne peux pas confirmer ce montant.', []],
    [['900 000'], 'Le plafond est de 900 000 €.', ['est dit : 900 000']],
  ])('hear of %j what « %s » says', (tait, text, faults) => {
    expect(scoreTus({ tait }, { text })).toEqual(faults);
  });
});

describe('the scorers of figures', () => {
  it.each([
    ['shown', [75_000], [figure(75_000)], []],
    ['to the cent', [4549.32], [figure(4549.31)], ['chiffre absent : 4549.32']],
    ['a day', [day('2026-08-28')], [figure('2026-08-28')], []],
    ['another day', [day('2026-08-28')], [figure('2026-08-29')], ['chiffre absent : 2026-08-28']],
    ['repeated from the asker only', [75_000], [figure(75_000, null, ASKED)], ['chiffre absent : 75000']],
    ['not shown', [75_000], [], ['chiffre absent : 75000']],
  ])('want a figure: %s', (_, chiffres, figures, faults) => {
    expect(scoreChiffres({ chiffres }, { figures })).toEqual(faults);
  });

  it.each([
    ['absent', [figure(60_000)], []],
    ['shown', [figure(135_000)], ['chiffre interdit : 135000']],
    ['in the words of the asker', [figure(135_000, null, ASKED)], []],
  ])('forbid a figure: %s', (_, figures, faults) => {
    expect(scoreInterdits({ interdits: [135_000] }, { figures })).toEqual(faults);
  });

  it.each([
    ['told as proposed', [figure(135_000, 'proposition')], []],
    ['told as over', [figure(135_000, 'expire')], []],
    ['told as in force', [figure(135_000, 'en-vigueur')], ['donné comme en vigueur : 135000']],
    ['told as read in a contract', [figure(135_000, 'releve-local')], ['donné comme en vigueur : 135000']],
    ['in force, after the words of the asker', [figure(135_000, 'en-vigueur', ASKED)], []],
  ])('keep a proposal out of the law: %s', (_, figures, faults) => {
    expect(scorePropositions({ pasEnDroit: [135_000] }, { figures })).toEqual(faults);
  });

  it.each([
    ['the one expected', [figure(45_000, 'releve-local')], []],
    ['another', [figure(45_000, 'en-vigueur')], ["45000 n'a pas le statut releve-local"]],
    ['none, for a figure that is not there', [], []],
  ])('look at the standing: %s', (_, figures, faults) => {
    expect(scoreStatut({ statut: 'releve-local', chiffres: [45_000] }, { figures })).toEqual(faults);
  });
});

describe('the scorers of sources', () => {
  const sources = [source(1, 'fonctionnement', ['S0'])];

  it('list what is cited, sources first, each once', () => {
    expect(listCited({ sources, enonces: [enonce({ refs: ['S2', 'S0'] })] })).toEqual(['S0', 'S2']);
  });

  it.each([
    [['S0', 'S2'], []],
    [['S2'], ['aucune source parmi S2']],
    [[], []],
  ])('want one of %j', (refs, faults) => {
    expect(scoreReferences({ refs }, { sources, enonces: [] })).toEqual(faults);
  });

  it.each([
    ['a claim with its source', enonce({ refs: ['S0'], marks: [1] }), []],
    ['a claim on the law without a source', enonce({}), ['fonctionnement affirme sans source']],
    ['a gap without a source', enonce({ statut: 'absent' }), []],
    ['a mark that leads nowhere', enonce({ refs: ['S0'], marks: [2] }), ['fonctionnement renvoie à [2]']],
    ['a figure at its place', enonce({ refs: ['S0'], marks: [1], figures: [quoted('75 000 €', [19, 27])] }), []],
    [
      'a figure that the passage does not hold there',
      enonce({ refs: ['S0'], marks: [1], figures: [quoted('57 000 €', [19, 27])] }),
      ["57 000 € n'est pas dans fonctionnement"],
    ],
  ])('want support: %s', (_, one, faults) => {
    expect(scoreSoutien({ enonces: [one], sources })).toEqual(faults);
  });

  it.each([
    ['the same', 'en-vigueur', []],
    ['another', 'proposition', ['fonctionnement est en-vigueur et se dit proposition']],
  ] as const)('want the standing of the passage: %s', (_, statut, faults) => {
    expect(scoreStatutMontre({ enonces: [enonce({ statut })], sources })).toEqual(faults);
  });
});

describe('the scorers of form', () => {
  it.each([
    [['answered'], 'answered', []],
    [['answered', 'needs-input'], 'needs-input', []],
    [['refused'], 'not-covered', ['not-covered au lieu de refused']],
  ] as const)('want one of %j and get %s', (kind, got, faults) => {
    expect(scoreKind({ kind: [...kind] }, { kind: got })).toEqual(faults);
  });

  it.each([
    [undefined, []],
    ['2026-11-21', []],
    ['2020-03-02', ['au 2026-11-21 et non au 2020-03-02']],
  ] as const)('want the day %s', (asOf, faults) => {
    expect(scoreJour({ asOf: asOf && day(asOf) }, { asOf: day('2026-11-21') })).toEqual(faults);
  });

  it.each([
    [undefined, []],
    ['fr', []],
    ['en', ['en fr et non en en']],
  ] as const)('want the language %s', (lang, faults) => {
    expect(scoreLangue({ lang }, { lang: 'fr' })).toEqual(faults);
  });

  it('see a figure without an origin', () => {
    expect(scoreLicence({ sansOrigine: undefined })).toEqual([]);
    expect(scoreLicence({ sansOrigine: '12 345 €' })).toEqual(['chiffre sans origine : 12 345 €']);
  });

  it('see a sum worked out while a day of the question decides nothing', () => {
    const joursLaisses = ['29 septembre 2022'];
    const fault = "somme d'un autre jour : 29 septembre 2022 ne sert à rien";
    expect(scoreJoursLaisses({ joursLaisses, figures: [figure(50_000)] })).toEqual([fault]);
    expect(scoreJoursLaisses({ joursLaisses, figures: [figure(50_000, null, ASKED)] })).toEqual([]);
    expect(scoreJoursLaisses({ joursLaisses: [], figures: [figure(50_000)] })).toEqual([]);
  });

  it('see an answer that is late', () => {
    expect(scoreLatence({ ms: 40, guided: false })).toEqual([]);
    expect(scoreLatence({ ms: 2600, guided: true })).toEqual([]);
    expect(scoreLatence({ ms: 2600, guided: false })).toEqual(['en 2600 ms']);
  });
});

describe('compareWordings', () => {
  const right: Jugee = { observed: { kind: 'answered' }, fautes: [] };
  const late: Faute = { note: 'latence', message: 'en 2600 ms' };
  const wrong: Faute = { note: 'faits', message: "n'est pas dit : ARS" };

  it.each([
    ['the same', right, undefined],
    ['the same, later', { ...right, fautes: [late] }, undefined],
    ['another kind', { observed: { kind: 'refused' }, fautes: [] }, 'refused au lieu de answered'],
    ['less', { ...right, fautes: [wrong] }, "n'est pas dit : ARS"],
  ] as const)('tells one that gets %s', (_, other, message) => {
    expect(compareWordings(right, [right, other])).toEqual(message === undefined ? [] : [{ at: 1, message }]);
  });

  it('tells one that gets more than the first', () => {
    const [found] = compareWordings({ ...right, fautes: [wrong] }, [right]);
    expect(found?.message).toBe("sans cette faute : n'est pas dit : ARS");
  });
});

function figure(value: number | string, statut: Statut | null = 'en-vigueur', origin: FigureOrigin = TOOL): Figure {
  return { text: String(value), value, unit: 'EUR', label: 'essai', statut, confiance: null, origin, references: [] };
}

function quoted(text: string, span: readonly [number, number]): Figure {
  return { ...figure(75_000), text, origin: { type: 'source', passage: 'fonctionnement', span } };
}

function enonce(given: Partial<Parameters<typeof scoreSoutien>[0]['enonces'][number]>) {
  return { id: 'fonctionnement', text: '', statut: 'en-vigueur' as const, marks: [], refs: [], figures: [], ...given };
}

function source(number: number, passage: string, refs: readonly string[]) {
  return { number, passage, refs, statut: 'en-vigueur' as const, corps: CORPS };
}

function day(text: string): CalendarDate {
  return text as CalendarDate;
}
