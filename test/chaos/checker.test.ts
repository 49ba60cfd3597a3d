import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mutations } from './mutations.ts';

const JUDGE = fileURLToPath(new URL('./judge-mutations.ts', import.meta.url));
const PATIENCE_MILLISECONDS = 600_000;

const Judged = z.object({
  promises: z.array(z.string()),
  good: z.array(z.unknown()),
  broken: z.record(z.string(), z.array(z.string())),
  silent: z.int(),
});

let judged: z.infer<typeof Judged>;
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [JUDGE]);
  judged = Judged.parse(JSON.parse(stdout));
}, PATIENCE_MILLISECONDS);

describe('the checker of npm run chaos', () => {
  it('finds nothing in a run in which nothing went wrong', () => {
    expect(judged.good).toEqual([]);
  });
  it.each(mutations.map(({ what, breaks }) => [what, breaks] as const))('finds %s', (what, breaks) => {
    expect(judged.broken[what]).toContain(breaks);
  });
  it('finds who is not led to the menu', () => {
    expect(judged.silent).toBe(1);
  });
  it('has each promise broken by one of these at least, but for the two that residents tell of themselves', () => {
    const broken = new Set(mutations.map(({ breaks }) => breaks));
    expect(judged.promises.filter((promise) => !broken.has(promise))).toEqual([
      'everybody reached what they came for',
      'nobody is stuck: "เมนู" leads to the menu',
    ]);
  });
});
