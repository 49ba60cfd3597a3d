import { z } from 'zod';
import { PaperFile } from '../../domain/papers/paper.ts';

const Octets = z.instanceof(Uint8Array);

/**
 * `paperFiles/{sha256}`: a PDF that was checked, once however many papers name it. `grams` is the filter of its words,
 * empty where there are none. `uses` counts the papers that hold on to it; while there are none it expires.
 */
export const FileRecord = PaperFile.extend({
  version: z.literal(1),
  grams: Octets,
  uses: z.int().min(0),
});
export type FileRecord = z.infer<typeof FileRecord>;

/** `paperFiles/{sha256}/paperParts/{n}`: from 0. `checked` says that it was found to belong to a whole file. */
export const PartRecord = z.object({ version: z.literal(1), octets: Octets, checked: z.boolean() });
export type PartRecord = z.infer<typeof PartRecord>;

/** `paperWords/{shard}`: the filters of the public papers whose ids fall into it. */
export const ShardRecord = z.object({
  version: z.literal(1),
  papers: z.record(z.string(), z.object({ grams: Octets })),
});
export type ShardRecord = z.infer<typeof ShardRecord>;

/** `published/papers` as it is kept, beside what a reader parses. */
export const EXPIRES_MILLISECONDS = 86_400_000;
