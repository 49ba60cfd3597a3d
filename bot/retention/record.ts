import { z } from 'zod';
import { Announced } from '../../domain/retention/announced.ts';
import { RetainedKind } from '../../domain/retention/retention.ts';
import type { Ground } from '../records/ground.ts';

const ofKinds = <Value extends z.ZodType>(value: Value) => z.partialRecord(RetainedKind, value);

/** `settings/retention`: what is announced of each kind, and where looking for what is over goes on. */
export const RetentionRecord = z.object({
  version: z.literal(1),
  announced: ofKinds(Announced).default({}),
  /** Day and id of the last that was looked at; absent where it begins anew. */
  after: ofKinds(z.tuple([z.iso.date(), z.string()])).default({}),
  /** What went last, by kind; of tips nothing is said. */
  last: z.object({ day: z.iso.date(), gone: ofKinds(z.int()) }).optional(),
});
export type RetentionRecord = z.infer<typeof RetentionRecord>;

/** @throws StoreUnavailable */
export async function readRetention({
  documents,
  paths,
}: Pick<Ground, 'documents' | 'paths'>): Promise<RetentionRecord> {
  const found = await documents.read(paths.retentionRecord);
  return RetentionRecord.safeParse(found?.data).data ?? { version: 1, announced: {}, after: {} };
}
