import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { Case, TipCase } from '../../domain/case/case.ts';
import type { TallyChange } from '../../domain/case/case-tally.ts';
import { countsOf } from '../../domain/case/tally-changes.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';
import { CommentsRecord } from '../../domain/survey/comments.ts';
import { Response } from '../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../domain/survey/tally.ts';
import { goneKey } from '../../domain/tallies/gone.ts';
import { plain } from '../publish/plain.ts';
import { countWrites } from '../records/case-writes.ts';
import type { Ground } from '../records/ground.ts';
import { type Found, increment, type Write } from '../store/documents.ts';

type Where = Pick<Ground, 'documents' | 'paths'>;

/** More documents than this do not go in one commit. */
const TOGETHER = 300;
const MOST_RECEIPTS = 10;

/** What was counted stays counted, and is noted as counted without a document. */
const stillCounted = ({ paths }: Where, changes: readonly TallyChange[]): Write[] =>
  countWrites(
    paths,
    changes.map(({ key, counts }) => ({ key: goneKey(key), counts })),
  );

async function partsOf({ documents }: Where, path: string): Promise<Found[]> {
  const pages = await Promise.all(
    ['messages', 'history', 'attachments'].map((part) =>
      documents.query({
        collection: `${path}/${part}`,
        where: [],
        orderBy: [['__name__', 'asc']],
        limit: TOGETHER,
      }),
    ),
  );
  return pages.flat();
}

function countsIn(data: Found['data']): TallyChange[] {
  if (data.kind !== 'tip') return countsOf(Case.parse(data));
  const { received, status } = TipCase.parse(data);
  return [tipTally(received, undefined, status)];
}

/** One case fewer has joined the one that it joined. */
const unjoined = ({ paths }: Where, data: Found['data']): Write[] => {
  const joins = data.kind === 'tip' ? undefined : Case.parse(data).joins;
  return joins === undefined
    ? []
    : [{ op: 'update', path: paths.case(joins), data: { joined: increment(-1) } }];
};

/**
 * The last writes by which a case or a tip goes: the case itself, as it was found, with its thread, history, files,
 * receipts and the way to its reporter. Its tallies stay. Undefined where it has more parts than one commit takes: the
 * first of them went already, and it is to be asked again.
 * @throws StoreUnavailable
 */
export async function planGoing(where: Where, found: Found): Promise<Write[] | undefined> {
  const { documents, paths } = where;
  const parts = await partsOf(where, found.path);
  if (parts.length > TOGETHER) {
    await documents.commit(parts.slice(0, TOGETHER).map(({ path }) => ({ op: 'delete', path })));
    return undefined;
  }
  const receipts = await documents.query({
    collection: paths.receipts,
    where: [['caseId', '==', found.id]],
    orderBy: [],
    limit: MOST_RECEIPTS,
  });
  return [
    { op: 'delete', path: found.path, ifUpdatedAt: found.updateTime },
    ...[...parts, ...receipts].map(({ path }): Write => ({ op: 'delete', path })),
    { op: 'delete', path: paths.route(found.id) },
    { op: 'delete', path: paths.erasure(found.id) },
    ...unjoined(where, found.data),
    ...stillCounted(where, countsIn(found.data)),
  ];
}

/** Takes the words of answers that go out of what staff chose of them for the report of a fiscal year. */
async function unchosen(
  { documents, paths }: Where,
  year: number,
  going: ReadonlySet<string>,
): Promise<Write[]> {
  const found = await documents.read(paths.comments(year));
  if (found === undefined) return [];
  const { chosen } = CommentsRecord.parse(found.data);
  const left = chosen.filter(({ response }) => !going.has(response));
  if (left.length === chosen.length) return [];
  const data = plain({ version: 1, chosen: left } satisfies CommentsRecord);
  return [{ op: 'update', path: found.path, data, ifUpdatedAt: found.updateTime }];
}

/**
 * The writes by which answers to a survey go, and what staff chose of their words with them; their tallies stay.
 * @throws StoreUnavailable
 */
export async function planAnswersGoing(where: Where, found: readonly Found[]): Promise<Write[]> {
  const responses = found.map(({ data }) => Response.parse(data));
  const years = new Set(responses.map(({ day }) => fiscalYearOf(day)));
  const going = new Set(found.map(({ id }) => id));
  const words = await Promise.all([...years].map((year) => unchosen(where, year, going)));
  return [
    ...found.map(({ path, updateTime }): Write => ({ op: 'delete', path, ifUpdatedAt: updateTime })),
    ...words.flat(),
    ...stillCounted(
      where,
      responses.map((response) => ({ key: surveyTallyKey(response), counts: tallyOf(response) })),
    ),
  ];
}
