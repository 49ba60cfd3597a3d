import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAlerted } from '../../../bot/records/tip-alerts.ts';
import { readersWithout } from '../../../bot/staff/keys/readers-without.ts';
import { demoIntegrityOfficerId as vichai } from '../../../domain/agency/khoen-staff.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { KeysAnswer } from '../../../sealing/keys-contract.ts';
import { openIdentity, sealIdentity } from '../../../sealing/passphrase.ts';
import { Readers } from '../../../sealing/readers.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

const DAY = 24 * 3_600_000;
const PASSPHRASE = '12345678901234567890';

let stage: StaffStage;
let admin: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  admin = await stage.addStaff('นายผู้ดูแล', ['admin']);
});
afterAll(() => stage.close());

const newKey = async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const sealed = Buffer.from(await sealIdentity(identity, PASSPHRASE)).toString('base64');
  return { identity, recipient, sealed };
};
type NewKey = Awaited<ReturnType<typeof newKey>>;
const make = (staffId: string, { recipient, sealed }: NewKey) =>
  stage.call(staffId, 'POST', '/keys', { recipient, sealed });
const keysOf = async (staffId: string) => KeysAnswer.parse((await stage.call(staffId, 'GET', '/keys')).json);
const handle = (staffId: string) => stage.ground.secrets.staffHandle(staffId);
const decide = (by: string, step: string, of: string, { recipient }: Pick<NewKey, 'recipient'>) =>
  stage.call(by, 'POST', `/keys/${of}/${step}`, { recipient });
const readers = async () => Readers.parse((await stage.documents.read(stage.ground.paths.readers))?.data);
const outbox = async () => {
  const found = await stage.documents.query({
    collection: `${stage.ground.paths.agency}/outbox`,
    where: [],
    orderBy: [],
    limit: 500,
  });
  return found.map(({ data }) => JSON.stringify(data));
};

describe('a new key', () => {
  let officer: Staff;
  let key: NewKey;
  beforeEach(async () => {
    officer = await stage.addStaff('นางสาวซื่อสัตย์', ['integrity'], { unit: 'finance' });
    key = await newKey();
    expect((await make(officer.id, key)).status).toBe(200);
  });

  it('reads nothing before a day has passed and another officer has confirmed it', async () => {
    const shown = async (staffId: string) =>
      (await keysOf(staffId)).waiting.find(({ recipient }) => recipient === key.recipient);
    expect((await readers()).officers.map(({ recipient }) => recipient)).not.toContain(key.recipient);
    expect((await shown(officer.id))?.may).toEqual({ confirm: false, cancel: true, begin: false });
    expect((await shown(admin.id))?.may.confirm).toBe(false);
    expect((await decide(officer.id, 'confirm', handle(officer.id), key)).code).toBe('second_person');
    expect((await decide(admin.id, 'confirm', handle(officer.id), key)).code).toBe('second_person');
    expect((await decide(officer.id, 'begin', handle(officer.id), key)).code).toBe('too_soon');
    stage.later(DAY + 1000);
    expect((await decide(officer.id, 'begin', handle(officer.id), key)).code).toBe('second_person');
    expect((await decide(vichai, 'confirm', handle(officer.id), await newKey())).code).toBe('changed');
    expect((await decide(vichai, 'confirm', handle(officer.id), key)).status).toBe(200);
    expect((await readers()).officers.map(({ recipient }) => recipient)).not.toContain(key.recipient);
    expect((await decide(officer.id, 'begin', handle(officer.id), key)).status).toBe(200);
    expect((await readers()).officers).toContainEqual({
      staffId: officer.id,
      recipient: key.recipient,
      office: 'finance',
    });
  });

  it('is announced to every integrity officer, every admin and its owner, and its owner is reminded', async () => {
    const entries = (await outbox()).filter((entry) => entry.includes('"key"'));
    for (const staffId of [vichai, admin.id, officer.id]) {
      expect(entries.some((entry) => entry.includes(staffId) && entry.includes('"made"'))).toBe(true);
    }
    expect(entries.some((entry) => entry.includes(officer.id) && entry.includes('"ready"'))).toBe(true);
  });

  it('can be cancelled by whoever was told, and its reminder goes with it', async () => {
    const before = (await outbox()).filter((entry) => entry.includes('"ready"')).length;
    expect((await decide(admin.id, 'cancel', handle(officer.id), key)).status).toBe(200);
    expect((await outbox()).filter((entry) => entry.includes('"ready"')).length).toBe(before - 1);
    stage.later(DAY + 1000);
    expect((await decide(vichai, 'confirm', handle(officer.id), key)).code).toBe('not_found');
  });

  it('is given back to its owner alone, and its passphrase opens it', async () => {
    await decide(vichai, 'confirm', handle(officer.id), key);
    stage.later(DAY + 1000);
    await decide(officer.id, 'begin', handle(officer.id), key);
    const { mine } = await keysOf(officer.id);
    const sealed = new Uint8Array(Buffer.from(mine?.sealed ?? '', 'base64'));
    expect(await openIdentity(sealed, PASSPHRASE)).toBe(key.identity);
    for (const other of [vichai, admin.id]) {
      expect(JSON.stringify(await keysOf(other))).not.toContain(mine?.sealed);
    }
    const stored = await stage.documents.read(stage.ground.paths.key(officer.id));
    expect(JSON.stringify(stored?.data)).not.toContain(Buffer.from(sealed).toString('base64').slice(0, 60));
  });

  it('takes the place of the one before, whose public half stays known', async () => {
    const next = await newKey();
    await decide(vichai, 'confirm', handle(officer.id), key);
    stage.later(DAY + 1000);
    await decide(officer.id, 'begin', handle(officer.id), key);
    expect((await make(officer.id, key)).code).toBe('bad_shape');
    await make(officer.id, next);
    expect((await readers()).officers.map(({ recipient }) => recipient)).toContain(key.recipient);
    await decide(vichai, 'confirm', handle(officer.id), next);
    stage.later(DAY + 1000);
    await decide(officer.id, 'begin', handle(officer.id), next);
    const recipients = (await readers()).officers.map(({ recipient }) => recipient);
    expect(recipients).toContain(next.recipient);
    expect(recipients).not.toContain(key.recipient);
    const row = (await keysOf(vichai)).readers.find(({ recipient }) => recipient === next.recipient);
    expect(row?.renewed).toBe(true);
  });

  it('goes with its owner: out of the readers, and what waited is dropped', async () => {
    await decide(vichai, 'confirm', handle(officer.id), key);
    stage.later(DAY + 1000);
    await decide(officer.id, 'begin', handle(officer.id), key);
    await make(officer.id, await newKey());
    const done = await stage.documents.commit(await readersWithout(stage.ground, officer.id));
    expect(done.ok).toBe(true);
    expect((await readers()).officers.some(({ staffId }) => staffId === officer.id)).toBe(false);
    const { mine, waiting } = await keysOf(officer.id);
    expect(mine).toBeUndefined();
    expect(waiting.some(({ owner }) => owner.handle === handle(officer.id))).toBe(false);
  });

  it('of nothing that a passphrase sealed is refused', async () => {
    const other = await stage.addStaff('นายใหม่', ['integrity'], { unit: 'works' });
    const sealed = Buffer.from('age-encryption.org/v1\n-> X25519 x\n').toString('base64');
    expect((await stage.call(other.id, 'POST', '/keys', { ...key, sealed })).code).toBe('bad_shape');
    expect((await make(other.id, { ...(await newKey()), recipient: 'age1nothing' })).code).toBe('bad_shape');
    expect((await make(admin.id, await newKey())).code).toBe('role_too_low');
  });
});

