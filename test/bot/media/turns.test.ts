import { describe, expect, test } from 'vitest';
import { createTurns } from '../../../bot/media/turns.ts';

const LONG = 20_000;

function gate() {
  return Promise.withResolvers<void>();
}

describe('turns', () => {
  test('come one at a time, in order of asking', async () => {
    const takeTurn = createTurns({ waiting: 8, milliseconds: LONG });
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      return name;
    };
    const turns = await Promise.all(['a', 'b', 'c'].map((name) => takeTurn(work(name))));
    expect(turns).toEqual(['a', 'b', 'c'].map((value) => ({ outcome: 'done', value })));
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('are refused at once when enough are waiting, and given again later', async () => {
    const takeTurn = createTurns({ waiting: 2, milliseconds: LONG });
    const open = gate();
    const accepted = [1, 2, 3].map((value) => takeTurn(() => open.promise.then(() => value)));
    expect(await takeTurn(async () => 4)).toEqual({ outcome: 'too_slow' });
    open.resolve();
    expect(await Promise.all(accepted)).toEqual([1, 2, 3].map((value) => ({ outcome: 'done', value })));
    expect(await takeTurn(async () => 5)).toEqual({ outcome: 'done', value: 5 });
  });

  test('answer at the deadline, and nobody else begins until the work has really ended', async () => {
    const takeTurn = createTurns({ waiting: 2, milliseconds: 200 });
    const open = gate();
    let told = false;
    let ended = false;
    const slow = takeTurn(async (signal) => {
      signal.addEventListener('abort', () => {
        told = true;
      });
      await open.promise;
      ended = true;
    });
    expect(await slow).toEqual({ outcome: 'too_slow' });
    expect([told, ended]).toEqual([true, false]);

    const next = takeTurn(async () => ended);
    open.resolve();
    expect(await next).toEqual({ outcome: 'done', value: true });
  });

  test('whose deadline passed while waiting never begin', async () => {
    const takeTurn = createTurns({ waiting: 2, milliseconds: 50 });
    const open = gate();
    const running = takeTurn(() => open.promise);
    let began = false;
    const waiting = takeTurn(async () => {
      began = true;
    });
    expect(await Promise.all([running, waiting])).toEqual([{ outcome: 'too_slow' }, { outcome: 'too_slow' }]);
    open.resolve();
    expect(await takeTurn(async () => 'after')).toEqual({ outcome: 'done', value: 'after' });
    expect(began).toBe(false);
  });

  test('that throw, throw to whoever asked and free the place', async () => {
    const takeTurn = createTurns({ waiting: 0, milliseconds: LONG });
    await expect(takeTurn(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await takeTurn(async () => 1)).toEqual({ outcome: 'done', value: 1 });
  });
});
