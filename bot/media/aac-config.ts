import { createBitReader, withZeroBits } from './bits.ts';

/** What every frame of an AAC stream shares. `config` is its AudioSpecificConfig, free of anything but these facts. */
export type AacStream = {
  config: Uint8Array;
  /** Of the core coder, in Hz: with SBR it is half of what is heard. */
  sampleRate: number;
  channels: 1 | 2;
  samplesPerFrame: 960 | 1024;
};

/** ISO/IEC 14496-3, table 1.18 */
const SAMPLE_RATES = [
  96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350,
];
const LOW_COMPLEXITY = 2;
const SPECTRAL_BAND_REPLICATION = 5;
const PARAMETRIC_STEREO = 29;
const SBR_SYNC = 0x2b7;
const PS_SYNC = 0x548;

/**
 * Reads an AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1) of AAC-LC or HE-AAC in mono or stereo; null for any other.
 * What follows the fields that were understood (a channel programme with its comment, padding) is left behind.
 */
export function readAacConfig(description: Uint8Array): AacStream | null {
  const bits = createBitReader(description);
  const objectType = bits.read(5);
  const sampleRate = SAMPLE_RATES[bits.read(4) ?? -1];
  const channels = bits.read(4);
  if (sampleRate === undefined || (channels !== 1 && channels !== 2)) return null;

  if (objectType === SPECTRAL_BAND_REPLICATION || objectType === PARAMETRIC_STEREO) {
    if (SAMPLE_RATES[bits.read(4) ?? -1] === undefined || bits.read(5) !== LOW_COMPLEXITY) return null;
  } else if (objectType !== LOW_COMPLEXITY) {
    return null;
  }

  const shortFrame = bits.read(1);
  const dependsOnCoreCoder = bits.read(1);
  const extension = bits.read(1);
  if (shortFrame === null || dependsOnCoreCoder !== 0 || extension !== 0) return null;

  const end = objectType === LOW_COMPLEXITY ? endOfExtension(description, bits.position()) : bits.position();
  const config = withZeroBits(description, end, description.length * 8).slice(0, Math.ceil(end / 8));
  return { config, sampleRate, channels, samplesPerFrame: shortFrame === 1 ? 960 : 1024 };
}

/** Where the backward-compatible SBR and PS signalling that may follow at `start` ends; `start` if there is none. */
function endOfExtension(description: Uint8Array, start: number): number {
  const bits = createBitReader(description);
  bits.skip(start);
  if (bits.read(11) !== SBR_SYNC || bits.read(5) !== SPECTRAL_BAND_REPLICATION) return start;
  const present = bits.read(1);
  if (present === null) return start;
  if (present === 0) return bits.position();
  if (SAMPLE_RATES[bits.read(4) ?? -1] === undefined) return start;
  const afterSbr = bits.position();
  if (bits.read(11) !== PS_SYNC || bits.read(1) === null) return afterSbr;
  return bits.position();
}
