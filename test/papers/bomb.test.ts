import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeText } from '../../bot/papers/take-text.ts';
import { bombPdfs } from './bomb-pdf.ts';

const MEBIBYTE = 1024 * 1024;
/** What reading may take beside what the process has; the bombs come to more than twice as much, unpacked. */
const MORE_MEBIBYTES = 450;

let most = 0;
let watching: NodeJS.Timeout;
beforeAll(() => {
  watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
});
afterAll(() => clearInterval(watching));

it('a PDF whose stream unpacks to very much is given up before it fills the memory, and the next one is read', async () => {
  const { once, twice } = bombPdfs(500);
  for (const bomb of [once, twice]) {
    expect(bomb.length).toBeLessThan(MEBIBYTE * 2);
    const before = process.memoryUsage.rss();
    most = before;
    expect(await takeText(bomb)).toEqual({ kind: 'unread' });
    expect((most - before) / MEBIBYTE).toBeLessThan(MORE_MEBIBYTES);
  }
  expect(await takeText(bombPdfs(1).twice)).toMatchObject({ kind: 'read', pages: 1 });
});
