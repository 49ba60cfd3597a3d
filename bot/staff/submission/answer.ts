import { dayOf, daysBetween } from '../../../domain/calendar/day.ts';
import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import { spoken } from '../../../domain/catalogue/voice.ts';
import type { SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { itemsFor } from '../../../domain/submission/items.ts';
import { submissionSnippet } from '../../../domain/submission/snippet.ts';
import { wayUp } from '../../../domain/submission/stakes.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import { yearOf } from '../publish/matter.ts';
import { readPlan, readSet } from './read.ts';

/** All of a year's set for the console. @throws StoreUnavailable */
export async function submissionAnswer(parts: StaffParts, fiscalYear: number): Promise<SubmissionAnswer> {
  const plan = await readPlan(parts, fiscalYear);
  const { rows, scored } = await readSet(parts, fiscalYear, plan);
  const { agency } = parts.current();
  const { links, version: _, ...list } = plan;
  const way = scored && wayUp(scored);
  return {
    fiscalYear,
    edition: editionOf(plan),
    current: yearOf(parts),
    list,
    from: itemsFor(fiscalYear, plan).from,
    rows: rows.map((row) => ({ ...row, proofs: [...row.proofs], links: links[row.code] ?? [] })),
    ...(plan.closesOn === undefined ? {} : { daysLeft: daysBetween(dayOf(parts.clock()), plan.closesOn) }),
    ...(way === undefined
      ? {}
      : {
          way: {
            fiscalYear: way.fiscalYear,
            ...(way.overall === undefined ? {} : { overall: way.overall }),
            ...(way.level === undefined ? {} : { level: way.level }),
            notReckoned: [...way.notReckoned],
            steps: way.steps.map(({ code, title, gain, overall, level }) => ({
              ...{ code, title, gain, overall },
              ...(level === undefined ? {} : { level: level.label }),
            })),
          },
        }),
    units: agency.units.map(({ id, label }) => ({ id, label })),
    snippet: submissionSnippet(submissionWords(spoken(agency.voice)).heading(fiscalYear), rows),
  };
}
