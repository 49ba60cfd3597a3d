import type { z } from 'zod';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { ItemCode } from '../../../domain/ita/framework.ts';
import type { LinksChange } from '../../../domain/staff/submission.ts';
import { MOST_LINKS, SubmissionPlan } from '../../../domain/submission/plan.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { submissionAnswer } from './answer.ts';
import { readPlan } from './read.ts';

/**
 * Replaces a year's plan by what `next` makes of the one that was seen; refused where it is no longer the same.
 * @throws StoreUnavailable
 */
export async function changePlan(
  parts: StaffParts,
  fiscalYear: number,
  edition: string,
  by: string,
  next: (plan: SubmissionPlan) => SubmissionPlan,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const path = ground.paths.submission(fiscalYear);
  const done = await commitAudited<'changed'>(ground, clock, async () => {
    const plan = await readPlan(parts, fiscalYear);
    if (editionOf(plan) !== edition) return { refuse: 'changed' };
    return {
      writes: [{ op: 'set', path, data: plain(SubmissionPlan.parse(next(plan))) }],
      deeds: [{ by, action: 'submission-change', about: String(fiscalYear) }],
    };
  });
  if (done.done) return { json: await submissionAnswer(parts, fiscalYear) };
  if (done.why === 'busy') return { refuse: 'busy' };
  return { refuse: 'changed', now: await submissionAnswer(parts, fiscalYear) };
}

/** The plan with an item's outside links; one that was there keeps its day. */
export function withLinks(
  plan: SubmissionPlan,
  code: ItemCode,
  links: z.infer<typeof LinksChange>['links'],
  now: number,
): SubmissionPlan {
  const before = plan.links[code] ?? [];
  const kept = links.slice(0, MOST_LINKS).map(({ label, url, on }) => ({
    ...{ label, url },
    on: before.find((one) => one.url === url)?.on ?? on ?? dayOf(now),
  }));
  const { [code]: _, ...others } = plan.links;
  return { ...plan, links: kept.length === 0 ? others : { ...others, [code]: kept } };
}
