/** `https://line.me/R/ti/p/@khoen`, and its forms with a percent-encoded `@` or a tilde. */
const addFriend = /^https:\/\/line\.me\/(?:R\/)?ti\/p\/(?:~)?((?:@|%40)[A-Za-z0-9._-]{2,30})\/?$/;

/**
 * What opens the agency's chat with `code` typed in, by the address where it is added as a friend; undefined where
 * that does not name the account. LINE for PC does not know such links.
 * @see https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/
 */
export function inviteLink(lineUrl: string | undefined, code: string): string | undefined {
  const [, account] = addFriend.exec(lineUrl ?? '') ?? [];
  if (account === undefined) return undefined;
  const name = encodeURIComponent(decodeURIComponent(account));
  return `https://line.me/R/oaMessage/${name}/?${encodeURIComponent(code)}`;
}
