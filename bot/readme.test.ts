import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from './testing/ask-thread.ts';

const README = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const TRANSCRIPT = /```text\n\$ npm run -s cpts -- ask "([^"]+)"\n\n([\s\S]*?)\n```/g;
const transcripts = [...README.matchAll(TRANSCRIPT)].map(([, question = '', shown = '']) => ({ question, shown }));

describe('the transcripts of README.md', () => {
  it('are there', () => {
    expect(transcripts.length).toBeGreaterThan(1);
  });

  it.each(transcripts)('show what the bot answers: $question', async ({ question, shown }) => {
    const { text } = await ask(question);
    expect(shown.replace(/’/g, "'")).toBe(text.trim());
  });
});
