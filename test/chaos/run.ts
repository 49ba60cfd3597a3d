/** `npm run chaos`: all parts, two at a time, each in a process of its own. See docs/reliability.md. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Part, parts, readOptions } from './command.ts';

const AT_ONCE = 2;
const PART = fileURLToPath(new URL('./part.ts', import.meta.url));

const given = process.argv.slice(2);
const options = readOptions(given);

async function run(part: Part): Promise<boolean> {
  const rest = options.only === undefined ? ['--only', part] : [];
  const child = spawn(process.execPath, [PART, ...given, ...rest], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0;
}

const left = (options.only === undefined ? parts : [options.only]).values();
const broken: Part[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const part of left) if (!(await run(part))) broken.push(part);
  }),
);
const again = `npm run chaos -- --seed ${options.seed}${options.short ? ' --short' : ''}`;
process.stdout.write(
  broken.length === 0
    ? `chaos: all is well, seed ${options.seed}\n`
    : `chaos: broken: ${broken.join(', ')}; the same again: ${again} --only ${broken[0]}\n`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
