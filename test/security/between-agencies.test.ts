import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOfficerId, demoIntegrityOfficerId as vichai } from '../../domain/agency/khoen-staff.ts';
import { openPart } from '../../sealing/part.ts';
import { type Pair, type Side, startPair } from '../bot/agency/pair.ts';
import { someTip } from '../forms/visitor.ts';
import { someUser } from '../support/webhook.ts';

/** The same people work for both agencies, and one resident writes to both: nothing of one serves at the other. */
let pair: Pair;
let one: Side;
let other: Side;
beforeAll(async () => {
  pair = await startPair();
  [one, other] = pair.sides;
});
afterAll(() => pair.close());

const asStaff = (side: Side, bearer: string, path: string, init: RequestInit = {}): Promise<Response> =>
  side.at(`/api/staff${path}`, { ...init, headers: { authorization: `Bearer ${bearer}` } });
const tipOf = async (side: Side): Promise<{ id: string; receipt: string }> => {
  const tip = someTip();
  await side.visitor.send(tip, 1, () => undefined);
  const ids = [...(await side.documents())].flatMap(([path, { kind }]) =>
    kind === 'tip' ? (/\/cases\/([^/]+)$/.exec(path)?.[1] ?? []) : [],
  );
  return { id: ids.at(-1) ?? 'none', receipt: tip.receipt };
};

describe('a person of both agencies', () => {
  it('has names, drafts and marks of which none is the same in both', async () => {
    const userId = someUser();
    for (const side of pair.sides) await side.says(userId, 'ไฟถนนดับหน้าวัด');
    const names = await Promise.all(
      pair.sides.map(async (side) =>
        [...(await side.documents()).keys()].flatMap(
          (path) => /\/(sessions|limits)\/([^/]+)$/.exec(path)?.[2] ?? [],
        ),
      ),
    );
    expect(names.every((list) => list.length > 0)).toBe(true);
    expect(names[0]?.filter((name) => names[1]?.includes(name))).toEqual([]);
    const bodies = await Promise.all(
      pair.sides.map(async (side) =>
        [...(await side.documents())].find(([path]) => path.includes('/sessions/')),
      ),
    );
    const [from, to] = bodies;
    if (from === undefined || to === undefined) throw new Error('both have a draft');
    await pair.documents.commit([{ op: 'set', path: to[0], data: from[1] }]);
    expect(await other.says(userId, 'เมนู')).not.toContain('ไฟถนนดับ');
  });

  it('signs in at each by itself: sessions put into the other’s place open nothing', async () => {
    const bearer = await one.bearer(demoOfficerId);
    const sessions = [...(await one.documents())].filter(([path]) => path.includes('/staffSessions/'));
    expect(sessions.length).toBeGreaterThan(0);
    await pair.documents.commit(
      sessions.map(([path, data]) => ({
        op: 'set',
        path: path.replace(`/${one.id}/`, `/${other.id}/`),
        data,
      })),
    );
    expect((await asStaff(one, bearer, '/me')).status).toBe(200);
    expect((await asStaff(other, bearer, '/me')).status).toBe(401);
  });
});

describe('documents of one agency put into the other’s place', () => {
  it('receipts lead nowhere there', async () => {
    const { id, receipt } = await tipOf(one);
    const moved = [...(await one.documents())].filter(
      ([path]) => path.includes('/receipts/') || path.includes(`/cases/${id}`),
    );
    await pair.documents.commit(
      moved.map(([path, data]) => ({ op: 'set', path: path.replace(`/${one.id}/`, `/${other.id}/`), data })),
    );
    expect(await one.visitor.follower.follow(receipt)).toMatchObject({ found: 'tip' });
    expect(await other.visitor.follower.follow(receipt)).toEqual({ found: 'nothing' });
  });

  it('a tip’s marks make nobody there its reader, and its parts say that they are of elsewhere', async () => {
    const { id } = await tipOf(one);
    const moved = [...(await one.documents())].filter(([path]) => path.includes(`/cases/${id}`));
    expect(moved.length).toBeGreaterThan(3);
    await pair.documents.commit(
      moved.map(([path, data]) => ({ op: 'set', path: path.replace(`/${one.id}/`, `/${other.id}/`), data })),
    );
    const bearer = await other.bearer(vichai);
    const answer = await asStaff(other, bearer, `/tips/${id}`);
    const unknown = await asStaff(other, bearer, `/tips/${'z'.repeat(id.length)}`);
    expect([answer.status, await answer.text()]).toEqual([unknown.status, await unknown.text()]);
    for (const [path, data] of moved) {
      if (!(data.sealed instanceof Uint8Array)) continue;
      const n = Number(path.split('/').at(-1));
      const identity = pair.keys.get(one.id)?.[vichai] ?? '';
      const sealed = new Uint8Array(data.sealed);
      expect(await openPart(identity, sealed, { agency: one.id, draft: id, n })).toMatchObject({
        open: true,
      });
      expect(await openPart(identity, sealed, { agency: other.id, draft: id, n })).toEqual({
        open: false,
        why: 'misplaced',
      });
    }
  });

  it('routes reach nobody: what is encrypted for one is not read by the other', async () => {
    const userId = someUser();
    let shown = await one.says(userId, 'ไฟถนนดับหน้าโรงเรียน หมู่ 3');
    shown = await one.says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
    for (let steps = 0; steps < 6 && !shown.includes('ยืนยันส่ง'); steps += 1) {
      shown = await one.says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
    }
    await one.says(userId, 'ยืนยันส่ง');
    const moved = [...(await one.documents())].filter(([path]) => /\/(routes|cases)\//.test(path));
    expect(moved.some(([path]) => path.includes('/routes/'))).toBe(true);
    await pair.documents.commit(
      moved.map(([path, data]) => ({ op: 'set', path: path.replace(`/${one.id}/`, `/${other.id}/`), data })),
    );
    const mine = /\d\d-\d{4} ไฟฟ้าสาธารณะ/;
    expect(await one.says(userId, 'เรื่องของฉัน')).toMatch(mine);
    expect(await other.says(userId, 'เรื่องของฉัน')).not.toMatch(mine);
  });
});
