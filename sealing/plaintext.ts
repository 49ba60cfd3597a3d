import { z } from 'zod';
import { Recipient } from './keys.ts';

/**
 * Where a part belongs: its agency, the draft it was written for (the later case's id) and its number there.
 * Numbers of one draft run on in one sequence; numbers of parts taken back stay unused.
 */
export interface PartAddress {
  agency: string;
  draft: string;
  n: number;
}

const number = z.int().min(0);
const address = { version: z.literal(1), agency: z.string().min(1), draft: z.string().min(1), n: number };

/** Words of a tip, as they were sent. */
export const TextPart = z.strictObject({ ...address, kind: z.literal('text'), text: z.string() });

/** A cleaned photo: JPEG octets. */
export const PhotoPart = z.strictObject({
  ...address,
  kind: z.literal('photo'),
  photo: z.instanceof(Uint8Array),
});

/**
 * Which office a tip concerns and what kind of corruption it is: ids of the agency's `tipOffices` and `tipKinds`.
 * `channel`: how it came, where an integrity officer entered it or a case was sealed.
 */
export const AboutPart = z.strictObject({
  ...address,
  kind: z.literal('about'),
  office: z.string(),
  tipKind: z.string(),
  channel: z.string().max(40).optional(),
});
export type AboutPart = z.infer<typeof AboutPart>;

/** A message of the thread, after the tip was confirmed. `day` is an ISO day in Asia/Bangkok. */
export const MessagePart = z.strictObject({
  ...address,
  kind: z.literal('message'),
  from: z.enum(['reporter', 'staff']),
  text: z.string(),
  day: z.iso.date(),
});

/** A sealed part as the manifest names it: its number and the SHA-256 of its sealed octets, in hex. */
export const SealedDigest = z.strictObject({ n: number, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type SealedDigest = z.infer<typeof SealedDigest>;

const areEarlierParts = (parts: SealedDigest[], n: number): boolean =>
  parts.every((part, index) => part.n < (parts[index + 1]?.n ?? n));

/**
 * The last part of a tip: every part before it, in ascending order, and the reporter's key. A case that staff sealed
 * has none, because only its reporter's receipt gives that key.
 */
export const ManifestPart = z
  .strictObject({
    ...address,
    kind: z.literal('manifest'),
    count: number,
    parts: z.array(SealedDigest),
    reporter: Recipient.optional(),
  })
  .refine(({ count, parts, n }) => count === parts.length && areEarlierParts(parts, n));
export type ManifestPart = z.infer<typeof ManifestPart>;

/** What one sealed part says. */
export const Part = z.discriminatedUnion('kind', [TextPart, PhotoPart, AboutPart, MessagePart, ManifestPart]);
export type Part = z.infer<typeof Part>;

const TEXT_STEP = 1024;
const FILE_STEP = 64 * 1024;
/** Two lengths, unsigned 32-bit big-endian: of the JSON head, then of the file after it. */
const LENGTHS = 8;

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true });
const JsonHead = z.looseObject({ kind: z.string() });

/**
 * A part as the octets that get sealed: both lengths, a JSON head, a photo's octets, then zeros up to the
 * next 1 KiB, or 64 KiB where there is a photo, so that the size tells little of the content.
 */
export function encodePart(part: Part): Uint8Array {
  const { photo, ...rest } = part.kind === 'photo' ? part : { ...part, photo: new Uint8Array() };
  const head = utf8.encode(JSON.stringify(rest));
  const step = part.kind === 'photo' ? FILE_STEP : TEXT_STEP;
  const length = LENGTHS + head.length + photo.length;
  const plaintext = new Uint8Array(Math.ceil(length / step) * step);
  const lengths = new DataView(plaintext.buffer);
  lengths.setUint32(0, head.length);
  lengths.setUint32(4, photo.length);
  plaintext.set(head, LENGTHS);
  plaintext.set(photo, LENGTHS + head.length);
  return plaintext;
}

/** The part that {@link encodePart} made these octets of; undefined for anything else. */
export function decodePart(plaintext: Uint8Array): Part | undefined {
  if (plaintext.length < LENGTHS) return undefined;
  const lengths = new DataView(plaintext.buffer, plaintext.byteOffset, LENGTHS);
  const headEnd = LENGTHS + lengths.getUint32(0);
  const fileEnd = headEnd + lengths.getUint32(4);
  if (fileEnd > plaintext.length) return undefined;
  try {
    const head = JsonHead.parse(JSON.parse(fromUtf8.decode(plaintext.subarray(LENGTHS, headEnd))));
    const file = plaintext.slice(headEnd, fileEnd);
    return Part.parse(head.kind === 'photo' ? { ...head, photo: file } : head);
  } catch {
    return undefined;
  }
}