describe('the recovery key', () => {
  it('waits and is confirmed like any other, and only its public half is kept', async () => {
    const { recipient, identity } = await newKey();
    const custodian = { name: 'นายอำเภอ', office: 'outside' };
    const made = await stage.call(admin.id, 'POST', '/keys/recovery', { recipient, custodian });
    expect(made.status).toBe(200);
    expect((await decide(admin.id, 'confirm', 'recovery', { recipient })).code).toBe('second_person');
    expect((await decide(vichai, 'confirm', 'recovery', { recipient })).status).toBe(200);
    expect((await readers()).recovery).toBeUndefined();
    stage.later(DAY + 1000);
    expect((await decide(admin.id, 'begin', 'recovery', { recipient })).status).toBe(200);
    expect((await readers()).recovery).toEqual({ recipient, office: 'outside' });
    expect((await keysOf(admin.id)).recovery?.custodian).toEqual(custodian);
    expect(JSON.stringify((await stage.documents.read(stage.ground.paths.recoveryKey))?.data)).not.toContain(
      identity,
    );
    const unknown = { recipient: (await newKey()).recipient, custodian: { name: 'ใคร', office: 'nowhere' } };
    expect((await stage.call(admin.id, 'POST', '/keys/recovery', unknown)).code).toBe('bad_shape');
  });
});

it('in an agency of one, waiting and the own confirmation are enough', async () => {
  const alone = await openStaffStage();
  try {
    const { documents, ground } = alone;
    const all = await documents.query({ collection: ground.paths.staffs, where: [], orderBy: [], limit: 50 });
    await documents.commit([
      ...all.map(({ path }) => ({ op: 'delete' as const, path })),
      { op: 'delete', path: ground.paths.readers },
    ]);
    const only = await alone.addStaff('คนเดียว', ['admin', 'integrity'], { unit: 'palad-office' });
    const { recipient, sealed } = await newKey();
    const own = ground.secrets.staffHandle(only.id);
    await alone.call(only.id, 'POST', '/keys', { recipient, sealed });
    expect((await alone.call(only.id, 'POST', `/keys/${own}/confirm`, { recipient })).status).toBe(200);
    expect((await alone.call(only.id, 'POST', `/keys/${own}/begin`, { recipient })).code).toBe('too_soon');
    alone.later(DAY + 1000);
    expect((await alone.call(only.id, 'POST', `/keys/${own}/begin`, { recipient })).status).toBe(200);
    expect(Readers.parse((await documents.read(ground.paths.readers))?.data).officers).toHaveLength(1);
  } finally {
    await alone.close();
  }
});

it('an alert without proofs is for whom it is addressed to', () => {
  expect(isAlerted(stage.ground, vichai, { notice: 'tips' })).toBe(true);
});
