import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { doctorWords } from '../../domain/catalogue/doctor.ts';
import { accountCases, type Case, deploymentCases, googleCases, peopleCases } from './cases.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => world.mend());
afterAll(() => world.close());

const cases = [...deploymentCases, ...googleCases, ...accountCases, ...peopleCases];

async function stands({ given, line, of }: Case) {
  await given(world);
  const report = await world.examine(of);
  const agency = report.agencies.find(({ id }) => id === (of ?? 'khoen'));
  const found = [...report.deployment, ...(agency?.findings ?? [])].filter((one) => one.line === line);
  expect(found).toHaveLength(1);
  return found[0];
}

describe('every line of the doctor', () => {
  it.each(cases.map((one) => [one.line, one.why, one.state, one] as const))(
    '%s: %s is %s',
    async (_line, why, state, one) => {
      const found = await stands(one);
      expect(found).toMatchObject({ state, why });
      expect(found?.said).not.toMatch(/\{\}|undefined/);
      expect((found?.todo ?? '') !== '').toBe(state === 'do');
      expect(found?.todo ?? '').not.toMatch(/\{\}|undefined/);
    },
  );

  it('has a case for every way in which it can stand, one fine and one to be done', () => {
    const key = (line: string, why: string): string => `${line}: ${why}`;
    const words = Object.entries(doctorWords).flatMap(([line, { why }]) =>
      Object.keys(why).map((one) => key(line, one)),
    );
    expect(cases.map(({ line, why }) => key(line, why)).sort()).toEqual(words.sort());
    for (const line of Object.keys(doctorWords)) {
      const states = new Set(cases.filter((one) => one.line === line).map(({ state }) => state));
      expect([line, states.has('fine'), states.has('do')]).toEqual([line, true, true]);
    }
  });
});
