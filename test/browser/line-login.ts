import type { BrowserContext, Route } from 'playwright-core';
import type { IdTokens } from '../../simulator/login/id-tokens.ts';

/** What LINE's own addresses answer in a test's browser; nothing leaves the machine. */
export interface LineAnswers {
  /** Who signs in on LINE's page. */
  userId: string;
  /** The status of what LIFF asks first: 404 where no app has this id. */
  app?: number;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const headers = { 'access-control-allow-origin': '*' };
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The way back from LINE's page, as it would lead there. */
function backFrom({ searchParams }: URL, channelId: string): string {
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  back.searchParams.set('code', 'a-code');
  back.searchParams.set('state', searchParams.get('state') ?? '');
  back.searchParams.set('liffClientId', channelId);
  back.searchParams.set('liffRedirectUri', redirectUri);
  return `<meta http-equiv="refresh" content="0;url=${escaped(back.href)}">`;
}

/**
 * Plays LINE's servers for the real LIFF SDK in a browser: its app's context, the page on which one signs in, the
 * exchange of a code for tokens, and the keys that sign them.
 */
export async function playLine(context: BrowserContext, tokens: IdTokens, answers: LineAnswers) {
  const asked: string[] = [];
  await context.route(/^https:\/\//, async (route: Route) => {
    const url = new URL(route.request().url());
    asked.push(`${url.host}${url.pathname}`);
    if (url.pathname.endsWith('/contextToken')) {
      const contextToken = `${encoded({ alg: 'none' })}.${encoded({ type: 'external' })}.x`;
      const status = answers.app ?? 200;
      return route.fulfill({ status, json: status === 200 ? { contextToken } : {}, headers });
    }
    if (url.pathname === '/liff/v1/authorize') {
      return route.fulfill({ contentType: 'text/html', body: backFrom(url, tokens.channelId) });
    }
    if (url.pathname === '/oauth2/v2.1/token') {
      const json = {
        access_token: 'an-access-token',
        expires_in: 3600,
        id_token: await tokens.issue(answers.userId),
        scope: 'openid',
        token_type: 'Bearer',
      };
      return route.fulfill({ json, headers });
    }
    if (url.pathname === '/oauth2/v2.1/certs') return route.fulfill({ json: tokens.jwks, headers });
    return route.abort();
  });
  return asked;
}
