import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openShelf } from '../../bot/papers/shelf.ts';
import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { countedDocuments } from '../../bot/store/counted-documents.ts';
import { type Documents, StoreUnavailable } from '../../bot/store/documents.ts';
import { gramFilter } from '../../domain/papers/grams.ts';
import { PAPERS_MOST, type PaperEntry, SHARDS, shardOf } from '../../domain/papers/register.ts';
import { openTestStore } from '../support/store.ts';

const DOCUMENT_MOST = 1_048_576;
const letters = 'กขคงจชซญดตถทธนบปผฝพฟมยรลวสหอฮะาิีุูเแโไใ่้๊๋็์ัำ';

/** As long as fills the largest filter, with a word that stands nowhere else. */
function textWith(word: string): string {
  let seed = 1;
  const made = Array.from({ length: 9_000 }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return letters.charAt((seed >>> 16) % letters.length);
  });
  return `${made.join('')} ${word}`;
}

const SOUGHT = 'ประกาศิตจระเข้';
const [plainFilter, soughtFilter] = [gramFilter(textWith('')), gramFilter(textWith(SOUGHT))];

async function fill(documents: Documents, many: number): Promise<number[]> {
  const paths = pathsOf('khoen');
  const ids = Array.from({ length: many }, (_, nth) =>
    createHash('sha256').update(`paper ${nth}`).digest('hex').slice(0, 24),
  );
  const papers = ids.map(
    (id, nth): PaperEntry => ({
      id,
      n: 1,
      title: `เอกสารที่มีชื่อยาวมากตามแบบราชการ ${'ก'.repeat(150)} เล่ม ${nth}`,
      kind: 'other',
      fiscalYear: 2570,
      day: '2026-10-01',
      source: { type: 'file', octets: 5_000_000, pages: 200, text: 'read' },
      approvedOn: '2026-10-02',
    }),
  );
  const shards = new Map<string, Record<string, { grams: Uint8Array }>>();
  for (const [nth, id] of ids.entries()) {
    const shard = shardOf(id);
    shards.set(shard, {
      ...shards.get(shard),
      [id]: { grams: nth === many - 1 ? soughtFilter : plainFilter },
    });
  }
  const editions = Object.fromEntries([...shards.keys()].map((shard) => [shard, 1]));
  await documents.commit([
    {
      op: 'set',
      path: paths.published('papers'),
      data: plain({ version: 1, papers, shards: editions }),
    },
  ]);
  for (const [shard, held] of shards) {
    await documents.commit([
      { op: 'set', path: paths.paperWords(shard), data: { version: 1, papers: held } },
    ]);
  }
  const sizes = [...shards.values()].map((held) =>
    Object.entries(held).reduce((sum, [id, { grams }]) => sum + id.length + grams.length + 32, 0),
  );
  return [Buffer.byteLength(JSON.stringify(papers)), ...sizes];
}

/** What a search cost: when the process has just started, right after, and half a minute later. */
async function costs(documents: Documents, many: number) {
  const counted = countedDocuments(documents);
  let now = 0;
  const shelf = openShelf({ documents: counted, paths: pathsOf('khoen'), clock: () => now });
  const cost: number[] = [];
  for (const later of [0, 1, 31_000]) {
    now += later;
    const before = counted.counts.documentsRead;
    const [found] = await shelf.search(SOUGHT);
    expect(found?.title).toMatch(new RegExp(`เล่ม ${many - 1}$`));
    cost.push(counted.counts.documentsRead - before);
  }
  return cost;
}

test('the filters are as large as filters are', () => {
  expect([plainFilter.length, soughtFilter.length]).toEqual([16_384, 16_384]);
});

test('a search costs as much with 400 large papers as with 40, and no document nears its limit', async () => {
  const [few, many] = [await openTestStore(), await openTestStore()];
  try {
    await fill(few.documents, 40);
    const sizes = await fill(many.documents, PAPERS_MOST);
    expect(sizes).toHaveLength(1 + SHARDS);
    for (const size of sizes) expect(size).toBeLessThan(DOCUMENT_MOST * 0.9);
    expect(await costs(many.documents, PAPERS_MOST)).toEqual([1 + SHARDS, 0, 1]);
    const [first = 0, ...others] = await costs(few.documents, 40);
    expect(first).toBeLessThanOrEqual(1 + SHARDS);
    expect(others).toEqual([0, 1]);
  } finally {
    await few.close();
    await many.close();
  }
}, 60_000);

test('where the words of files do not come, the chat is answered by titles, and the page says that it cannot', async () => {
  const { documents, close } = await openTestStore();
  try {
    await fill(documents, 40);
    const silent: Documents = {
      ...documents,
      readMany: () => Promise.reject(new StoreUnavailable('no answer')),
    };
    const never: Documents = { ...documents, readMany: () => new Promise(() => undefined) };
    for (const some of [silent, never]) {
      const shelf = openShelf({ documents: some, paths: pathsOf('khoen'), clock: () => 0 });
      expect(await shelf.search('เล่ม 39 ตามแบบราชการ', 10)).toHaveLength(40);
      expect(await shelf.search(SOUGHT, 10)).toEqual([]);
    }
    const shelf = openShelf({ documents: silent, paths: pathsOf('khoen'), clock: () => 0 });
    await expect(shelf.search(SOUGHT)).rejects.toBeInstanceOf(StoreUnavailable);
  } finally {
    await close();
  }
});
