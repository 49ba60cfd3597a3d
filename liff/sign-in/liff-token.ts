import liff from '@line/liff/core';
import GetIDToken from '@line/liff/get-id-token';
import IsInClient from '@line/liff/is-in-client';
import IsLoggedIn from '@line/liff/is-logged-in';
import Login from '@line/liff/login';
import Logout from '@line/liff/logout';

/** Why LIFF gave no token; each has words of its own. */
export type LiffTrouble = 'clock' | 'offline' | 'endpoint' | 'refused' | 'other';

/**
 * `token`: who signed in, as LINE says it; `inside` where this is LINE's own browser, in which a token is renewed
 * only by opening the page anew. `outside`: nobody is signed in here yet.
 */
export type FromLiff =
  | { kind: 'token'; token: string; inside: boolean }
  | { kind: 'outside' }
  | { kind: 'trouble'; why: LiffTrouble };

/**
 * LIFF says by a code and, for most causes, by words alone what went wrong. A token that it cannot verify is nearly
 * always a device whose clock is wrong.
 * @see https://developers.line.biz/en/reference/liff/#liff-errors
 */
export function troubleOf(error: unknown): LiffTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = error instanceof Error ? error.message : '';
  if (code === 'INVALID_ID_TOKEN') return 'clock';
  if (/fetch|network|load failed/i.test(words) || !navigator.onLine) return 'offline';
  if (code === '400' || code === '404' || code === 'INVALID_CONFIG' || /endpoint|redirect/i.test(words)) {
    return 'endpoint';
  }
  if (['UNAUTHORIZED', 'FORBIDDEN', '401', '403'].includes(code)) return 'refused';
  return 'other';
}

const install = (): void => {
  liff.use(new IsInClient());
  liff.use(new IsLoggedIn());
  liff.use(new GetIDToken());
  liff.use(new Login());
  liff.use(new Logout());
};

let installed = false;

/** Starts LIFF and asks it who is signed in. */
export async function fromLiff(liffId: string): Promise<FromLiff> {
  try {
    if (!installed) install();
    installed = true;
    await liff.init({ liffId });
    const token = liff.isLoggedIn() ? liff.getIDToken() : null;
    return token === null ? { kind: 'outside' } : { kind: 'token', token, inside: liff.isInClient() };
  } catch (error) {
    return { kind: 'trouble', why: troubleOf(error) };
  }
}

/**
 * Goes to LINE's own page, which leads back here. What LIFF remembers is dropped before, or it would give the old
 * token again.
 */
export function goToLine(): void {
  if (liff.isLoggedIn()) liff.logout();
  liff.login({ redirectUri: location.href.split('#')[0] ?? location.href });
}

/** Outside LINE: leaves nothing behind by which the next person at this desk would be signed in. */
export function forgetHere(): void {
  if (!liff.isInClient()) liff.logout();
}
