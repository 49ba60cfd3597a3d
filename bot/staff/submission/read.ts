import { dayOf } from '../../../domain/calendar/day.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import { EvidenceKey } from '../../../domain/evidence/keys.ts';
import { frameworkOf } from '../../../domain/ita/frameworks.ts';
import { resultOf } from '../../../domain/ita/result.ts';
import { emptyPlan, SubmissionPlan } from '../../../domain/submission/plan.ts';
import { type Published, type SubmissionRow, submissionRows } from '../../../domain/submission/set.ts';
import type { ScoredYear } from '../../../domain/submission/stakes.ts';
import { readRegister } from '../../papers/shelf.ts';
import { readHeads } from '../../publish/evidence-store.ts';
import { readYears } from '../../publish/rebuild.ts';
import type { StaffParts } from '../parts.ts';
import { publishGround } from '../publish/matter.ts';
import { readWaiting } from '../publish/proposals.ts';

/** What was set for a year. @throws StoreUnavailable */
export async function readPlan({ ground }: StaffParts, fiscalYear: number): Promise<SubmissionPlan> {
  const found = await ground.documents.read(ground.paths.submission(fiscalYear));
  return found === undefined ? emptyPlan : SubmissionPlan.parse(found.data);
}

/** What is public, or waits for it, for the items of a fiscal year. @throws StoreUnavailable */
async function publishedIn(parts: StaffParts, fiscalYear: number): Promise<Published> {
  const at = publishGround(parts);
  const [heads, waiting, register] = await Promise.all([
    readHeads(at.documents, at.current),
    readWaiting(parts, ''),
    readRegister(parts.ground),
  ]);
  return {
    pages: heads
      .filter((head) => head.fiscalYear === fiscalYear)
      .map(({ key, approvals, withdrawn }) => ({
        key,
        title: officialItem(key, fiscalYear).title,
        url: `${parts.publicUrl}/oit/${fiscalYear}/${key}`,
        approvedOn: approvals.at(-1)?.approvedOn ?? '',
        isWithdrawn: withdrawn !== undefined,
      })),
    waiting: waiting.flatMap((row) =>
      row.kind === 'evidence' && row.fiscalYear === fiscalYear
        ? (EvidenceKey.safeParse(row.key).data ?? [])
        : [],
    ),
    papers: register.papers.flatMap(({ id, title, item, fiscalYear: of, day }) =>
      item === undefined || of !== fiscalYear
        ? []
        : [{ key: item, title, url: `${parts.publicUrl}/papers/${id}`, on: day }],
    ),
  };
}

/** The newest result that is known of this year or an earlier one, approved before imported. @throws StoreUnavailable */
async function scoredYear(parts: StaffParts, fiscalYear: number): Promise<ScoredYear | undefined> {
  const years = await readYears(publishGround(parts));
  for (const year of years.filter((one) => one.fiscalYear <= fiscalYear)) {
    const framework = frameworkOf(year.fiscalYear);
    const known = year.approved ?? year.draft;
    if (framework !== undefined && known !== undefined) {
      return { framework, result: resultOf(known.raw, known.judgements) };
    }
  }
  return undefined;
}

export interface SubmissionSet {
  rows: SubmissionRow[];
  scored: ScoredYear | undefined;
}

/** The set of a fiscal year as it stands. @throws StoreUnavailable */
export async function readSet(
  parts: StaffParts,
  fiscalYear: number,
  plan: SubmissionPlan,
): Promise<SubmissionSet> {
  const [published, scored] = await Promise.all([
    publishedIn(parts, fiscalYear),
    scoredYear(parts, fiscalYear),
  ]);
  const today = dayOf(parts.clock());
  return { rows: submissionRows({ fiscalYear, today, plan, published, scored }), scored };
}
