import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sweep } from '../../bot/records/sweep.ts';
import { remove } from '../../bot/store/documents.ts';
import { openStaffStage, type StaffStage } from './stage.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

const HOUR = 3_600_000;
const sessions = async () =>
  (await stage.documents.query({ group: 'staffSessions', where: [], orderBy: [], limit: 100 })).length;

describe('a session', () => {
  it('ends ten hours after it began, whatever was done in between', async () => {
    const { id } = await stage.addStaff('ทองดี', ['officer']);
    const bearer = await stage.bearer(id);
    stage.later(9 * HOUR);
    expect((await stage.callWith(bearer, 'GET', '/me')).status).toBe(200);
    stage.later(HOUR + 1000);
    expect((await stage.callWith(bearer, 'GET', '/me')).code).toBe('not_signed_in');
  });

  it('is swept once it has ended', async () => {
    const before = await sessions();
    const { id } = await stage.addStaff('บัวลา', ['officer']);
    await stage.bearer(id);
    expect(await sessions()).toBe(before + 1);
    await sweep(stage.documents, stage.parts.clock() + 11 * HOUR);
    expect(await sessions()).toBe(0);
  });

  it('ends when its owner signs out, and no other session does', async () => {
    const { id } = await stage.addStaff('คำปัน', ['integrity']);
    const [here, there] = [await stage.bearer(id), await stage.bearer(id)];
    expect((await stage.callWith(here, 'DELETE', '/session')).status).toBe(200);
    expect((await stage.callWith(here, 'GET', '/me')).code).toBe('not_signed_in');
    expect((await stage.callWith(there, 'GET', '/me')).status).toBe(200);
  });

  it('of somebody who was removed says so at the next call', async () => {
    const { id } = await stage.addStaff('สายใจ', ['officer', 'admin']);
    const bearer = await stage.bearer(id);
    expect((await stage.callWith(bearer, 'GET', '/me')).status).toBe(200);
    await stage.documents.commit([{ op: 'delete', path: stage.ground.paths.staff(id) }]);
    const reply = await stage.callWith(bearer, 'GET', '/me');
    expect([reply.status, reply.code]).toEqual([401, 'no_longer_staff']);
  });

  it('of somebody whose record cannot be read opens nothing, and stops nobody else', async () => {
    const { id } = await stage.addStaff('ลำดวน', ['officer']);
    const bearer = await stage.bearer(id);
    const path = stage.ground.paths.staff(id);
    await stage.documents.commit([{ op: 'update', path, data: { roles: remove() } }]);
    expect((await stage.callWith(bearer, 'GET', '/me')).status).toBe(401);
    const other = await stage.addStaff('บานเย็น', ['officer']);
    expect((await stage.call(other.id, 'GET', '/me')).status).toBe(200);
    await stage.documents.commit([{ op: 'delete', path }]);
  });

  it('has the roles of now, not those it began with', async () => {
    const { id } = await stage.addStaff('แก้วตา', ['officer']);
    const bearer = await stage.bearer(id);
    const rolesNow = async () =>
      z.object({ roles: z.array(z.string()) }).parse((await stage.callWith(bearer, 'GET', '/me')).json).roles;
    expect(await rolesNow()).toEqual(['officer']);
    const path = stage.ground.paths.staff(id);
    await stage.documents.commit([{ op: 'update', path, data: { roles: ['integrity'] } }]);
    expect(await rolesNow()).toEqual(['integrity']);
    expect((await stage.callWith(bearer, 'GET', '/settings/profile')).code).toBe('role_too_low');
  });

  it('costs a call two documents, beside what its route reads', async () => {
    const { id } = await stage.addStaff('มะลิ', ['officer']);
    const bearer = await stage.bearer(id);
    const before = { ...stage.counts };
    await stage.callWith(bearer, 'GET', '/me');
    expect(stage.counts.reads - before.reads).toBe(2);
  });
});
