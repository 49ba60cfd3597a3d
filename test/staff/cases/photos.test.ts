import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../../bot/records/sweep.ts';
import { afterPhotos } from '../../../bot/staff/cases/after-photo.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { KeptPhoto } from '../../../domain/staff/cases.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, does, stored } from './world.ts';

let stage: StaffStage;
let picture: Uint8Array;
const server = createServer();
let url = '';

beforeAll(async () => {
  stage = await openStaffStage();
  const made = sharp({ create: { width: 40, height: 30, channels: 3, background: '#287' } });
  const withPlace = made.withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '15/1 0/1 0/1' } });
  picture = new Uint8Array(await withPlace.jpeg().toBuffer());
  server.on('request', express().use(afterPhotos(stage.ground)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await stage.close();
});

const keeps = async (id: string, octets = picture) =>
  stage.call(demoOfficerId, 'POST', `/cases/${id}/photos`, octets);

describe('the photo taken after the work', () => {
  it('is kept as pixels alone with its SHA-256, and shown to staff and to the reporter', async () => {
    const id = await addCase(stage, 'after');
    const { n, sha256 } = KeptPhoto.parse((await keeps(id)).json);
    expect((await fetch(`${url}/after/${id}/${n}`)).status).toBe(404);
    const done = await does(stage, demoOfficerId, id, 'resolve', { text: 'เสร็จ', photo: n });
    expect(done.attachments).toEqual([{ n, kind: 'photo', use: 'after', sha256 }]);
    expect(done.history.at(-1)).toMatchObject({ change: 'resolve', photo: n });
    const seen = await stage.call(demoExecutiveId, 'GET', `/cases/${id}/files/${n}`);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(createHash('sha256').update(seen.octets).digest('hex')).toBe(sha256);
    const { exif } = await sharp(seen.octets).metadata();
    expect(exif).toBeUndefined();
    const shown = await fetch(`${url}/after/${id}/${n}`);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(seen.octets);
  });

  it('reaches the reporters of all that are alike, kept once', async () => {
    const head = await addCase(stage, 'photohead', { number: '70-0601' });
    const other = await addCase(stage, 'photoother');
    await does(stage, demoOfficerId, other, 'join', { number: '70-0601' });
    const { n } = KeptPhoto.parse((await keeps(head)).json);
    await does(stage, demoOfficerId, head, 'resolve', { text: '', photo: n });
    expect((await stored(stage, other)).files).toMatchObject([{ n, use: 'after', at: head }]);
    expect((await fetch(`${url}/after/${other}/${n}`)).status).toBe(200);
    expect((await stage.call(demoOfficerId, 'GET', `/cases/${other}/files/${n}`)).status).toBe(200);
  });

  it('is refused where it is no picture, is not there, or belongs to another case; unused ones go', async () => {
    const id = await addCase(stage, 'wrong');
    expect((await keeps(id, new Uint8Array([1, 2, 3]))).code).toBe('unreadable_picture');
    expect((await keeps('nothing0000000000000')).code).toBe('not_found');
    const body = { edition: 0, text: '', photo: 7 };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${id}/resolve`, body)).code).toBe('bad_shape');
    const { n } = KeptPhoto.parse((await keeps(id)).json);
    expect((await stage.call(demoOfficerId, 'GET', `/cases/${id}/files/${n}`)).code).toBe('not_found');
    const kept = await addCase(stage, 'kept');
    const used = KeptPhoto.parse((await keeps(kept)).json);
    await does(stage, demoOfficerId, kept, 'resolve', { text: '', photo: used.n });
    await sweep(stage.documents, stage.parts.clock() + 2 * 86_400_000);
    const bearer = await stage.bearer(demoOfficerId);
    const late = await stage.callWith(bearer, 'POST', `/cases/${id}/resolve`, { ...body, photo: n });
    expect(late.code).toBe('bad_shape');
    expect((await fetch(`${url}/after/${kept}/${used.n}`)).status).toBe(200);
    expect(await stored(stage, id)).toMatchObject({ status: 'new', history: 0 });
  });
});
