import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const page = await readFile(join(root, 'docs/threat-model.md'), 'utf8');

/** The lines of a section, by its heading. */
const section = (heading: string): string[] => {
  const from = page.indexOf(`\n## ${heading}\n`);
  const to = page.indexOf('\n## ', from + 1);
  if (from < 0) throw new Error(`there is no section ${heading}`);
  return page.slice(from, to < 0 ? undefined : to).split('\n');
};
const rows = (heading: string): string[][] =>
  section(heading)
    .filter((line) => /^\| (?!---)/.test(line))
    .slice(1)
    .map((line) => line.slice(2, -2).split(' | '));

const TOP = /^(bot|deploy|docs|domain|firestore|flows|functions|liff|scripts|sealing|simulator|test)\b/;
const FILE = /^[\w./-]+\.(ts|tsx|md|rules|json|mjs|conf)$|^deploy\/\w+$/;
const isPath = (token: string): boolean =>
  FILE.test(token) ? !/^[A-Z_]+\//.test(token) : TOP.test(token) && /^[\w./-]+\/$/.test(token);

/** The files and folders that a text names; `part.test.ts` after `test/sealing/readers.test.ts` stands beside it. */
function pathsIn(text: string): string[] {
  let folder = '';
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, token = '']) => {
    if (!isPath(token)) return [];
    const named = token.startsWith('flows/') ? `domain/conversation/${token}` : token;
    const isBeside = folder !== '' && !TOP.test(named) && !existsSync(join(root, named));
    const path = isBeside ? `${folder}/${named}` : named;
    if (!isBeside && path.includes('/')) folder = path.slice(0, path.lastIndexOf('/'));
    return [path];
  });
}

it('names files and folders that are there', () => {
  const named = page.split('\n').flatMap((line) => line.split(' | ').flatMap(pathsIn));
  expect(named.length).toBeGreaterThan(200);
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('names what keeps each promise, and a test that tries it', () => {
  const promises = rows('What is promised');
  expect(promises.length).toBeGreaterThan(45);
  for (const [promise = '', keptBy = '', triedBy = ''] of promises) {
    expect(
      pathsIn(triedBy).filter((path) => path.startsWith('test/')),
      promise,
    ).not.toEqual([]);
    expect(keptBy, promise).not.toBe('');
  }
});

it('names what holds each boundary', () => {
  const boundaries = rows('Where trust changes');
  expect(boundaries.length).toBeGreaterThan(15);
  for (const [boundary, heldBy = ''] of boundaries) expect(pathsIn(heldBy), boundary).not.toEqual([]);
});

it('is no first version, and nothing on it waits for pages', () => {
  expect(page).not.toMatch(/first version|\*\(pages\)\*/i);
});
