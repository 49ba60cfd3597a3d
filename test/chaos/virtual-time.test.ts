import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const VIRTUAL_TIME = fileURLToPath(new URL('./virtual-time.ts', import.meta.url));

/** Runs a module in a process of its own, whose time may be replaced; what it prints. */
async function run(program: string): Promise<string> {
  const source = `
    import { installTime, NeverEnds } from ${JSON.stringify(VIRTUAL_TIME)};
    import { open } from 'node:fs/promises';
    import { setTimeout as pause } from 'node:timers/promises';
    import { scrypt } from 'node:crypto';
    const time = installTime(Date.parse('2026-11-24T03:00:00Z'));
    const say = (...words) => console.log(...words);
    ${program}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source]);
  return stdout.trim();
}

it('goes on for hours at once, in order, and stands still while anything is really done', async () => {
  const said = await run(`
    time.run(async () => {
      setTimeout(() => say('timer', new Date(Date.now()).toISOString()), 3_600_000);
      const cleared = setTimeout(() => say('never'), 1000);
      clearTimeout(cleared);
      await new Promise((resolve) => scrypt('a', 'b', 64, resolve));
      const file = await open('/dev/null', 'r');
      await file.close();
      say('work', performance.now());
      await pause(7_200_000);
      say('pause', performance.now());
    });`);
  expect(said.split('\n')).toEqual(['work 0', 'timer 2026-11-24T04:00:00.000Z', 'pause 7200000']);
});

it('says so where what is waited for never comes', async () => {
  const wait = `time.run(() => new Promise(() => undefined)).catch((error) => say(error instanceof NeverEnds));`;
  expect(await run(wait)).toBe('true');
  expect(await run(`setInterval(() => undefined, 60_000); ${wait}`)).toBe('true');
});
