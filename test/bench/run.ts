// `npm run bench`: this bot beside the SDK's own echo bot, on this machine, in one run.
// `npm run bench -- receipts`: what receipts and sealing cost. `npm run bench -- profile`: where a text's time goes.
import { startBench } from './bench.ts';
import { machine } from './machine.ts';
import { profile } from './profile.ts';
import { receiptsReport } from './receipts.ts';
import { storeReport, throughputReport } from './report.ts';
import { storeWork } from './store-work.ts';
import { compare } from './throughput.ts';

const MEBIBYTE = 1024 * 1024;

async function throughput(): Promise<void> {
  const bench = await startBench();
  const bots = { echo: await bench.startEcho(), prongsai: await bench.startProngsai() };
  const found = await compare(bench, bots);
  console.log(`\n${throughputReport(found)}\n`);
  const memory = async ({ child }: { child: typeof bots.echo.child }) =>
    `${((await child.usage()).rss / MEBIBYTE).toFixed(0)} MiB`;
  console.log(
    `resident memory: echo bot ${await memory(bots.echo)}, this bot ${await memory(bots.prongsai)}\n`,
  );
  const { restarted, rows } = await storeWork(bench, bots.prongsai);
  console.log(`${storeReport(rows)}\n`);
  await Promise.all([bots.echo.child.stop(), restarted.child.stop()]);
  await bench.close();
}

const [what = 'throughput'] = process.argv.slice(2);
console.log(await machine());
if (what === 'throughput') await throughput();
else if (what === 'receipts') console.log(`\n${await receiptsReport()}\n`);
else if (what === 'profile') console.log(`\n${await profile()}\n`);
else {
  console.error('what to measure: nothing more said for events a second, or receipts, or profile');
  process.exitCode = 1;
}
