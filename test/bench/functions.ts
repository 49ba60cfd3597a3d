// `npm run bench:functions`: how long the built program takes to import, beside importing Google's SDKs alone in the
// same run, and how large it is. Bar: at most 1.2 times.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { BUILT, buildFunctions } from '../../scripts/build-functions.ts';
import { machine } from './machine.ts';
import { median, table } from './report.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
const CHILD = fileURLToPath(new URL('./functions-child.ts', import.meta.url));
const KINDS = ['sdk', 'built', 'answer'] as const;
type Kind = (typeof KINDS)[number];

const names: Readonly<Record<Kind, string>> = {
  sdk: "Google's SDKs alone",
  built: 'the built program with them',
  answer: 'and its first answer',
};

const Measured = z.object({ wallMs: z.number(), cpuMs: z.number() });
type Measured = z.infer<typeof Measured>;

/** A project that nobody has, at an emulator that nobody asks. */
const env = {
  PATH: process.env.PATH ?? '',
  SECRET_KEY: randomBytes(32).toString('base64'),
  LINE_CHANNEL_SECRET: 'a-secret',
  LINE_CHANNEL_ACCESS_TOKEN: 'a-token',
  PUBLIC_URL: 'https://khoen.example',
  GCLOUD_PROJECT: 'demo-prongsai',
  FIRESTORE_EMULATOR_HOST: '127.0.0.1:9',
};

async function measure(kind: Kind): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, kind], { env });
  return Measured.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

await buildFunctions();
console.log(await machine());
const found: Record<Kind, Measured[]> = { sdk: [], built: [], answer: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  for (const kind of KINDS) found[kind].push(await measure(kind));
}

type Figure = (one: Measured) => number;
const least = (kind: Kind, of: Figure): number => Math.min(...found[kind].map(of));
/** The median of the rounds' own ratios, so that a busy moment counts for both. */
const ratio = (kind: Kind, of: Figure): number =>
  median(found[kind].map((one, round) => of(one) / of(found.sdk[round] ?? one)));

function figures(kind: Kind, of: Figure): string[] {
  const fewest = least(kind, of);
  const [middle, ofSdks] = [median(found[kind].map(of)), ratio(kind, of)];
  return [fewest.toFixed(0), (fewest / least('sdk', of)).toFixed(2), middle.toFixed(0), ofSdks.toFixed(2)];
}

const rows = KINDS.map((kind) => [
  names[kind],
  ...figures(kind, ({ wallMs }) => wallMs),
  ...figures(kind, ({ cpuMs }) => cpuMs),
]);
const head = ['ms', 'CPU ms'].flatMap((unit) => [`least ${unit}`, '÷ SDKs', `median ${unit}`, '÷ SDKs']);
console.log(`\n${table(['', ...head], rows)}\n`);
for (const name of ['index.cjs', 'voice-worker.cjs']) {
  const { size } = await stat(`${BUILT}/${name}`);
  const packed = gzipSync(await readFile(`${BUILT}/${name}`)).length;
  console.log(`${name}: ${(size / 1024).toFixed(0)} KiB, packed ${(packed / 1024).toFixed(0)} KiB`);
}
