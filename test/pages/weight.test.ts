import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIFF_ID, openWholeSite } from '../bench/pages/site.ts';
import { MOST_OCTETS, weigh } from '../bench/pages/weigh.ts';
import type { PagesStage } from './stage.ts';

let site: PagesStage;
beforeAll(async () => {
  site = await openWholeSite(LIFF_ID);
});
afterAll(() => site.close());

it.each(['gzip', 'br'] as const)('/ with everything in it weighs 14 KB at most, in %s', async (coding) => {
  const { body } = await weigh(`${site.url}/`, coding);
  expect(body).toBeLessThanOrEqual(MOST_OCTETS);
});
