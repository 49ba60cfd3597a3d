// `npm run lighthouse`: Lighthouse on `/`, or on the paths named after `--`, in its own mobile setting, with LIFF
// and without. Prints the four scores and every audit that is not whole, and fails where a score is below 100.
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../../browser/launch.ts';
import { machine } from '../machine.ts';
import { LIFF_ID, openWholeSite } from './site.ts';

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

/** Of which the middle one counts. */
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('there is no free port');
  return address.port;
}

/** One audit of an address; performance differs a little from run to run. */
async function audit(url: string, port: number): Promise<Result> {
  const ran = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
  if (ran === undefined) throw new Error('Lighthouse said nothing');
  return ran.lhr;
}

const scoreOf = ({ categories }: Result, id: string): number => categories[id]?.score ?? 0;

/** The run with the middle performance of three. */
async function middle(url: string, port: number): Promise<Result> {
  const runs: Result[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await audit(url, port));
  runs.sort((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  const found = runs[Math.floor(RUNS / 2)];
  if (found === undefined) throw new Error('there was no run');
  return found;
}

function print({ categories, audits, runWarnings }: Result): void {
  for (const warning of runWarnings) console.log(`warning: ${warning}`);
  for (const { id: category, title, score, auditRefs } of Object.values(categories)) {
    console.log(`${String(Math.round((score ?? 0) * 100)).padStart(3)} ${title}`);
    for (const { id, weight } of auditRefs) {
      const found = audits[id];
      const isWhole = found === undefined || found.score === 1 || found.score === null;
      if (isWhole && found?.scoreDisplayMode !== 'error') continue;
      const { score: got, displayValue = '', errorMessage = '', explanation = '' } = found;
      const words = [displayValue, explanation, errorMessage].filter((one) => one !== '').join(' ');
      console.log(`      ${category}: ${id} ${got ?? 'failed'} (weight ${weight}) ${words}`);
    }
  }
}

console.log(await machine());
const paths = process.argv.slice(2);
const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  for (const liffId of [undefined, LIFF_ID]) {
    const site = await openWholeSite(liffId);
    for (const path of paths.length === 0 ? ['/'] : paths) {
      await fetch(`${site.url}${path}`);
      const result = await middle(`${site.url}${path}`, port);
      console.log(
        `\n${path} ${liffId === undefined ? 'without' : 'with'} LIFF · Lighthouse ${result.lighthouseVersion}`,
      );
      print(result);
      if (CATEGORIES.some((id) => scoreOf(result, id) < 1)) process.exitCode = 1;
    }
    await site.close();
  }
} finally {
  await browser.close();
}
