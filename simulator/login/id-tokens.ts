import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Platform } from '../platform.ts';

/** LINE Login's side: who signs ID tokens, and for which channel. */
export interface IdTokens {
  /** The LINE Login channel that tokens are for. */
  channelId: string;
  /** That channel's secret. */
  channelSecret: string;
  /** Public keys, as LINE's JWKS has them. */
  jwks: { keys: JWK[] };
  /** A token as LINE signs it for somebody on the phones, valid for an hour. */
  issue(userId: string): Promise<string>;
  /** Signs other claims, as LINE would never do. */
  sign(claims: JWTPayload): Promise<string>;
}

const ISSUER = 'https://access.line.me';
const LIFETIME_SECONDS = 3600;
const KEY_ID = 'stand-in';
const CHANNEL_ID = '1650000000';

/**
 * A stand-in for what LINE Login signs.
 * @see https://developers.line.biz/en/docs/line-login/verify-id-token/#payload
 */
export async function createIdTokens(platform: Pick<Platform, 'now' | 'people'>): Promise<IdTokens> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: KEY_ID }).sign(privateKey);
  return {
    channelId: CHANNEL_ID,
    channelSecret: randomBytes(16).toString('hex'),
    jwks: { keys: [jwk] },
    sign,
    issue(userId) {
      const iat = Math.floor(platform.now() / 1000);
      const exp = iat + LIFETIME_SECONDS;
      const name = platform.people.get(userId)?.name ?? '';
      return sign({ iss: ISSUER, sub: userId, aud: CHANNEL_ID, exp, iat, amr: ['linesso'], name });
    },
  };
}
