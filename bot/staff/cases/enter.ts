import { categoryOf } from '../../../domain/agency/routing.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { audienceOf, isAboutStaff } from '../../../domain/case/audience.ts';
import { Case, type CaseFile } from '../../../domain/case/case.ts';
import { dueDay } from '../../../domain/case/due.ts';
import { mayEnter } from '../../../domain/case/entry-days.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { tallyChanges } from '../../../domain/case/tally-changes.ts';
import { spell } from '../../../domain/conversation/fresh.ts';
import { makeReceipt } from '../../../domain/receipt/receipt.ts';
import type { Entered, EntryBody, KeptPhoto } from '../../../domain/staff/cases.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { maskIdNumbers } from '../../../domain/words/id-numbers.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { emptyBasis } from '../../records/basis.ts';
import { nextNumber, takeNumber } from '../../records/case-number.ts';
import { countWrites, happenedBy } from '../../records/case-writes.ts';
import { receiptPath } from '../../records/lookup.ts';
import type { Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer, StaffCall } from '../route.ts';
import { notify, staffFor } from './act.ts';
import { keepPhoto, takePhoto } from './photos.ts';

type EnterCall = StaffCall<undefined, undefined, EntryBody>;

/** The number of the one photo that an entry has. */
const PAPER = 1_000;
const CASE_ID_LETTERS = 20;
const RECEIPT_OCTETS = 16;

/** The case that an entry makes: the same one however often it is sent. */
const caseIdOf = ({ ground }: StaffParts, staffId: string, once: string): string =>
  spell(ground.secrets.entryOctets(staffId, once, 'case').subarray(0, CASE_ID_LETTERS));

const receiptOf = ({ ground }: StaffParts, staffId: string, once: string): string =>
  makeReceipt(ground.secrets.entryOctets(staffId, once, 'receipt').subarray(0, RECEIPT_OCTETS));

/** Keeps the photo of a paper for the entry that it belongs to. @throws StoreUnavailable */
export async function keepPaper(
  parts: StaffParts,
  { staff, params, body }: StaffCall<{ once: string }, undefined, Uint8Array>,
): Promise<KeptPhoto | StaffRefusal> {
  const caseId = caseIdOf(parts, staff.id, params.once);
  const { documents, paths } = parts.ground;
  if ((await documents.read(paths.case(caseId))) !== undefined) return 'exists';
  return keepPhoto(parts, caseId, PAPER, body);
}

/** What is entered is of this agency: its category, place and unit are there. */
function isOfAgency({ current }: StaffParts, { category, place, concerns }: EntryBody): boolean {
  const { categories, places, units } = current().agency;
  const isThere = (all: readonly { id: string }[], wanted: string | undefined): boolean =>
    wanted === undefined || all.some(({ id }) => id === wanted);
  return isThere(categories, category) && isThere(places, place) && isThere(units, concerns);
}

function enteredCase(parts: StaffParts, call: EnterCall, number: string, files: CaseFile[]): Case {
  const { agency } = parts.current();
  const { kind, channel, received, place, landmark, text, category: named } = call.body;
  const category = categoryOf(agency, kind === 'complaint' ? named : undefined);
  const days =
    kind === 'complaint' ? Math.min(category.days, agency.firstAnswerDays) : agency.firstAnswerDays;
  const aboutStaff = kind === 'complaint' && isAboutStaff(agency, category.id);
  const concerns = aboutStaff ? call.body.concerns : undefined;
  return newCase({
    version: 1,
    kind,
    number,
    status: 'new',
    ...(kind === 'complaint' ? { category: category.id } : {}),
    where: {
      ...(place === undefined ? {} : { place }),
      ...(landmark === undefined || landmark === '' ? {} : { landmark }),
    },
    text: maskIdNumbers(text),
    attachments: files.length,
    files,
    unit: category.unit,
    audience: audienceOf(aboutStaff, concerns),
    ...(concerns === undefined ? {} : { concerns }),
    channel,
    received,
    due: dueDay(received, days, agency),
    messages: 0,
    history: 1,
    enteredBy: call.staff.id,
  });
}

async function planEntry(parts: StaffParts, call: EnterCall, caseId: string, receipt: string) {
  const { ground, current } = parts;
  const { documents, paths } = ground;
  const { staff, body, now } = call;
  if ((await documents.read(paths.case(caseId))) !== undefined) return { refuse: 'exists' as const };
  const asker = { userId: staff.id, agency: current().agency, now };
  const basis = emptyBasis();
  const number = await nextNumber(ground, asker, basis);
  const photo =
    body.photo === undefined
      ? undefined
      : await takePhoto(parts, { from: caseId, to: caseId, n: body.photo, use: 'paper' });
  if (body.photo !== undefined && photo === undefined) return { refuse: 'bad_shape' as const };
  const record = enteredCase(parts, call, number, photo === undefined ? [] : [photo.file]);
  const told = staffFor(current(), caseId, record, 'new').filter((staffId) => staffId !== staff.id);
  const entered = happenedBy(staff.id, now, { kind: 'entered' });
  const writes: Write[] = [
    { op: 'create', path: paths.case(caseId), data: { ...record } },
    { op: 'create', path: paths.history(caseId, 1), data: { ...entered } },
    {
      op: 'create',
      path: await receiptPath(ground, asker, receipt),
      data: { version: 1, caseId, kind: 'case' },
    },
    takeNumber(basis),
    ...(photo?.writes ?? []),
    ...countWrites(paths, tallyChanges(undefined, record)),
    ...told.map((staffId) =>
      notify(parts, { to: 'staff', staffId }, { notice: 'case', news: 'new', caseId }),
    ),
  ];
  const note = `${record.channel} ${record.received}`;
  return { writes, deeds: [{ by: staff.id, action: 'case-enter' as const, about: number, note }] };
}

/**
 * Enters a case for somebody who came by another way (รับเรื่องแทน), counted in the month of its true day. The same
 * entry sent again gives the same answer and makes nothing.
 * @throws StoreUnavailable
 */
export async function enterCase(parts: StaffParts, call: EnterCall): Promise<StaffAnswer> {
  const { staff, body, now } = call;
  if (!isOfAgency(parts, body) || !mayEnter(body.received, dayOf(now))) return { refuse: 'bad_shape' };
  const caseId = caseIdOf(parts, staff.id, body.once);
  const receipt = receiptOf(parts, staff.id, body.once);
  const done = await commitAudited<'exists' | 'bad_shape'>(parts.ground, parts.clock, () =>
    planEntry(parts, call, caseId, receipt),
  );
  if (!done.done && done.why !== 'exists') return { refuse: done.why };
  const { documents, paths } = parts.ground;
  const record = Case.safeParse((await documents.read(paths.case(caseId)))?.data).data;
  if (record === undefined) return { refuse: 'not_found' };
  if (done.done) parts.kick();
  const { number, received, due } = record;
  const entered: Entered = { id: caseId, number, receipt, received, due, isNew: done.done };
  return { json: entered };
}
