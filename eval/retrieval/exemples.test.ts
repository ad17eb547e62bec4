import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assemble } from '#bot/assemble.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { findShared } from '#corpus/testing/find-shared.ts';
import { findFirstPassages } from './find-first-passages.ts';

const path = findShared('domain/exemples.md');
/** The day of the validated examples. */
const JOUR = CalendarDate.parse('2026-11-21');
const EXAMPLE = /^\*\*Q\d+\.\*\* (?<texte>.+)\n(?:- .*\n)*?- Sources : (?<refs>[^·\n]*)·/gm;

it.skipIf(path === undefined)(
  'finds a source of each validated example among the first three passages, but one',
  () => {
    const assembly = assemble();
    const examples = [...readFileSync(path ?? '', 'utf8').matchAll(EXAMPLE)].map(({ groups = {} }) => ({
      texte: groups.texte ?? '',
      refs: (groups.refs ?? '').split(',').map((ref) => ref.trim()),
    }));
    const sourced = examples.filter(({ refs }) => refs.some((ref) => assembly.corpus.sources.has(ref)));
    expect(sourced.length).toBeGreaterThan(20);
    const missed = sourced.filter(({ texte, refs }) => {
      const found = findFirstPassages(texte, JOUR, 3, assembly).flatMap(({ passage }) => passage.refs);
      return !refs.some((ref) => found.includes(ref));
    });
    expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(1);
  },
);
