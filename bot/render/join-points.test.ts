import { expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { joinPoints } from './join-points.ts';
import { createScribe } from './scribe.ts';

it.each([
  ['fr', 'un\u202f; deux\u202f; trois'],
  ['en', 'un; deux; trois'],
] as const)('parts remarks as %s does', (lang, expected) => {
  const scribe = createScribe('interface', TODAY, loadTestAssembly().pipeline.vocabulary, lang);
  expect(renderLicensed(joinPoints([['un'], ['deux'], ['trois']], (code) => scribe.phrase(code)))).toMatchObject({
    text: expected,
  });
});
