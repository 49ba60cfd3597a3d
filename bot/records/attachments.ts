import { Timestamp } from '@google-cloud/firestore';
import type { CaseFile } from '../../domain/case/case.ts';
import { type DocumentData, remove, type Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';
import { mediaOf, type Planning } from './planning.ts';
import { Attachment } from './records.ts';

/** Longer than a draft is usually kept going; confirming lifts it. */
const DRAFT_KEPT_MILLISECONDS = 3 * 86_400_000;

export const attachmentKey = (caseId: string, n: number): string => `${caseId}/${n}`;

function withExpiry(plan: Planning, caseId: string, n: number, record: Attachment): DocumentData {
  if (plan.opened.has(attachmentKey(caseId, n))) return { ...record };
  return { ...record, expireAt: Timestamp.fromMillis(plan.asker.now + DRAFT_KEPT_MILLISECONDS) };
}

/** Keeps what the event brought: `held` for its sender alone, otherwise as it is. */
export function keepMedia(plan: Planning, caseId: string, n: number, held: boolean): Write {
  const { kind, mime, bytes } = mediaOf(plan);
  const { ground, asker } = plan;
  const kept = held ? ground.secrets.sealHeld(asker.userId, caseId, n, bytes) : bytes;
  const record: Attachment = { version: 1, kind, mime, bytes: kept, held };
  return { op: 'set', path: ground.paths.attachment(caseId, n), data: withExpiry(plan, caseId, n, record) };
}

/** The octets of an attachment that is held for this person; undefined where they are gone. */
export async function readHeld(
  ground: Ground,
  userId: string,
  caseId: string,
  n: number,
): Promise<Attachment | undefined> {
  const found = await ground.documents.read(ground.paths.attachment(caseId, n));
  if (found === undefined) return undefined;
  const attachment = Attachment.parse(found.data);
  if (!attachment.held) return attachment;
  const bytes = ground.secrets.openHeld(userId, caseId, n, attachment.bytes);
  return bytes === undefined ? undefined : { ...attachment, bytes, held: false };
}

/** Makes a held attachment readable for staff, once its draft turned out to be for them. */
export async function releaseHeld(plan: Planning, caseId: string, n: number): Promise<Write[]> {
  const { ground, asker } = plan;
  const attachment = await readHeld(ground, asker.userId, caseId, n);
  if (attachment === undefined) return [];
  return [
    { op: 'set', path: ground.paths.attachment(caseId, n), data: withExpiry(plan, caseId, n, attachment) },
  ];
}

/** A case's attachments for good: what lifts their expiry, and which there still are. */
export interface Lifted {
  writes: Write[];
  files: CaseFile[];
}

const fileOf = (n: number, data: unknown): CaseFile[] => {
  const read = Attachment.safeParse(data);
  return read.success ? [{ n, kind: read.data.kind, use: 'reported' }] : [];
};

/** Lifts the expiry of a confirmed case's attachments, unless this commit writes them anyway or they are gone. */
export async function liftExpiry(plan: Planning, caseId: string, ns: readonly number[]): Promise<Lifted> {
  const { paths, documents } = plan.ground;
  const written = new Map(plan.writes.map((write) => [write.path, write]));
  const waiting = ns.filter((n) => !written.has(paths.attachment(caseId, n)));
  const found = await documents.readMany(waiting.map((n) => paths.attachment(caseId, n)));
  const writes = found.flatMap((one): Write[] =>
    one === undefined ? [] : [{ op: 'update', path: one.path, data: { expireAt: remove() } }],
  );
  const stored = new Map(found.map((one) => [one?.path, one?.data]));
  const files = ns.flatMap((n) => {
    const path = paths.attachment(caseId, n);
    const write = written.get(path);
    return fileOf(n, write !== undefined && 'data' in write ? write.data : stored.get(path));
  });
  return { writes, files };
}
