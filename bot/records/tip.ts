import { dayOf } from '../../domain/calendar/day.ts';
import { nextTipTime } from '../../domain/calendar/tip-times.ts';
import type { Write as Wanted } from '../../domain/conversation/write.ts';
import { digestOf, makeManifest } from '../../sealing/manifest.ts';
import type { Part } from '../../sealing/plaintext.ts';
import type { Write } from '../store/documents.ts';
import { readTip } from './case-view.ts';
import { receiptPath } from './lookup.ts';
import { type Planning, Stale } from './planning.ts';
import { SealedMessage } from './records.ts';
import { alertReaders } from './tip-alerts.ts';
import { newReceipt, tipDocuments, tipReaders } from './tip-documents.ts';
import { readReaders } from './tip-door.ts';
import { readersMarked } from './tip-marks.ts';
import { readersOf, sealedMessage } from './tip-parts.ts';

type OpenTip = Extract<Wanted, { write: 'open tip' }>;
type TipMessage = Extract<Wanted, { write: 'tip message' }>;

async function storedParts({ ground }: Planning, caseId: string, ns: readonly number[]) {
  const found = await ground.documents.readMany(ns.map((n) => ground.paths.message(caseId, n)));
  return found.flatMap((one) => {
    if (one === undefined) return [];
    return [
      { n: Number(one.id), path: one.path, sealed: new Uint8Array(SealedMessage.parse(one.data).sealed) },
    ];
  });
}

/**
 * A confirmed tip: what it is about and the manifest sealed as its last parts, its case and receipt, its parts
 * for good, and one alert a reader at the next listing time.
 * @throws Stale where none of its parts is left.
 */
export async function openTip(plan: Planning, open: OpenTip): Promise<Write[]> {
  const { ground, asker } = plan;
  const { sealing } = open;
  const { caseId } = sealing;
  const [receipt, keys, readers, chosen, parts] = await Promise.all([
    receiptPath(ground, asker, sealing.receipt),
    ground.receiptKeys(asker.agency, sealing.receipt),
    readReaders(ground),
    readersOf(plan, sealing),
    storedParts(plan, caseId, open.parts),
  ]);
  if (parts.length === 0) throw new Stale('no part of the tip is left');
  const n = Math.max(...open.parts) + 1;
  const address = { version: 1, agency: ground.agencyId, draft: caseId } as const;
  const aboutPart: Part = { ...address, n, kind: 'about', office: sealing.office, tipKind: open.kind };
  const about = await sealedMessage(plan, aboutPart, chosen);
  const digests = await Promise.all([...parts, { n, sealed: about.sealed }].map(digestOf));
  const manifestPart = makeManifest(
    { agency: ground.agencyId, draft: caseId, n: n + 1 },
    digests,
    keys.recipient,
  );
  const manifest = await sealedMessage(plan, manifestPart, chosen);
  return tipDocuments(ground, readers, {
    caseId,
    receipt: newReceipt(receipt, caseId),
    received: open.received,
    name: open.name,
    listedFrom: open.listedFrom,
    readers: tipReaders(readers, chosen),
    kept: parts.map(({ path }) => path),
    added: [about, manifest],
    parts: n + 2,
  });
}

/**
 * A reporter's further words on their tip: sealed to themselves and to those of its readers who still are.
 * @throws Stale where the tip is gone.
 */
export async function addTipMessage(plan: Planning, { caseId, receipt, text }: TipMessage): Promise<Write[]> {
  const { ground, asker, basis } = plan;
  if (!basis.tips.has(caseId)) readTip(await ground.documents.read(ground.paths.case(caseId)), basis);
  const read = basis.tips.get(caseId);
  if (read === undefined) throw new Stale('the tip is gone');
  const [current, keys] = await Promise.all([readReaders(ground), ground.receiptKeys(asker.agency, receipt)]);
  const { officers, recovery } = readersMarked(ground, caseId, read.record.readers, current);
  const recipients = [
    ...new Set([
      ...officers.map(({ recipient }) => recipient),
      ...(recovery === undefined ? [] : [recovery.recipient]),
      keys.recipient,
    ]),
  ];
  const n = read.record.parts;
  const part: Part = {
    version: 1,
    agency: ground.agencyId,
    draft: caseId,
    n,
    kind: 'message',
    from: 'reporter',
    text,
    day: dayOf(asker.now),
  };
  const { path, sealed } = await sealedMessage(plan, part, { recipients });
  const slot = new Date(nextTipTime(asker.agency.tipTimes, asker.now)).toISOString();
  const staffIds = [...new Set(officers.map(({ staffId }) => staffId))];
  return [
    { op: 'update', path: ground.paths.case(caseId), data: { parts: n + 1 }, ifUpdatedAt: read.at },
    { op: 'create', path, data: { version: 1, sealed } },
    ...alertReaders(ground, current, staffIds, slot),
  ];
}
