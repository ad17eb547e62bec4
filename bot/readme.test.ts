import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Env } from './env.ts';
import { loadManifest } from './slack/testing/load-manifest.ts';
import { ask } from './testing/ask-thread.ts';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
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

describe('the installation in Slack', () => {
  const section = /## Installer dans Slack\n([\s\S]*?)\n## /.exec(README)?.[1] ?? '';
  const settings = readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm);

  it('names settings that exist, and .env.example explains every one', () => {
    const named = [...section.matchAll(/`((?:SLACK_[A-Z_]+|PORT|HOST|DATA_DIR))\b/g)].map(([, name = '']) => name);
    const known = Object.keys(Env.shape);
    expect([...settings].map(([, name]) => name).toSorted()).toEqual(known.toSorted());
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('gives the reason of each scope that the manifest asks for, and no other', () => {
    const { bot, bot_optional } = loadManifest().oauth_config.scopes;
    const explained = [...section.matchAll(/^\| `([a-z_]+:?[a-z]*)` /gm)].map(([, scope = '']) => scope);
    expect(explained.toSorted()).toEqual([...bot].toSorted());
    expect(section).toContain('huit droits');
    expect(bot).toHaveLength(8);
    expect(bot_optional.filter((scope) => !section.includes(`\`${scope}\``))).toEqual([]);
  });

  it('names the bot and the command as the manifest declares them', () => {
    const { bot_user, slash_commands } = loadManifest().features;
    expect(section).toContain(`/invite @${bot_user.display_name}`);
    expect(section).toContain(`\`${slash_commands[0]?.command} profil\``);
  });
});
