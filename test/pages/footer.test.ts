import { afterAll, beforeAll, expect, it } from 'vitest';
import { allPages } from './addresses.ts';
import { type Khoen, LINE_URL, openKhoen } from './khoen.ts';

let khoen: Khoen;
beforeAll(async () => {
  khoen = await openKhoen();
}, 60_000);
afterAll(() => khoen.close());

const footerOf = async (path: string): Promise<string> => {
  const html = await (await fetch(`${khoen.url}${path}`)).text();
  return /<footer id="contact">[\s\S]*<\/footer>/.exec(html)?.[0] ?? '';
};
/** Who is on these keeps away from LINE on purpose. */
const withoutLine = ['/tip', '/track'];

it('every page ends in the footer of the public page, with the way into the chat', async () => {
  const home = await footerOf('/');
  expect(home).toContain(`<a href="${LINE_URL}">คุยทาง LINE</a>`);
  for (const [name, path] of allPages.filter(([, one]) => !withoutLine.includes(one))) {
    expect([name, await footerOf(path)]).toEqual([name, home]);
  }
});

it.each(withoutLine)('%s leads nobody into LINE', async (path) => {
  const html = await (await fetch(`${khoen.url}${path}`)).text();
  expect(html).toContain('<footer id="contact">');
  expect(html).not.toContain(LINE_URL);
});
