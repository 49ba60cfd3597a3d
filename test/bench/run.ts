// `npm run bench`: this bot beside the SDK's own echo bot, on this machine, in one run. `npm run bench -- short`: the
// same with fewer events, which fails only where one was not taken and answered once.
// `npm run bench -- receipts`: what receipts and sealing cost. `npm run bench -- profile`: where a text's time goes.
import { startBench } from './bench.ts';
import { machine } from './machine.ts';
import { profile } from './profile.ts';
import { receiptTimes } from './receipt-times.ts';
import { receiptsReport } from './receipts.ts';
import { storeReport, throughputReport } from './report.ts';
import { storeWork } from './store-work.ts';
import {
  type Bots,
  compare,
  type Extent,
  LOOK_UP,
  QUICK,
  SHORT,
  SLOW,
  SLOW_ROUNDS,
  WHOLE,
} from './throughput.ts';

const MEBIBYTE = 1024 * 1024;

async function memoryOf({ echo, keeping, prongsai }: Bots): Promise<string> {
  const figures = await Promise.all(
    [echo, keeping, prongsai].map(
      async ({ child }) => `${((await child.usage()).rss / MEBIBYTE).toFixed(0)} MiB`,
    ),
  );
  return `resident memory: echo bot ${figures[0]}, keeping a document ${figures[1]}, this bot ${figures[2]}`;
}

async function throughput(extent: Extent): Promise<void> {
  const bench = await startBench();
  const bots: Bots = {
    echo: await bench.startEcho(),
    keeping: await bench.startKeeping(),
    prongsai: await bench.startProngsai(),
  };
  const slow = { ...extent, rounds: Math.min(extent.rounds, SLOW_ROUNDS) };
  console.log(`\n${throughputReport(await compare(bench, bots, QUICK, extent), QUICK)}\n`);
  console.log(`${await memoryOf(bots)}\n`);
  console.log(`${throughputReport(await compare(bench, bots, SLOW, slow), SLOW)}\n`);
  const { restarted, rows } = await storeWork(bench, bots.prongsai);
  const again = { ...bots, prongsai: restarted };
  const receipts = { left: await bench.receipts() };
  console.log(`${throughputReport(await compare(bench, again, LOOK_UP, slow, receipts), LOOK_UP)}\n`);
  console.log(`${await memoryOf(again)}\n\n${storeReport(rows)}\n`);
  await Promise.all(Object.values(again).map(({ child }) => child.stop()));
  await bench.close();
}

const [what = 'throughput'] = process.argv.slice(2);
console.log(await machine());
if (what === 'throughput') await throughput(WHOLE);
else if (what === 'short') await throughput(SHORT);
else if (what === 'receipts') {
  console.log(`\n${await receiptsReport()}\n`);
  console.log(`${await receiptTimes()}\n`);
} else if (what === 'profile') console.log(`\n${await profile()}\n`);
else {
  console.error('what to measure: nothing more said for events a second, or short, or receipts, or profile');
  process.exitCode = 1;
}
