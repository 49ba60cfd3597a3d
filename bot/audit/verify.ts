import { setImmediate as breathe } from 'node:timers/promises';
import { AuditHead } from '../../domain/audit/entry.ts';
import { headCode } from '../../domain/audit/head-code.ts';
import { type AuditGround, BEFORE_THE_FIRST } from './append.ts';
import { follows, readLink } from './read-link.ts';

/** Something that is not as this server left it; `n` is the number of the link. */
export type AuditFault =
  | { fault: 'altered' | 'missing'; n: number }
  /** The newest link is another than the head says: links were cut off, or put on. */
  | { fault: 'cut' | 'grown' }
  /** The head was not written by this server, or there are links and no head. */
  | { fault: 'head' }
  /** A head that was noted down is no part of the chain: an older state was put in its place, or another chain. */
  | { fault: 'noted'; code: string };

export interface Verified {
  links: number;
  /** The newest link, for paper; undefined where nothing was ever done. */
  code: string | undefined;
  /** At most a hundred. */
  faults: AuditFault[];
}

const PAGE = 200;
const MOST_FAULTS = 100;

async function readHead({ documents, paths, secrets }: AuditGround): Promise<AuditHead | 'none' | 'foreign'> {
  const found = await documents.read(paths.auditHead);
  if (found === undefined) return 'none';
  const head = AuditHead.safeParse(found.data);
  if (!head.success) return 'foreign';
  const { n, mac, seal } = head.data;
  return seal === secrets.auditSeal(n, mac) ? head.data : 'foreign';
}

async function newestNumber({ documents, paths }: AuditGround): Promise<number> {
  const [newest] = await documents.query({
    collection: paths.auditEntries,
    where: [],
    orderBy: [['n', 'desc']],
    limit: 1,
  });
  return Number(newest?.data.n ?? 0);
}

/**
 * Walks the whole chain from its first link and finds what was altered, taken out, cut off or put on, and whether it
 * goes through every head in `noted` (codes as `headCode` writes them), those that were printed or kept elsewhere.
 * Links that are put on meanwhile by this server are no fault. `progress` is told how many links of how many were read. Reads only.
 * @throws StoreUnavailable
 */
export async function verifyAudit(
  ground: AuditGround,
  noted: readonly string[],
  progress: (done: number, of: number) => unknown = () => undefined,
): Promise<Verified> {
  const { documents, paths } = ground;
  const faults: AuditFault[] = [];
  const found = (fault: AuditFault): void => {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  const newest = await newestNumber(ground);
  const head = await readHead(ground);
  if (head === 'foreign' || (head === 'none' && newest > 0)) found({ fault: 'head' });
  const last = typeof head === 'string' ? newest : head.n;
  if (newest > last) found({ fault: 'grown' });

  const sought = new Set(noted);
  let before: string | undefined = BEFORE_THE_FIRST;
  for (let from = 1; from <= last; from += PAGE) {
    const numbers = Array.from({ length: Math.min(PAGE, last - from + 1) }, (_, index) => from + index);
    const links = await documents.readMany(numbers.map(paths.audit));
    for (const [index, n] of numbers.entries()) {
      const document = links[index];
      const link = readLink(document, n);
      if (document === undefined) found({ fault: 'missing', n });
      else if (link === undefined || (before !== undefined && !follows(ground, link, before))) {
        found({ fault: 'altered', n });
      }
      before = link?.mac;
      if (link !== undefined) sought.delete(headCode(link.mac));
    }
    await progress(Math.min(from + PAGE - 1, last), last);
    await breathe();
  }
  if (typeof head !== 'string' && head.mac !== before) found({ fault: 'cut' });
  for (const code of sought) found({ fault: 'noted', code });
  return { links: last, code: before === undefined || last === 0 ? undefined : headCode(before), faults };
}
