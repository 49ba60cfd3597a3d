import { randomBytes, randomUUID } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const hex = (octets: number) => randomBytes(octets).toString('hex');

/** Time in 10 characters, randomness in 16. @see https://github.com/ulid/spec */
export function ulid(time: number): string {
  let left = Math.floor(time);
  let stamp = '';
  for (let digit = 0; digit < 10; digit += 1) {
    stamp = CROCKFORD.charAt(left % 32) + stamp;
    left = Math.floor(left / 32);
  }
  return stamp + Array.from(randomBytes(16), (octet) => CROCKFORD.charAt(octet % 32)).join('');
}

export const newUserId = () => `U${hex(16)}`;
export const newGroupId = () => `C${hex(16)}`;
export const newRichMenuId = () => `richmenu-${hex(16)}`;
export const newReplyToken = () => hex(16);
export const newQuoteToken = () => randomBytes(24).toString('base64url');
export const newRequestId = () => randomUUID();

/** LINE's message ids are digits that grow. */
export function messageIds(): () => string {
  let last = 500_000_000_000_000_000n + BigInt(randomBytes(4).readUInt32BE()) * 1_000_000n;
  return () => {
    last += 1n;
    return String(last);
  };
}
