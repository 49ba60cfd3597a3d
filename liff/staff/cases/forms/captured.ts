import { bareJpeg } from '../../../../domain/media/bare-jpeg.ts';
import { stripPhoto } from '../../../tip/photo.ts';

/** A photo as it will be sent: upright, small, without metadata. */
export interface Captured {
  octets: Uint8Array<ArrayBuffer>;
  /** SHA-256 of `octets`, hexadecimal. */
  sha256: string;
  /** Shows it on this page; to be revoked. */
  address: string;
}

const hex = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');

/**
 * Makes a photo small and takes its fingerprint at once: of what is sent and kept, octet for octet. Undefined for what
 * is no picture.
 */
export async function capture(file: Blob): Promise<Captured | undefined> {
  const photo = await stripPhoto(file);
  if (photo === undefined) return undefined;
  const octets = bareJpeg(photo.octets)?.octets ?? photo.octets;
  const digest = await crypto.subtle.digest('SHA-256', octets);
  return { address: photo.address, octets, sha256: hex(new Uint8Array(digest)) };
}
