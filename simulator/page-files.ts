import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Router } from 'express';

const FONT_PACKAGE = '@fontsource/noto-sans-thai-looped/package.json';

/** The page of phones, and under `/fonts` the font it is set in. */
export function createPageFiles(directory: string): Router {
  const fonts = dirname(createRequire(import.meta.url).resolve(FONT_PACKAGE));
  const files = express.Router();
  files.use('/fonts', express.static(fonts, { cacheControl: false, fallthrough: false }));
  files.use(express.static(directory, { cacheControl: false }));
  return files;
}
