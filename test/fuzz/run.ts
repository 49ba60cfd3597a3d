// `npm run fuzz`: a million inputs and more against the whole program over its real store.
// `-- --short`: a few of each. `-- --seed N --target receipts --inputs N`: the same again of one.
import { randomInt } from 'node:crypto';
import { campaign, type Ended } from './campaign.ts';
import { growthOf, type Sample } from './memory.ts';
import { readOptions } from './options.ts';
import { openStage } from './stage.ts';
import { targets } from './targets.ts';

const SHORT_SEED = 20_261_126;
const MEBIBYTE = 1024 * 1024;

const grown = (samples: readonly Sample[]): string =>
  samples.length < 2 ? '–' : `${(growthOf(samples).octets / MEBIBYTE).toFixed(1)} MiB`;

function rowOf({ name, given, late, milliseconds, closed, open, failure }: Ended): string {
  const rate = Math.round(given / (milliseconds / 1000));
  const ended = `${failure === undefined ? 'in order' : 'FAILED'}${late === 0 ? '' : `, ${late} not judged, the store was late`}`;
  return `${name.padEnd(14)} ${String(given).padStart(8)} inputs ${String(rate).padStart(6)}/s   after closing ${grown(closed)}, open ${grown(open)}   ${ended}`;
}

const options = readOptions(process.argv.slice(2), () => randomInt(1, 1_000_000_000));
const chosen =
  options && targets.filter(({ name }) => options.target === undefined || name === options.target);
if (options === undefined || chosen === undefined || chosen.length === 0) {
  console.error(
    `npm run fuzz -- [--short] [--seed N] [--inputs N] [--target ${targets.map(({ name }) => name).join('|')}]`,
  );
  process.exit(2);
}
const { isShort, inputs } = options;
const seed = isShort && !process.argv.includes('--seed') ? SHORT_SEED : options.seed;
console.log(`fuzz: seed ${seed}`);
let given = 0;
let failed = 0;
/** Asked to end, it ends with the round that is under way, and says how far it came. */
let isWanted = true;
process.once('SIGTERM', () => {
  isWanted = false;
});
const tellOf =
  (name: string, wanted: number) =>
  (done: number): boolean => {
    if (!isShort) console.log(`  ${name}: ${done} of ${wanted}`);
    return isWanted;
  };
for (const target of chosen) {
  const wanted = inputs ?? (isShort ? target.few : target.many);
  const told = tellOf(target.name, wanted);
  const ended = await campaign(target, { seed, inputs: wanted, open: () => openStage(), told });
  given += ended.given;
  console.log(rowOf(ended));
  if (ended.failure === undefined) continue;
  failed += 1;
  console.log(`  ${ended.failure.fault}\n  ${ended.failure.input}`);
  console.log(`  again: npm run fuzz -- --seed ${seed} --target ${target.name} --inputs ${wanted}`);
}
console.log(`fuzz: seed ${seed}, ${given} inputs, ${failed} of ${chosen.length} targets failed`);
process.exit(failed === 0 ? 0 : 1);
