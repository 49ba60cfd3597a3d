import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingFindings } from '../privacy/opening-tips.ts';
import { pushes, pushFindings } from '../privacy/pushes.ts';
import { sessionsWithSecrets, sharedCommits, tipsInOutbox } from '../privacy/shared-commits.ts';
import { documentTraces, logTraces, photoTraces } from '../privacy/traces.ts';
import { alertFindings } from './check-alerts.ts';
import { caseFindings, receiptFindings, tipFindings } from './check-cases.ts';
import { surveyFindings, tallyFindings } from './check-counts.ts';
import { type Run, runStorm } from './run.ts';

const LONGEST_MILLISECONDS = 600_000;
const residents = Number(process.env.FAULT_RESIDENTS ?? 500);
const seed = Number(process.env.FAULT_SEED ?? 20261124);

let run: Run;
beforeAll(async () => {
  run = await runStorm({ residents, seed });
}, LONGEST_MILLISECONDS);
afterAll(() => run?.end());

/** Nothing was found; otherwise what, and the seed it was found with. */
const nothing = (findings: readonly string[]): void => {
  expect(findings, `seed ${run.seed}, ${run.residents.length} residents`).toEqual([]);
};

// A second try would have another seed, and hide what this one found.
describe(`${residents} residents in a storm of faults`, { retry: 0 }, () => {
  it('went through what they had to go through', () => {
    expect(run.kills).toBe(2);
    expect(run.passed.repeated).toBeGreaterThan(0);
    expect(Math.min(run.struck.before, run.struck.after, run.struck.late)).toBeGreaterThan(0);
  });
  it('all reached what they came for', () => nothing(run.stuck));
  it('are stuck in nothing afterwards: "เมนู" leads to the menu', () => nothing(run.withoutMenu));
  it('have each confirmed case once and whole', () => nothing(caseFindings(run)));
  it('have each confirmed tip once', () => nothing(tipFindings(run)));
  it('open their case or tip with each receipt', () => nothing(receiptFindings(run)));
  it('count once with each finished survey, as they meant it', () => nothing(surveyFindings(run)));
  it('are counted in tallies that equal a recount', () => nothing(tallyFindings(run)));
  it('were heard by the officers: every alert arrived, none under two keys', () =>
    nothing(alertFindings(run)));
  it('were told nothing that LINE would not have taken', () =>
    expect(run.platform.wrongMessages).toEqual([]));
});

describe('every document version ever committed, and every log line', { retry: 0 }, () => {
  it('holds no id, name or receipt of a resident in clear, and words only where they belong', () =>
    nothing(documentTraces(run)));
  it('has a log of codes alone', () => nothing(logTraces(run)));
  it('holds no photo of a tip in clear', async () => nothing(await photoTraces(run)), 60_000);
  it('leaves nothing keyed by a person beside a tip, a response or an unrecorded case', () =>
    nothing(sharedCommits(run)));
  it('writes no session in the commit of a tip, a response or an unrecorded case', () =>
    nothing(sessionsWithSecrets(run)));
  it('pushes nothing to who told of corruption, and no receipt to anybody', () => {
    expect(pushes(run)).toBeGreaterThan(0);
    nothing(pushFindings(run));
  });
  it('names no tip in the outbox', () => nothing(tipsInOutbox(run)));
  it(
    'opens each tip for its readers and its own receipt, and for nobody else',
    async () => nothing(await openingFindings(run)),
    LONGEST_MILLISECONDS,
  );
});
