import { globSync, readFileSync } from 'node:fs';
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
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names codes that the bot has', () => {
    const code = globSync('bot/{slack,store}/**/*.ts', { cwd: ROOT }).map((file) =>
      readFileSync(join(ROOT, file), 'utf8'),
    );
    const named = [...section.matchAll(/ERR_[A-Z]+_[A-Z]*/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !code.some((text) => text.includes(`'${name}`)))).toEqual([]);
  });

  it('says how many scopes the manifest asks for, and the command it declares', () => {
    const { oauth_config, features } = loadManifest();
    expect(oauth_config.scopes.bot).toHaveLength(4);
    expect(section).toContain('quatre droits');
    expect(section).toContain(`\`${features.slash_commands[0]?.command} votre question\``);
    expect(section).toContain(`/invite @${features.bot_user.display_name}`);
  });
});
