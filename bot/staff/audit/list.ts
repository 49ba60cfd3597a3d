import { z } from 'zod';
import { Staff } from '../../../domain/agency/staff.ts';
import { AuditDeed, type AuditEntry, AuditHead, HiddenDeed } from '../../../domain/audit/entry.ts';
import { headCode } from '../../../domain/audit/head-code.ts';
import type { AuditPage, AuditRow } from '../../../domain/staff/audit.ts';
import { Readers } from '../../../sealing/readers.ts';
import { BEFORE_THE_FIRST } from '../../audit/append.ts';
import { follows, readLink } from '../../audit/read-link.ts';
import type { Ground } from '../../records/ground.ts';
import { readerMark } from '../../records/tip-marks.ts';
import type { Found } from '../../store/documents.ts';

const PAGE = 25;
/** Links that one page looks at, so that what it costs is bounded where most of them are for others. */
const MOST_LOOKED_AT = 200;
/** A cursor's digits, always as many, so that its length tells nothing. */
const CURSOR_DIGITS = 12;

type AuditGround = Pick<Ground, 'documents' | 'paths' | 'secrets'>;

/** Cursors of other lists are of another shape. */
const Cursor = z.string().regex(/^audit \d{12}$/);

const sealPlace = ({ secrets }: AuditGround, n: number): string =>
  secrets.sealCursor(`audit ${String(n).padStart(CURSOR_DIGITS, '0')}`);

/** The number of the first link of a page; undefined where the cursor is none of ours. */
async function firstOf(ground: AuditGround, after: string | undefined): Promise<number | undefined> {
  if (after === undefined) {
    const head = AuditHead.safeParse((await ground.documents.read(ground.paths.auditHead))?.data);
    return head.success ? head.data.n : 0;
  }
  const cursor = Cursor.safeParse(ground.secrets.openCursor(after));
  return cursor.success ? Number(cursor.data.slice(-CURSOR_DIGITS)) : undefined;
}

const Json = z.string().transform((text): unknown => JSON.parse(text));

/** What somebody is shown of a deed: tips' deeds only with a key that opens the tip. */
type Opener = (entry: AuditEntry) => { deed: AuditDeed; isHidden: boolean } | undefined;

async function openerOf(ground: AuditGround, staff: Staff): Promise<Opener> {
  const isAdmin = staff.roles.includes('admin');
  const readers = staff.roles.includes('integrity')
    ? Readers.safeParse((await ground.documents.read(ground.paths.readers))?.data).data
    : undefined;
  const keys = readers?.officers.filter(({ staffId }) => staffId === staff.id) ?? [];
  return ({ n, deed, hidden }) => {
    if (deed !== undefined) return isAdmin ? { deed, isHidden: false } : undefined;
    if (hidden === undefined || keys.length === 0) return undefined;
    const plain = ground.secrets.openDeed(n, hidden);
    if (plain === undefined) return undefined;
    const told = HiddenDeed.parse(Json.parse(Buffer.from(plain).toString()));
    const isReader = keys.some((key) => told.readers.includes(readerMark(ground, told.caseId, key)));
    return isReader ? { deed: AuditDeed.parse(told), isHidden: true } : undefined;
  };
}

async function namesOf(
  { documents, paths }: AuditGround,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== 'system');
  const found = asked.length === 0 ? [] : await documents.readMany(asked.map(paths.staff));
  return new Map(
    found.flatMap((one): [string, string][] => {
      const staff = Staff.safeParse(one?.data);
      return staff.success ? [[staff.data.id, staff.data.name]] : [];
    }),
  );
}

/** Whether each link that was read was written by this server after the one before it. */
function isWhole(ground: AuditGround, links: readonly (Found | undefined)[], lowest: number): boolean {
  return links.every((found, index) => {
    const n = lowest + index;
    const link = readLink(found, n);
    if (link === undefined) return false;
    if (index === 0) return n > 1 || follows(ground, link, BEFORE_THE_FIRST);
    const before = readLink(links[index - 1], n - 1);
    return before === undefined || follows(ground, link, before.mac);
  });
}

interface Seen {
  entry: AuditEntry;
  deed: AuditDeed;
  isHidden: boolean;
}

interface Look {
  seen: Seen[];
  /** The link to go on with; less than 1 at the end. */
  next: number;
  isWhole: boolean;
}

/** Looks from a link backwards until it has seen `most` of what somebody is shown, or looked at enough. */
async function lookBack(ground: AuditGround, staff: Staff, from: number, most: number): Promise<Look> {
  const lowest = Math.max(1, from - MOST_LOOKED_AT + 1);
  const numbers = Array.from({ length: Math.max(0, from - lowest + 1) }, (_, index) => lowest + index);
  const links = numbers.length === 0 ? [] : await ground.documents.readMany(numbers.map(ground.paths.audit));
  const open = await openerOf(ground, staff);
  const seen: Seen[] = [];
  let next = from;
  for (; next >= lowest && seen.length < most; next -= 1) {
    const entry = readLink(links[next - lowest], next);
    const opened = entry && open(entry);
    if (entry !== undefined && opened !== undefined) seen.push({ entry, ...opened });
  }
  return { seen, next, isWhole: isWhole(ground, links, lowest) };
}

/**
 * One page of the audit as somebody may see it: an admin what was done, an integrity officer what was done with the
 * tips that they can open. Numbers of links are told to nobody, because gaps in them would count what is hidden.
 * Undefined where the cursor is none of ours.
 * @throws StoreUnavailable
 */
export async function auditPage(
  ground: AuditGround,
  staff: Staff,
  after: string | undefined,
): Promise<AuditPage | undefined> {
  const from = await firstOf(ground, after);
  if (from === undefined) return undefined;
  const { seen, next, isWhole } = await lookBack(ground, staff, from, PAGE);
  const ids = seen.map(({ deed }) => deed.by);
  const names = await namesOf(ground, ids);
  const rows = seen.map(({ entry: { at }, deed, isHidden }): AuditRow => {
    const name = names.get(deed.by);
    const by = deed.by === 'system' ? deed.by : ground.secrets.staffHandle(deed.by);
    return { ...deed, at, by, isHidden, ...(name === undefined ? {} : { name }) };
  });
  return { rows, ...(next >= 1 ? { next: sealPlace(ground, next) } : {}), isBroken: !isWhole };
}

/**
 * The newest link that somebody is shown, named for paper; undefined where there is none. What is hidden from them
 * does not change it, or whoever asked again and again would learn when something was done with a tip.
 * @throws StoreUnavailable
 */
export async function newestCode(ground: AuditGround, staff: Staff): Promise<string | undefined> {
  let from = await firstOf(ground, undefined);
  while (from !== undefined && from >= 1) {
    const { seen, next } = await lookBack(ground, staff, from, 1);
    const [newest] = seen;
    if (newest !== undefined) return headCode(newest.entry.mac);
    from = next;
  }
  return undefined;
}
