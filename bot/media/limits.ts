/**
 * What photos and voice notes may be.
 *
 * `downloadOctets`: nothing longer is worth fetching; `keptOctets`: the most a cleaned file may take in the store.
 * `pixels` and `decodedOctets` are checked from the header, before anything is decoded.
 * Figures behind them: docs/decisions/media.md.
 */
export const MEDIA_LIMITS = {
  photo: {
    downloadOctets: 16 * 1024 * 1024,
    keptOctets: 900 * 1024,
    pixels: 36_000_000,
    decodedOctets: 144_000_000,
    longestSide: 1600,
  },
  voice: {
    downloadOctets: 2 * 1024 * 1024,
    keptOctets: 900 * 1024,
    seconds: 600,
  },
  /** Items that may wait for the one decoder, the running one not counted. */
  waiting: 8,
  /** From asking to answer, waiting included. */
  milliseconds: 8_000,
} as const;
