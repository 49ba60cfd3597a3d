import { type Asked, type Finding, fine, toDo, unchecked } from './finding.ts';

/** A LINE Login channel and its LIFF app. */
export interface Login {
  liffId: string;
  channelId: string;
}

/**
 * LINE tells nobody which provider a channel belongs to; but only under one provider has a person one id for both.
 * `known`, `unknown`: login channels by which somebody on the staff, and somebody who is not, signed in.
 */
export function judgeProvider(
  login: Login | undefined,
  seen: { known?: string | undefined; unknown?: string | undefined },
): Finding {
  if (login === undefined) return unchecked('provider', 'noLogin');
  if (seen.known === login.channelId) return fine('provider', 'same');
  return seen.unknown === login.channelId ? toDo('provider', 'other') : unchecked('provider', 'unknown');
}

export interface LiffApp {
  liffId: string;
  url: string;
  scope: readonly string[];
}

const sameAddress = (one: string, other: string): boolean =>
  one.replace(/\/+$/, '') === other.replace(/\/+$/, '');

/** `asked`: the apps of the login channel; `noSecret` where there is nothing to ask with. */
export function judgeLiff(
  login: Login | undefined,
  asked: Asked<readonly LiffApp[]> | 'noSecret',
  publicUrl: string,
): Finding {
  if (login === undefined) return unchecked('liff', 'noLogin');
  if (!login.liffId.startsWith(`${login.channelId}-`)) return toDo('liff', 'otherChannel');
  if (asked === 'noSecret') return unchecked('liff', 'noSecret');
  if (asked === 'denied') return toDo('liff', 'refused');
  if (asked === 'silent') return unchecked('liff', 'silent');
  const apps = asked === 'absent' ? [] : asked.told;
  const app = apps.find(({ liffId }) => liffId === login.liffId);
  if (app === undefined) return toDo('liff', 'unknownApp');
  if (!sameAddress(app.url, publicUrl)) return toDo('liff', 'elsewhere', publicUrl);
  return app.scope.includes('openid') ? fine('liff', 'matches') : toDo('liff', 'noOpenid');
}
