import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from './create-log.ts';
import type { LogLevel } from './log.ts';
import { openJournal } from './open-journal.ts';

function open(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog(level, (line) => void lines.push(line));
  return { log, lines, read: () => lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) };
}

describe('createLog', () => {
  it('writes one JSON line each: level, time, code, identifiers and measures', () => {
    const { log, lines, read } = open();
    log.note('REPONSE', {
      team: 'T1',
      channel: 'C1',
      ts: '1764000000.000100',
      surface: 'canal',
      kind: 'answered',
      ms: 12.5,
    });
    log.incident({ code: 'ERR_SLACK_CANAL', exception: 'BotError\n    at f bot/x.ts:1', reference: 'BFGHJK' });
    log.incident({ code: 'ERR_INTERNE', exception: 'TypeError', team: 'T1', channel: 'C1', ts: '1.2' });
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(read()).toEqual([
      {
        level: 'info',
        time,
        code: 'REPONSE',
        team: 'T1',
        channel: 'C1',
        ts: '1764000000.000100',
        surface: 'canal',
        kind: 'answered',
        ms: 12.5,
      },
      { level: 'warn', time, code: 'ERR_SLACK_CANAL', reference: 'BFGHJK', exception: 'BotError\n    at f bot/x.ts:1' },
      { level: 'error', time, code: 'ERR_INTERNE', team: 'T1', channel: 'C1', ts: '1.2', exception: 'TypeError' },
    ]);
    expect(lines.every((line) => line.endsWith('}\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
  });

  it.each<[LogLevel, readonly string[]]>([
    ['error', ['ERR_INTERNE']],
    ['warn', ['ERR_INTERNE', 'ERR_SLACK_CANAL']],
    ['info', ['ERR_INTERNE', 'ERR_SLACK_CANAL', 'REPONSE']],
    ['debug', ['ERR_INTERNE', 'ERR_SLACK_CANAL', 'REPONSE', 'APPEL_SLACK']],
  ])('keeps to its level: %s', (level, codes) => {
    const { log, read } = open(level);
    log.incident({ code: 'ERR_INTERNE', exception: '' });
    log.incident({ code: 'ERR_SLACK_CANAL', exception: '' });
    log.note('REPONSE');
    log.note('APPEL_SLACK', {}, 'debug');
    expect(read().map(({ code }) => code)).toEqual(codes);
  });

  it.each(['deux mots', 'jeanne@exemple.fr', 'xoxb-1-secret', 'xapp-1', 'sk-123', 'a\nb', '"', 'x'.repeat(81), 'été'])(
    'does not write an identifier that is none: %j',
    (wrong) => {
      const { log, lines, read } = open();
      log.note('REPONSE', { channel: wrong });
      log.incident({ code: wrong, exception: '', reference: wrong });
      expect(read()).toMatchObject([{ channel: '?' }, { code: '?', reference: '?' }]);
      expect(lines.join('')).not.toContain(JSON.stringify(wrong));
    },
  );
});

describe('openJournal', () => {
  it('goes on in a new file when the former is moved away, as logrotate does, and when its folder goes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cpts-journal-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [dataDir, file] = [join(folder, 'a', 'b'), join(folder, 'a', 'b', 'journal.log')];
    const write = openJournal(dataDir);
    write('one\n');
    write('two\n');
    renameSync(file, `${file}.1`);
    write('three\n');
    expect([readFileSync(`${file}.1`, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['one\ntwo\n', 'three\n']);
    rmSync(dataDir, { recursive: true });
    write('four\n');
    expect(readFileSync(file, 'utf8')).toBe('four\n');
  });

  it('tells the error output when the folder cannot be written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cpts-journal-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'taken'), '');
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => written.mockRestore());
    openJournal(join(folder, 'taken'))('line\n');
    expect(written.mock.calls).toEqual([['line\n']]);
    expect(existsSync(join(folder, 'taken', 'journal.log'))).toBe(false);
  });
});
