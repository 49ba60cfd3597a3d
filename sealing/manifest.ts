import { hex } from '@scure/base';
import type { Recipient } from './keys.ts';
import { ManifestPart, type PartAddress, type SealedDigest } from './plaintext.ts';

/** A sealed part as it was found under its number. */
export interface SealedPart {
  n: number;
  sealed: Uint8Array;
}

/** How the manifest is to name a sealed part. Can be kept from sealing until the manifest is made: it tells nothing. */
export async function digestOf({ n, sealed }: SealedPart): Promise<SealedDigest> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(sealed));
  return { n, sha256: hex.encode(new Uint8Array(digest)) };
}

/**
 * The manifest of a draft, to be sealed as its last part under `address`.
 * @throws ZodError when a number appears twice or is not before the manifest's own.
 */
export function makeManifest(
  address: PartAddress,
  digests: readonly SealedDigest[],
  reporter: Recipient | undefined,
): ManifestPart {
  const parts = digests.toSorted((a, b) => a.n - b.n);
  return ManifestPart.parse({
    version: 1,
    ...address,
    kind: 'manifest',
    count: parts.length,
    parts,
    ...(reporter === undefined ? {} : { reporter }),
  });
}

/**
 * What is wrong with the parts of a tip. `missing`: listed, but not there. `added`: there, but not listed, or
 * twice. `moved`: the part that was listed as `was`. `altered`: any other octets than were listed, be they
 * another tip's. `foreign`: the manifest itself is of another agency or draft.
 */
export type ManifestFault =
  | { fault: 'foreign' }
  | { fault: 'missing' | 'added' | 'altered'; n: number }
  | { fault: 'moved'; n: number; was: number };

const judge = (manifest: ManifestPart, seen: ReadonlySet<number>, digest: SealedDigest): ManifestFault[] => {
  const listed = manifest.parts.find(({ n }) => n === digest.n);
  if (listed === undefined || seen.has(digest.n)) return [{ fault: 'added', n: digest.n }];
  if (listed.sha256 === digest.sha256) return [];
  const origin = manifest.parts.find(({ sha256 }) => sha256 === digest.sha256);
  return origin ? [{ fault: 'moved', n: digest.n, was: origin.n }] : [{ fault: 'altered', n: digest.n }];
};

/**
 * Holds the sealed parts found under one case against its opened manifest; no fault means that the tip is as
 * its reporter confirmed it. Later numbers than the manifest's belong to the thread and are not judged.
 */
export async function checkManifest(
  manifest: ManifestPart,
  found: { agency: string; draft: string; parts: readonly SealedPart[] },
): Promise<ManifestFault[]> {
  const isForeign = manifest.agency !== found.agency || manifest.draft !== found.draft;
  const faults: ManifestFault[] = isForeign ? [{ fault: 'foreign' }] : [];
  const seen = new Set<number>();
  for (const part of found.parts.filter(({ n }) => n < manifest.n)) {
    faults.push(...judge(manifest, seen, await digestOf(part)));
    seen.add(part.n);
  }
  for (const { n } of manifest.parts) if (!seen.has(n)) faults.push({ fault: 'missing', n });
  return faults;
}
