import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { errorName } from '../../../bot/log/error-name.ts';
import { events, type LogCode, type LogFields } from '../../../bot/log/events.ts';
import { createLog, type Log } from '../../../bot/log/log.ts';
import { refusalsAreMeant } from '../../support/log/kept.ts';

// Here things are logged that must not be, to see them refused.
refusalsAreMeant();

const Line = z.looseObject({ level: z.string(), time: z.iso.datetime(), code: z.string() });

function recorder() {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) });
  return { log, lines, parsed: () => lines.map((line) => Line.parse(JSON.parse(line))) };
}

/** Calls the log as untyped code could: with anything. */
const callAnyhow = (log: Log, code: string, fields: unknown): void =>
  Reflect.apply(log, undefined, [code, fields]);

const codes = z.enum(Object.keys(events)).options;

const private_ = [
  'ไฟหน้าบ้านผู้ใหญ่บุญมีดับ',
  'Somchai Jaidee',
  'U4af4980629a1b2c3d4e5f60718293a4b',
  '1234 5678 9012 3450',
  '1234567890123450',
  '325708',
  'https://example.com/?q=1',
  'deadbeefdeadbeefdeadbeefdeadbeef',
];

describe('log', () => {
  it('writes one JSON line with level, time, code and fields', () => {
    const { log, lines, parsed } = recorder();
    log('event_handled', { agency: 'khoen', kind: 'message', ms: 4.2, reads: 0, commits: 1 });
    log('stopping');
    expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
    const [handled, stopping] = parsed();
    expect(handled).toEqual({
      level: 'info',
      time: handled?.time,
      code: 'event_handled',
      agency: 'khoen',
      kind: 'message',
      ms: 4.2,
      reads: 0,
      commits: 1,
    });
    expect(stopping).toEqual({ level: 'info', time: stopping?.time, code: 'stopping' });
  });

  it('takes only the fields of its code', () => {
    expectTypeOf<LogFields<'reply_refused'>>().toEqualTypeOf<{ agency: string; status: number }>();
    expectTypeOf<LogFields<'event_failed'>['error']>().not.toEqualTypeOf<string>();
    const { log } = recorder();
    const wrong = () => {
      // @ts-expect-error a field that the code does not have
      log('reply_refused', { agency: 'khoen', status: 400, text: 'ไฟดับ' });
      // @ts-expect-error an error's class is made by errorName
      log('store_failed', { error: 'ไฟดับ' });
      // @ts-expect-error free words for a reason
      log('webhook_refused', { reason: 'ไฟดับ' });
      // @ts-expect-error a code outside the catalogue
      log('resident_said', {});
      // @ts-expect-error fields for a code without any
      log('stopping', { text: 'ไฟดับ' });
    };
    expect(wrong).toBeTypeOf('function');
  });

  it.each(codes)('%s lets no private value through, whichever field carries it', (code) => {
    const fields = Object.keys(events[z.enum(codes).parse(code) as LogCode].fields.shape);
    for (const name of [...fields, 'text', 'level', 'msg', '__proto__']) {
      for (const value of [...private_, 1234567890123450, { words: private_[0] }, [private_[1]]]) {
        const { log, lines, parsed } = recorder();
        callAnyhow(log, code, { [name]: value });
        expect(parsed().map((line) => line.code)).toEqual(['log_refused']);
        for (const secret of private_) expect(lines.join('')).not.toContain(secret);
      }
    }
  });

  it('lets no random text through', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.dictionary(
          fc.string(),
          fc.oneof(fc.string({ minLength: 6 }), fc.string({ unit: 'grapheme', minLength: 6 })),
        ),
        (code, fields) => {
          fc.pre(Object.keys(fields).length > 0);
          const { log, parsed } = recorder();
          callAnyhow(log, code, fields);
          expect(parsed().map((line) => line.code)).toEqual(['log_refused']);
        },
      ),
    );
  });
});

describe('errorName', () => {
  class StoreDeadlineError extends Error {
    override name = 'StoreDeadlineError';
  }

  it.each([
    [new TypeError('x is not a function: ไฟดับ'), 'TypeError'],
    [new StoreDeadlineError('late'), 'StoreDeadlineError'],
    [Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [Object.assign(new Error('4 DEADLINE_EXCEEDED: words'), { code: 4 }), 'GRPC_4'],
    [Object.assign(new Error('stream'), { code: 'ERR_HTTP2_STREAM_CANCEL' }), 'ERR_HTTP2_STREAM_CANCEL'],
    [new DOMException('The operation timed out', 'TimeoutError'), 'TimeoutError'],
    [Object.assign(new Error('x'), { name: 'ไฟดับ', code: 'U4af4980629a1b2c3d4e5f60718293a4b' }), 'Error'],
    ['ไฟดับ', 'Error'],
    [undefined, 'Error'],
  ])('%s', (error, name) => {
    expect(errorName(error)).toBe(name);
  });
});
