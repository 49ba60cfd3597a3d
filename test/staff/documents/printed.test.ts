import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { all } from '../cases/world.ts';
import { answers } from './office-script.ts';
import { officePapers } from './papers/office.ts';
import { otherPapers } from './papers/others.ts';
import { servicePapers } from './papers/services.ts';
import { surveyPapers } from './papers/survey.ts';
import { openWorld, type World } from './papers/world.ts';

const PATIENCE_MILLISECONDS = 300_000;

let opened: World | undefined;
const world = (): World => {
  if (opened === undefined) throw new Error('the year is played before any paper is printed');
  return opened;
};
beforeAll(async () => {
  opened = await openWorld(demoOfficerId);
}, PATIENCE_MILLISECONDS);
afterAll(() => opened?.close());

describe('the papers of a scripted year', { timeout: PATIENCE_MILLISECONDS }, () => {
  it('come from answers that were each kept once', async () => {
    expect(await all(world().stage, 'responses')).toHaveLength(answers.length);
  });
  surveyPapers(world);
  servicePapers(world);
  otherPapers(world);
  officePapers(world);
});
