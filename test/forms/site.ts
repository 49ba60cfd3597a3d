import { mkdir } from 'node:fs/promises';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Product, startProduct } from '../browser/product.ts';

const ARTEFACTS = new URL('../../artefacts/forms/', import.meta.url);

/** A wire to the server that keeps all octets that went to it, and can be cut. */
async function openWire(port: number) {
  const sent: Buffer[] = [];
  const sockets = new Set<Socket>();
  let isCut = false;
  const wire = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const server = createConnection(port, '127.0.0.1');
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
    }
    client.on('data', (octets) => sent.push(Buffer.from(octets)));
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = wire.address();
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    /** Everything that left the browser, as Latin-1 so that no octet is lost. */
    sent: () => Buffer.concat(sent),
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => wire.close(resolve));
    },
  };
}

export type Wire = Awaited<ReturnType<typeof openWire>>;

/** The product with a browser at its pages, behind a wire. */
export interface Site {
  product: Product;
  wire: Wire;
  /** A page of a size, with scripts or without; the console stays clean, or closing throws. */
  visit(path: string, options?: { width?: number; height?: number; scripts?: boolean }): Promise<Page>;
  /** Keeps a picture of the whole page. */
  shoot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(browser: Browser): Promise<Site> {
  const product = await startProduct();
  const { port } = new URL(product.simulator.platform.channel.webhook.endpoint ?? '');
  const wire = await openWire(Number(port));
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];
  await mkdir(ARTEFACTS, { recursive: true });
  return {
    product,
    wire,
    async visit(path, { width = 390, height = 844, scripts = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        javaScriptEnabled: scripts,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (line) => {
        if (line.type() === 'error' && !line.text().includes('Failed to load resource'))
          problems.push(line.text());
      });
      await page.goto(`${wire.url}${path}`);
      return page;
    },
    async shoot(page, name) {
      const path = fileURLToPath(new URL(`${name}.png`, ARTEFACTS));
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    },
    async close() {
      for (const context of contexts) await context.close();
      await wire.close();
      await product.close();
      expect(problems).toEqual([]);
    },
  };
}
