import { digestOf, type SealedPart } from './manifest.ts';
import type { AboutPart, ManifestPart, Part } from './plaintext.ts';

/** A sealed part with what it says; undefined where it does not open. */
export interface Opened extends SealedPart {
  part: Part | undefined;
}

/**
 * What the reporter listed. `manifest` is the first one. `about` is there only where that manifest lists these very
 * octets and is the only one. `more`: numbers of further manifests. A tip is sealed once, so that somebody else has
 * put one of them there: anybody can seal to public keys.
 */
export interface Listed {
  manifest: ManifestPart | undefined;
  about: AboutPart | undefined;
  more: number[];
}

/** Reads what the reporter listed from the opened parts of a tip, in the order of their numbers. */
export async function listedIn(opened: readonly Opened[]): Promise<Listed> {
  const [manifest, ...others] = opened.flatMap(({ part }) => (part?.kind === 'manifest' ? [part] : []));
  const more = others.map(({ n }) => n);
  if (manifest === undefined || more.length > 0) return { manifest, about: undefined, more };
  for (const { n, sealed, part } of opened) {
    if (part?.kind !== 'about') continue;
    const { sha256 } = await digestOf({ n, sealed });
    if (manifest.parts.some((listed) => listed.n === n && listed.sha256 === sha256)) {
      return { manifest, about: part, more };
    }
  }
  return { manifest, about: undefined, more };
}
