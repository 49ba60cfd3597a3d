import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What LINE's own browser calls itself on a phone of today. */
const USER_AGENT =
  'Mozilla/5.0 (Linux; Android 14; SM-A146P Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.135 Mobile Safari/537.36 Line/14.19.1/IAB LIFF';
const CHANNEL = '2000000000';
export const LIFF_ID = `${CHANNEL}-AbCdEfGh`;
const ACCESS_TOKEN = 'an-access-token';

/** The middle of a JWT, which is all that the SDK reads of a context token. */
function contextToken(endpointUrl: string): string {
  const context = {
    type: 'utou',
    liffId: LIFF_ID,
    viewType: 'full',
    endpointUrl,
    permanentLinkPattern: 'concat',
    availability: {},
    scope: ['openid'],
  };
  return `head.${Buffer.from(JSON.stringify(context)).toString('base64url')}.signature`;
}

/** LINE's app on a phone: its browser with its bridge, and the part of LINE's API that LIFF asks. */
export interface LineApp {
  page: Page;
  context: BrowserContext;
  /** What LIFF asked LINE for, path by path. */
  asked: string[];
  /** Addresses outside the web that the page wanted to go to, as `liff://close`. */
  wanted: string[];
  /** Opens a page of the site as LINE does when somebody taps a LIFF link. */
  open(url: string): Promise<void>;
}

export async function openLineApp(browser: Browser): Promise<LineApp> {
  const context = await browser.newContext({
    userAgent: USER_AGENT,
    viewport: { width: 390, height: 800 },
    isMobile: true,
    hasTouch: true,
  });
  const asked: string[] = [];
  const wanted: string[] = [];
  await context.route(/^https:\/\/[a-z.-]+\.(line\.me|line-scdn\.net)\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    if (pathname !== '/oauth2/v2.1/verify') return route.fulfill({ status: 404, headers, json: {} });
    await route.fulfill({ headers, json: { client_id: CHANNEL, expires_in: 3600, scope: 'openid' } });
  });
  await context.addInitScript(() => {
    Object.assign(window, { _liff: { features: {}, postMessage: () => undefined } });
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.enable');
  devtools.on('Page.frameRequestedNavigation', ({ url }) => {
    if (!/^https?:/.test(url)) wanted.push(url);
  });
  return {
    page,
    context,
    asked,
    wanted,
    async open(url) {
      const tokens = new URLSearchParams({
        access_token: ACCESS_TOKEN,
        context_token: contextToken(url),
        feature_token: 'a-feature-token',
        client_id: CHANNEL,
      });
      await page.goto(`${url}#${tokens}`);
    },
  };
}
