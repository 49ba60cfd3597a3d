import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { StaffStage } from './stage.ts';

/** The claims of a token that LINE would sign for somebody now. */
export function claimsFor(stage: StaffStage, userId: string) {
  const now = Math.floor(stage.parts.clock() / 1000);
  return {
    iss: 'https://access.line.me',
    sub: userId,
    aud: stage.simulator.login.tokens.channelId,
    iat: now,
    exp: now + 3600,
  };
}

type Claims = ReturnType<typeof claimsFor>;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token signed by a key of one's own that claims to be LINE's. */
export async function forged(claims: Partial<Claims>, kid = 'stand-in'): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid }).sign(privateKey);
}

/** A token without a signature. */
export const unsigned = (claims: Partial<Claims>): string =>
  `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`;

function hmacSigned(claims: Partial<Claims>, secret: string): string {
  const body = `${encoded({ alg: 'HS256', typ: 'JWT', kid: 'stand-in' })}.${encoded(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** Tokens whose "secret" is something that everybody knows: LINE's public key in its usual forms, or the channel. */
export async function guessed(stage: StaffStage, claims: Partial<Claims>): Promise<string[]> {
  const { tokens } = stage.simulator.login;
  const [jwk] = tokens.jwks.keys;
  if (jwk === undefined) throw new Error('the stand-in has a key');
  const key = await importJWK(jwk, 'ES256', { extractable: true });
  if (!(key instanceof CryptoKey)) throw new Error('a public key is a key');
  const secrets = [await exportSPKI(key), JSON.stringify(jwk), jwk.x ?? '', tokens.channelId, 'secret', ''];
  return secrets.map((secret) => hmacSigned(claims, secret));
}

/** Changes one character of a token's part: 0 the header, 1 the claims, 2 the signature. */
export function tampered(token: string, part: 0 | 1 | 2): string {
  const parts = token.split('.');
  const old = parts[part] ?? '';
  const at = Math.floor(old.length / 2);
  parts[part] = `${old.slice(0, at)}${old[at] === 'A' ? 'B' : 'A'}${old.slice(at + 1)}`;
  return parts.join('.');
}
