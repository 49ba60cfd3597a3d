import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../bot/log/log.ts';
import { openSeededStore, startTestBot } from '../../support/bot.ts';
import { faultOfLine, faultsOfOutput } from '../../support/log/check-line.ts';
import { heard, lines } from '../../support/log/kept.ts';
import { says, someUser } from '../../support/webhook.ts';

const root = new URL('../../../', import.meta.url);
const TIME = '2026-11-24T06:00:00.000Z';
const line = (fields: Record<string, unknown>): string =>
  JSON.stringify({
    level: 'info',
    time: TIME,
    code: 'event_ignored',
    agency: 'khoen',
    kind: 'message',
    ...fields,
  });

describe('a line of the log', () => {
  it.each([
    ['as it should be', line({})],
    ['as Google reads it', line({}).replace('"level":"info"', '"severity":"INFO"')],
    [
      'with a time',
      '{"level":"info","time":"2026-11-24T06:00:00.000Z","code":"store_opened","ms":0.1234567890123456}\n',
    ],
    ['without fields', `{"level":"info","time":"${TIME}","code":"stopping"}`],
  ])('%s: nothing is wrong', (_how, text) => {
    expect(faultOfLine(text)).toBeUndefined();
  });

  it.each([
    ['Thai words', line({ agency: 'ไฟดับ' }), 'agency: more than one plain word'],
    [
      'Thai words, written as numbers',
      line({ agency: 'khoen' }).replace('khoen', '\\u0e44\\u0e1f'),
      'otherwise',
    ],
    ["LINE's id of a person", line({ agency: 'U4af4980629a1b2c3d4e5f60718293a4b' }), 'agency: a run'],
    ["LINE's id of a group", line({ kind: 'Cdeadbeefdeadbeefdeadbeefdeadbeef' }), 'kind: a run'],
    ['a receipt', line({ agency: '1234 5678 9012 3450' }), 'agency: more than one plain word'],
    ['a receipt in a number', line({ ms: 1234567890123450 }), 'ms: a number'],
    ['a phone number', line({ ms: 812345678 }), 'ms: a number'],
    ['a phone number in words', line({ agency: 'a-0812345678' }), 'agency: a run'],
    ['an e-mail address', line({ agency: 'somchai@example.com' }), 'agency: more than one plain word'],
    ['the id of a case', line({ agency: 'jq3Kd0-2_mX9vB1c~' }), 'agency: more than one plain word'],
    ['a field of another code', line({ attempts: 1 }), 'event_ignored: fields'],
    ['a field called by somebody', line({ สมชาย: 1 }), 'a field: more than one plain word'],
    ['something in a field', line({ agency: { text: 'x' } }), 'agency: a value'],
    ['a code that there is not', line({ code: 'resident_said' }), 'no code of the catalogue'],
    ['what was refused', `{"level":"error","time":"${TIME}","code":"log_refused"}`, 'log_refused:'],
    ['another level', line({ level: 'error' }), 'not the level'],
    ['no time', line({ time: 'yesterday' }), 'no time'],
    ['a field twice', line({}).replace('"kind"', '"agency":"nobody","kind"'), 'otherwise'],
    ['words beside it', `${line({})} somchai`, 'no JSON'],
    ['a list', '[]', 'no object'],
  ])('%s: is found', (_what, text, fault) => {
    expect(faultOfLine(text)).toContain(fault);
    expect(fault).not.toMatch(/somchai|1234|ไฟ/);
  });

  it('what somebody sent: is found, though it looks like a word', () => {
    expect(faultOfLine(line({}), new Set(['hello', 'khoen-khoen', 'message']))).toBeUndefined();
    expect(faultOfLine(line({ agency: 'bribery-at-school' }), new Set(['bribery']))).toContain(
      'somebody sent',
    );
  });

  it('all that a process printed: words for whoever started it may stand, ids and what was sent may not', () => {
    const words = 'โปร่งใส พร้อมใช้งานแล้ว\n  http://127.0.0.1:8080\n';
    expect(faultsOfOutput(`${words}${line({})}\n`, new Set(['ไฟถนนดับ']))).toEqual([]);
    expect(faultsOfOutput(`${words}Error: U4af4980629a1b2c3d4e5f60718293a4b\n`)).toHaveLength(1);
    expect(faultsOfOutput(`TypeError: ไฟถนนดับ\n${line({ x: 1 })}\n`, new Set(['ไฟถนนดับ']))).toHaveLength(2);
  });
});

describe('what bots of tests log', () => {
  it('is kept, with what was sent to them', async () => {
    const store = await openSeededStore();
    const bot = await startTestBot(store.documents);
    const userId = someUser();
    await bot.does(userId, says('เสาไฟล้มหน้าโรงเรียน'));
    expect([...heard]).toEqual(expect.arrayContaining([userId, 'เสาไฟล้มหน้าโรงเรียน']));
    await bot.close();
    await store.close();
    createLog({ write: () => undefined })('stopping');
    expect(lines.at(-1)).toContain('"code":"stopping"');
  });

  it.each([
    ['nothing', 0, /1 passed/],
    ['field', 1, /log_refused: something was logged/],
    ['printed', 1, /of: a run of digits/],
  ])('fails the file whose bot logged it, though its tests pass: %s', (leak, status, said) => {
    const run = spawnSync(
      process.execPath,
      [
        fileURLToPath(new URL('node_modules/vitest/vitest.mjs', root)),
        'run',
        '--config',
        'test/fixtures/log/vitest.config.ts',
      ],
      {
        cwd: fileURLToPath(root),
        env: { PATH: process.env.PATH, LEAK: leak, NO_COLOR: '1' },
        encoding: 'utf8',
      },
    );
    expect(run.stdout + run.stderr).toMatch(said);
    expect(run.status).toBe(status);
  });
});
