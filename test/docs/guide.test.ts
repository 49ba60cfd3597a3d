import { access, readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { guidePictures } from '../../scripts/guide-pictures.ts';

const docs = new URL('../../docs/', import.meta.url);
const catalogue = new URL('../../domain/catalogue/', import.meta.url);
const guide = await readFile(new URL('คู่มือเจ้าหน้าที่.md', docs), 'utf8');

/** Everything that the catalogue says in quotes, as it stands in its files. */
async function sentences(): Promise<Set<string>> {
  const names = await readdir(catalogue);
  const files = await Promise.all(names.map((name) => readFile(new URL(name, catalogue), 'utf8')));
  return new Set(files.flatMap((file) => [...file.matchAll(/'([^'\n]+)'/g)].map(([, words]) => words ?? '')));
}

it('names buttons and headings by the words they bear', async () => {
  const said = await sentences();
  const named = [...guide.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, words]) => words ?? '');
  expect(named.length).toBeGreaterThan(40);
  const inProse = new Set(['ตัวหนา', 'ทำพร้อมกันสองคน', 'เน็ตหลุด']);
  expect(named.filter((words) => !said.has(words) && !inProse.has(words))).toEqual([]);
});

it('shows pictures that are there, each made from one of the tests’', async () => {
  const shown = [...guide.matchAll(/!\[[^\]]+\]\(pictures\/guide\/([\w-]+)\.png\)/g)].map(
    ([, name]) => name ?? '',
  );
  expect(shown.toSorted()).toEqual(Object.keys(guidePictures).toSorted());
  for (const name of shown) await access(new URL(`pictures/guide/${name}.png`, docs));
});
