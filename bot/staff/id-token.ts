import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Whose token it is, by their LINE user id; or that it is not to be believed; or that nobody can say now. */
export type TokenOutcome =
  | { ok: true; userId: string }
  | { ok: false; why: 'bad_token' | 'login_unreachable' };

export type VerifyIdToken = (token: string) => Promise<TokenOutcome>;

const ISSUER = 'https://access.line.me';
const KEYS_TIMEOUT_MILLISECONDS = 4000;
const Claims = z.object({ sub: z.string().regex(/^U[0-9a-f]{32}$/) });

class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';
}

type Jose = typeof import('jose');

/** Keys are fetched when first needed, kept for ten minutes, and at most twice a minute for a key not among them. */
function keysAt({ createRemoteJWKSet, errors }: Jose, url: string): JWTVerifyGetKey {
  const isForeignKey = (error: unknown): boolean =>
    error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
  const keys = createRemoteJWKSet(new URL(url), { timeoutDuration: KEYS_TIMEOUT_MILLISECONDS });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isForeignKey(error)) throw error;
      throw new KeysUnreachable('the keys could not be fetched', { cause: error });
    }
  };
}

/**
 * Believes ID tokens that LINE signed for this channel and that have not expired.
 * @see https://developers.line.biz/en/docs/line-login/verify-id-token/
 */
export function lineTokens(channelId: string, jwksUrl: string, clock: () => number): VerifyIdToken {
  let loading: Promise<{ jose: Jose; keys: JWTVerifyGetKey }> | undefined;
  const load = async () => {
    const jose = await import('jose');
    return { jose, keys: keysAt(jose, jwksUrl) };
  };
  return async (token) => {
    loading ??= load();
    const { jose, keys } = await loading;
    try {
      const { payload } = await jose.jwtVerify(token, keys, {
        algorithms: ['ES256'],
        issuer: ISSUER,
        audience: channelId,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: new Date(clock()),
      });
      const claims = Claims.safeParse(payload);
      return claims.success ? { ok: true, userId: claims.data.sub } : { ok: false, why: 'bad_token' };
    } catch (error) {
      if (error instanceof KeysUnreachable) return { ok: false, why: 'login_unreachable' };
      if (error instanceof jose.errors.JOSEError) return { ok: false, why: 'bad_token' };
      throw error;
    }
  };
}
