import { base64 } from '@scure/base';
import { underHeader } from '../../../sealing/header.ts';
import type { Identity, Recipient } from '../../../sealing/keys.ts';
import { listedIn } from '../../../sealing/listed.ts';
import { checkManifest, type ManifestFault } from '../../../sealing/manifest.ts';
import { openPart } from '../../../sealing/part.ts';
import type { Part, PartAddress } from '../../../sealing/plaintext.ts';

/** A part as the server keeps it. */
export interface SealedFile {
  n: number;
  sealed: Uint8Array;
  /** By which readers were added later. */
  header?: Uint8Array | undefined;
}

/** One message, in the order of the thread; `day` is missing on what came with the tip. */
export interface TipLine {
  n: number;
  from: 'reporter' | 'staff';
  text: string;
  day?: string;
}

/** A tip in plain words, with what is to be said of it. */
export interface OpenedTip {
  lines: TipLine[];
  photos: { n: number; octets: Uint8Array<ArrayBuffer> }[];
  office: string | undefined;
  kind: string | undefined;
  channel: string | undefined;
  /** To whom answers are sealed; a case that was sealed has nobody yet. */
  reporter: Recipient | undefined;
  /** What the reporter's own list finds wrong; `none` where the list itself is not there. */
  faults: readonly ManifestFault[] | 'none';
  /** Numbers of what this key does not open. */
  unopened: number[];
}

/** Opens a part under either of its headers. */
export async function openEither(
  identity: Identity,
  { sealed, header }: Pick<SealedFile, 'sealed' | 'header'>,
  address: PartAddress,
): Promise<Part | undefined> {
  const first = await openPart(
    identity,
    header === undefined ? sealed : underHeader(sealed, header),
    address,
  );
  if (first.open) return first.part;
  if (header === undefined) return undefined;
  const second = await openPart(identity, sealed, address);
  return second.open ? second.part : undefined;
}

function lineOf(part: Part): TipLine[] {
  switch (part.kind) {
    case 'text':
      return [{ n: part.n, from: 'reporter', text: part.text }];
    case 'message':
      return [{ n: part.n, from: part.from, text: part.text, day: part.day }];
    case 'photo':
    case 'about':
    case 'manifest':
      return [];
  }
}

/**
 * Opens a tip with an officer's identity. Only what the reporter listed counts as theirs: what it concerns is read from
 * a part that the manifest lists, and a second manifest is a fault.
 */
export async function openTip(
  identity: Identity,
  { agency, draft, parts }: { agency: string; draft: string; parts: readonly SealedFile[] },
): Promise<OpenedTip> {
  const opened = await Promise.all(
    parts.map(async (file) => ({
      file,
      part: await openEither(identity, file, { agency, draft, n: file.n }),
    })),
  );
  const all = opened.flatMap(({ part }) => (part === undefined ? [] : [part]));
  const { manifest, about, more } = await listedIn(
    opened.map(({ file: { n, sealed }, part }) => ({ n, sealed, part })),
  );
  const found = { agency, draft, parts: parts.map(({ n, sealed }) => ({ n, sealed })) };
  const second = more.map((n): ManifestFault => ({ fault: 'added', n }));
  return {
    lines: all.flatMap(lineOf),
    photos: all.flatMap((part) =>
      part.kind === 'photo' ? [{ n: part.n, octets: new Uint8Array(part.photo) }] : [],
    ),
    office: about?.office,
    kind: about?.tipKind,
    channel: about?.channel,
    reporter: manifest?.reporter,
    faults: manifest === undefined ? 'none' : [...(await checkManifest(manifest, found)), ...second],
    unopened: opened.flatMap(({ file, part }) => (part === undefined ? [file.n] : [])),
  };
}

/** Octets of what the server sent in Base64. */
export const octetsOf = (encoded: string): Uint8Array => base64.decode(encoded);
