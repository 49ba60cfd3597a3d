import type { Agencies } from '../agency/agencies.ts';
import type { RunningAgency } from '../agency/serve-agency.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import type { Documents, Found } from '../store/documents.ts';

export interface JobParts {
  documents: Documents;
  agencies: Agencies;
  /** Milliseconds since the epoch. */
  clock(): number;
  log: Log;
}

const PAGE = 100;
const SIDE_BY_SIDE = 4;

/** All agencies, a page at a time. @throws StoreUnavailable */
export async function* eachAgency(documents: Documents): AsyncGenerator<Found> {
  let last: string | undefined;
  for (;;) {
    const found = await documents.query({
      collection: 'agencies',
      where: [],
      orderBy: [['id', 'asc']],
      limit: PAGE,
      ...(last === undefined ? {} : { startAfter: [last] }),
    });
    yield* found;
    if (found.length < PAGE) return;
    last = found.at(-1)?.id;
  }
}

/** The ids of all agencies, a page at a time. @throws StoreUnavailable */
export async function* agencyIds(documents: Documents): AsyncGenerator<string> {
  for await (const { id } of eachAgency(documents)) yield id;
}

/** Does something for each of the agencies that can be served; one that fails does not stop the others. */
export async function forAgencies(
  { agencies, log }: JobParts,
  ids: AsyncIterable<string> | Iterable<string>,
  work: (agency: RunningAgency) => Promise<void>,
): Promise<void> {
  const left = (async function* () {
    yield* ids;
  })();
  const worker = async (): Promise<void> => {
    for await (const id of { [Symbol.asyncIterator]: () => ({ next: () => left.next() }) }) {
      try {
        const agency = await agencies.find(id);
        if (agency !== undefined) await work(agency);
      } catch (error) {
        log('job_failed', { agency: id, error: errorName(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}
