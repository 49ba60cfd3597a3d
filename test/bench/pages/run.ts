// `npm run bench:pages`: what the public page weighs and how soon it is seen on a cheap phone, beside the same
// data in a page made as LINE's create-liff-app makes one, on this machine, in one run.
import { launchBrowser } from '../../browser/launch.ts';
import { machine } from '../machine.ts';
import { serveLiffApp } from './liff-app.ts';
import { neededReport, speedReport, weightReport } from './report.ts';
import { LIFF_ID, openWholeSite } from './site.ts';
import { type Seen, visit } from './visit.ts';
import { MOST_OCTETS, weigh } from './weigh.ts';

const ROUNDS = 9;
const codings = ['identity', 'gzip', 'br'] as const;

console.log(await machine());
const site = await openWholeSite(LIFF_ID);
const browser = await launchBrowser();
const json = await (await fetch(`${site.url}/api/public`)).text();
const liffApp = await serveLiffApp(json);
try {
  console.log(`Chromium ${browser.version()}\n`);
  const weights = await Promise.all(codings.map((coding) => weigh(`${site.url}/`, coding)));
  console.log(`${weightReport(weights)}\n`);

  const own = { url: `${site.url}/`, shown: 'main h1' };
  const other = { url: `${liffApp.url}/`, shown: '#app dl' };
  const unscripted = {
    own: await visit(browser, own.url, { ...own, scripts: false }),
    other: await visit(browser, other.url, { ...other, scripts: false }),
  };
  const seen: { own: Seen[]; other: Seen[] } = { own: [], other: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['own', 'other'] as const) : (['other', 'own'] as const);
    for (const name of order) {
      const page = name === 'own' ? own : other;
      seen[name].push(await visit(browser, page.url, page));
    }
  }
  console.log(`${neededReport(unscripted, seen)}\n`);
  console.log(`${speedReport(seen)}\n`);
  const isLight = weights.every(({ coding, body }) => coding === 'identity' || body <= MOST_OCTETS);
  if (!isLight || !unscripted.own.readable) process.exitCode = 1;
} finally {
  await Promise.all([browser.close(), liffApp.close()]);
  await site.close();
}
