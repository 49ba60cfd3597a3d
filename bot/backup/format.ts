import { z } from 'zod';

/**
 * A backup is an age file; inside it, gzip; inside that, lines of JSON: a head, one line a document, an end.
 * `check` of an agency tells whether a server has the `SECRET_KEY` that its marks and keys are made with.
 */
export const BackupHead = z.strictObject({
  backup: z.literal('prongsai'),
  version: z.literal(1),
  /** An instant, ISO. */
  at: z.iso.datetime(),
  agencies: z.array(z.strictObject({ id: z.string(), check: z.string() })),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** One document, its values as `typed-value.ts` writes them. */
export const BackupLine = z.strictObject({
  path: z.string().regex(/^agencies\/[^/]+(\/[^/]+\/[^/]+)*$/),
  data: z.record(z.string(), z.unknown()),
});

/** `sha256` is over every line before it, each with its newline, in hex; `counts` by collection. */
export const BackupEnd = z.strictObject({
  end: z.literal(true),
  counts: z.record(z.string(), z.int().min(1)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupEnd = z.infer<typeof BackupEnd>;

export type Counts = Record<string, number>;

/** The longest line that is read: a document of 1 MiB in Base64, with room. */
export const MOST_LINE_CHARACTERS = 4 * 1024 * 1024;

/** Says how far something has come; `of` is undefined where nobody knows. */
export type Progress = (done: number, of: number | undefined) => void;
