import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIFF_ID, openWholeSite } from '../bench/pages/site.ts';
import { MOST_OCTETS, weigh } from '../bench/pages/weigh.ts';
import { type PagesStage, wholePage } from './stage.ts';

let site: PagesStage;
beforeAll(async () => {
  site = await openWholeSite(LIFF_ID);
});
afterAll(() => site.close());

it.each(['gzip', 'br'] as const)('/ with everything in it weighs 14 KB at most, in %s', async (coding) => {
  const { body } = await weigh(`${site.url}/`, coding);
  expect(body).toBeLessThanOrEqual(MOST_OCTETS);
});

it('/ weighs no more with a hundred questions, each of its own words', async () => {
  const questions = Array.from({ length: 100 }, (_, nth) => ({
    question: `คำถามที่ ${nth}: ${randomBytes(40).toString('base64')}`,
    answer: randomBytes(200).toString('base64'),
  }));
  await site.publish({ ...wholePage, questions });
  site.later(60_000);
  const { body } = await weigh(`${site.url}/`, 'gzip');
  expect(body).toBeLessThanOrEqual(MOST_OCTETS);
});
