import type { Browser } from 'playwright-core';
import { z } from 'zod';

/**
 * Chromium's own "Slow 4G": 1.6 Mbit/s down and 750 kbit/s up, of which it counts 90 %, and 3.75 times 150 ms
 * before each answer, because it delays requests and not packets.
 */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: ((1.6 * 1000 * 1000) / 8) * 0.9,
  uploadThroughput: ((750 * 1000) / 8) * 0.9,
};
const CPU_SLOWDOWN = 4;
/** How long nothing bigger may be painted until the biggest is taken for it. */
const STILL_MILLISECONDS = 1000;

const ELSEWHERE = ['*://*.line.me/*', '*://*.line-scdn.net/*'];

const Seen = z.object({
  readable: z.boolean(),
  /** Milliseconds after the address was opened; absent where nothing was painted. */
  first: z.number().optional(),
  largest: z.number().optional(),
  /** When the document had come whole. */
  arrived: z.number(),
  /** What had come whole before the first paint, or at all where nothing was; octets of compressed bodies. */
  loaded: z.array(z.object({ kind: z.enum(['document', 'style', 'script', 'data']), octets: z.number() })),
});
export type Seen = z.infer<typeof Seen>;

/** Runs in the page. Where scripts are off, nobody is told of the largest paint. */
function look({ shown, scripts }: { shown: string; scripts: boolean }): unknown {
  const kindOf = ({ initiatorType, name }: PerformanceResourceTiming): string => {
    if (initiatorType === 'fetch') return 'data';
    return name.endsWith('.css') ? 'style' : 'script';
  };
  const [navigation] = performance.getEntriesByType('navigation');
  const [first] = performance.getEntriesByName('first-contentful-paint');
  if (!(navigation instanceof PerformanceNavigationTiming)) throw new Error('there was no navigation');
  const before = first?.startTime ?? Number.POSITIVE_INFINITY;
  const resources = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter((entry) => entry.responseEnd <= before && entry.encodedBodySize > 0);
  const seen = {
    readable: (document.querySelector(shown)?.textContent ?? '') !== '',
    ...(first === undefined ? {} : { first: first.startTime }),
    arrived: navigation.responseEnd,
    loaded: [
      { kind: 'document', octets: navigation.encodedBodySize },
      ...resources.map((entry) => ({ kind: kindOf(entry), octets: entry.encodedBodySize })),
    ],
  };
  if (first === undefined || !scripts) return seen;
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve({ ...seen, largest: list.getEntries().at(-1)?.startTime });
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/**
 * Opens an address on an emulated cheap phone with nothing in its cache. `shown` selects what has words in it
 * once the page can be read. Nothing outside this machine is asked for.
 */
export async function visit(
  browser: Browser,
  url: string,
  { shown, scripts = true }: { shown: string; scripts?: boolean },
): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    javaScriptEnabled: scripts,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setBlockedURLs', { urls: ELSEWHERE });
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(STILL_MILLISECONDS);
    const seen = Seen.parse(await page.evaluate(look, { shown, scripts }));
    if (seen.arrived < SLOW_4G.latency) throw new Error(`the network was not slow: ${seen.arrived} ms`);
    if (scripts && !seen.readable) throw new Error(`${url} shows nothing to read`);
    return seen;
  } finally {
    await context.close();
  }
}
