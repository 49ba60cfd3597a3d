import { z } from 'zod';
import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYear, fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import type { CommentBody, CommentRow, CommentsAnswer } from '../../../domain/staff/survey-comments.ts';
import { CHOSEN_MOST, CommentsRecord, tellableComment } from '../../../domain/survey/comments.ts';
import { Response } from '../../../domain/survey/survey.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import type { Found, Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer, StaffCall } from '../route.ts';

const PAGE = 30;
/** Where the next page begins: day and id of the last comment. */
const Place = z.tuple([z.iso.date(), z.string()]);

const recordIn = (found: Found | undefined): CommentsRecord =>
  found === undefined ? { version: 1, chosen: [] } : CommentsRecord.parse(found.data);

function rowOf(id: string, { service, day, comment = '' }: Response, { chosen }: CommentsRecord): CommentRow {
  const dimension = chosen.find(({ response }) => response === id)?.dimension;
  return {
    id,
    service,
    month: day.slice(0, 7),
    text: tellableComment(comment),
    ...(dimension === undefined ? {} : { chosen: dimension }),
  };
}

/**
 * A page of a fiscal year's comments, the newest first, as they would be shown, with no day. Undefined for a cursor
 * that is none.
 * @throws StoreUnavailable
 */
export async function readComments(
  { ground }: StaffParts,
  { year, cursor }: { year: number; cursor?: string | undefined },
): Promise<CommentsAnswer | undefined> {
  const { documents, paths, secrets } = ground;
  const after =
    cursor === undefined ? undefined : Place.safeParse(secrets.openCursor(cursor)?.split(' ')).data;
  if (cursor !== undefined && after === undefined) return undefined;
  const { from, to } = fiscalYear(year);
  const [kept, found] = await Promise.all([
    documents.read(paths.comments(year)),
    documents.query({
      collection: paths.responses,
      where: [
        ['commented', '==', true],
        ['day', '>=', from],
        ['day', '<=', to],
      ],
      orderBy: [
        ['day', 'desc'],
        ['__name__', 'desc'],
      ],
      limit: PAGE,
      ...(after === undefined ? {} : { startAfter: after }),
    }),
  ]);
  const record = recordIn(kept);
  const last = found.at(-1);
  return {
    year,
    chosen: record.chosen.length,
    most: CHOSEN_MOST,
    comments: found.map(({ id, data }) => rowOf(id, Response.parse(data), record)),
    ...(found.length === PAGE && last !== undefined
      ? { next: secrets.sealCursor(`${last.data.day} ${last.id}`) }
      : {}),
  };
}

/** Puts a comment into the year's report under what it is about, or takes it out. */
export async function chooseComment(
  parts: StaffParts,
  { staff, params: { id }, body: { dimension }, now }: StaffCall<{ id: string }, undefined, CommentBody>,
): Promise<StaffAnswer> {
  const { documents, paths } = parts.ground;
  const response = Response.safeParse((await documents.read(paths.response(id)))?.data).data;
  const text = response?.comment;
  if (response === undefined || text === undefined) return { refuse: 'not_found' };
  const path = paths.comments(fiscalYearOf(response.day));
  let next: CommentsRecord | undefined;
  const done = await commitAudited<StaffRefusal>(parts.ground, parts.clock, async () => {
    const found = await documents.read(path);
    const others = recordIn(found).chosen.filter((one) => one.response !== id);
    const mine = { response: id, text, written: response.day, by: staff.id, day: dayOf(now) };
    if (dimension !== null && others.length >= CHOSEN_MOST) return { refuse: 'too_many' };
    next = { version: 1, chosen: dimension === null ? others : [...others, { ...mine, dimension }] };
    const data = plain(next);
    const write: Write =
      found === undefined
        ? { op: 'create', path, data }
        : { op: 'update', path, data, ifUpdatedAt: found.updateTime };
    const deed = { by: staff.id, about: id, action: 'comment-chosen' } as const;
    return { writes: [write], deeds: [{ ...deed, ...(dimension === null ? {} : { note: dimension }) }] };
  });
  if (!done.done) return { refuse: done.why };
  return { json: rowOf(id, response, next ?? { version: 1, chosen: [] }) };
}
