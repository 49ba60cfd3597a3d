import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathsOf } from '../../../bot/records/paths.ts';
import { alertReaders, isAlerted } from '../../../bot/records/tip-alerts.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { StoredEntry } from '../../../domain/outbox/entry.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const slot = '2026-11-24T01:30:00.000Z';
const secrets = openSecrets(new Uint8Array(32).fill(7)).forAgency('khoen');

it.each([0x00, 0x7f, 0xfb, 0xff])('is stored whatever randomness gives: octets of %i', async (octet) => {
  const random = (octets: number) => new Uint8Array(octets).fill(octet);
  const ground = { secrets, paths: pathsOf('khoen'), random };
  const writes = alertReaders(ground, { version: 1, officers: [] }, [`officer-${octet}`], slot);
  expect(await store.documents.commit(writes)).toMatchObject({ ok: true });
  const found = await store.documents.read(writes[0]?.path ?? '');
  const { notice } = StoredEntry.parse(found?.data);
  expect(notice.notice === 'tips' && isAlerted(ground, `officer-${octet}`, notice)).toBe(true);
  expect(notice.notice === 'tips' && isAlerted(ground, 'somebody else', notice)).toBe(false);
});
