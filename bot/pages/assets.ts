import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import sirv from 'sirv';
import { assetHeaders } from './headers.ts';

const BUILT = fileURLToPath(new URL('../../dist/liff/assets', import.meta.url));

/** Answers with the scripts and style sheets that were built from `liff/`, packed where the browser takes it so. */
export const builtAssets = (): RequestHandler =>
  sirv(BUILT, {
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(assetHeaders)) response.setHeader(name, value);
      if (path.endsWith('.js')) response.setHeader('content-type', 'text/javascript; charset=utf-8');
    },
  });
