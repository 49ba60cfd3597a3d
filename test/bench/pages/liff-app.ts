/**
 * A page made as LINE's own create-liff-app 1.1.0 makes one from its Vite and TypeScript template: an empty
 * `#app`, one module that imports its style sheet and the whole of `@line/liff`, starts LIFF and fills `#app`
 * through `innerHTML`. It differs in what is kinder to it: the data are asked for at once and shown as they
 * come, while the template waits for `liff.init`, and so for LINE's servers, before it shows anything.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { build } from 'vite';
import { answer, type Prepared, prepare } from '../../../bot/pages/prepared.ts';
import { listen, stop } from '../listen.ts';
import { LIFF_ID } from './site.ts';

const ROOT = fileURLToPath(new URL('liff-app', import.meta.url));

/** Every file of the built app, by its address. */
async function builtFiles(): Promise<Map<string, Prepared>> {
  const outDir = await mkdtemp(join(tmpdir(), 'prongsai-liff-app-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      define: { 'import.meta.env.VITE_LIFF_ID': JSON.stringify(LIFF_ID) },
      build: { outDir, emptyOutDir: true },
    });
    const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
    const paths = entries.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const files = paths.map(async (path) => {
      const prepared = await prepare(await readFile(path, 'utf8'));
      return [path.slice(outDir.length).replaceAll('\\', '/'), prepared] as const;
    });
    return new Map(await Promise.all(files));
  } finally {
    await rm(outDir, { recursive: true });
  }
}

/** Serves the app and `json` under `/api/public`, compressed as this server compresses its own pages. */
export async function serveLiffApp(json: string) {
  const files = await builtFiles();
  const page = files.get('/index.html');
  if (page === undefined) throw new Error('the app was built without its page');
  files.set('/', page);
  files.set('/api/public', await prepare(json));
  const app = express();
  app.get('/{*path}', (request, response) => {
    const file = files.get(request.path);
    if (file === undefined) return void response.status(404).end();
    const type = request.path === '/api/public' ? 'json' : extname(request.path) || 'html';
    response.set('cache-control', 'public, max-age=0').type(type);
    answer(request, response, 200, file);
  });
  const server = createServer(app);
  const url = await listen(server);
  return { url, close: () => stop(server) };
}
