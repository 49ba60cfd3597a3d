import { randomBytes } from 'node:crypto';
import { TipCase } from '../../../domain/case/case.ts';
import { octetsOf } from '../../../liff/staff/vault/open-tip.ts';
import { type Doings, openDoings } from '../../../liff/staff/vault/vault.ts';
import { KeysAnswer } from '../../../sealing/keys-contract.ts';
import { sealIdentity } from '../../../sealing/passphrase.ts';
import { scryptNode } from '../../../sealing/scrypt-node.ts';
import { TipAnswer, TipList } from '../../../sealing/tips-contract.ts';
import { someTip, visitor } from '../../forms/visitor.ts';
import type { StaffStage } from '../stage.ts';

export const HALF_DAY = 12 * 3_600_000;
export const DAY = 2 * HALF_DAY;
export const PASSPHRASE = '31415926535897932384';

const random = (octets: number) => new Uint8Array(randomBytes(octets));

export const newDoings = (): Doings => openDoings({ random, scrypt: scryptNode });

/** An integrity officer at their browser: what its pages do, over real HTTP. */
export async function officerDesk(stage: StaffStage, staffId: string, identity = stage.keys[staffId]) {
  const vault = newDoings();
  if (identity !== undefined) {
    const sealed = Buffer.from(await sealIdentity(identity, PASSPHRASE)).toString('base64');
    await vault.unlock({ sealed, passphrase: PASSPHRASE });
  }
  const call = (method: string, path: string, body?: unknown) => stage.call(staffId, method, path, body);
  const desk = {
    staffId,
    vault,
    call,
    list: async (): Promise<TipList['tips']> => {
      const tips: TipList['tips'] = [];
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const path: string = cursor === undefined ? '/tips' : `/tips?cursor=${cursor}`;
        const page = TipList.parse((await call('GET', path)).json);
        tips.push(...page.tips);
        cursor = page.next;
      }
      return tips;
    },
    /** A tip as the server gives it, with every part. */
    async fetched(id: string) {
      const answer = TipAnswer.parse((await call('GET', `/tips/${id}`)).json);
      const parts = await Promise.all(
        answer.parts.map(async ({ n, sealed, header }) => ({
          n,
          sealed:
            sealed === undefined ? (await call('GET', `/tips/${id}/parts/${n}`)).octets : octetsOf(sealed),
          ...(header === undefined ? {} : { header: octetsOf(header) }),
        })),
      );
      return { answer, parts };
    },
    async open(id: string) {
      const { answer, parts } = await desk.fetched(id);
      return { answer, tip: await vault.open({ agency: 'khoen', draft: id, parts }) };
    },
    async sealed(id: string, text: string) {
      const { answer, tip } = await desk.open(id);
      const words = {
        agency: 'khoen',
        draft: id,
        n: answer.next,
        text,
        day: '2026-11-24',
        office: tip.office ?? '',
        reporter: tip.reporter,
        readers: answer.readers,
      };
      const octets = await vault.words(words);
      const sealed = Buffer.from(octets).toString('base64');
      return { n: answer.next, sealed, edition: answer.readers.edition };
    },
    async answer(id: string, text: string) {
      return call('POST', `/tips/${id}/words`, await desk.sealed(id, text));
    },
  };
  return desk;
}

export type OfficerDesk = Awaited<ReturnType<typeof officerDesk>>;

/** Sends a tip by the private form; resolves to its id and receipt. It is listed at the next listing time. */
export async function sendTip(stage: StaffStage, more: Parameters<typeof someTip>[0] = {}) {
  const guest = visitor(stage.url);
  const tip = someTip(more);
  const before = new Set((await tipsIn(stage)).map(({ id }) => id));
  await guest.send(tip, 1, () => undefined);
  const [made] = (await tipsIn(stage)).filter(({ id }) => !before.has(id));
  if (made === undefined) throw new Error('no tip was made');
  return { id: made.id, receipt: tip.receipt, guest };
}

/** Every tip in the store. */
export async function tipsIn({ documents, ground }: StaffStage) {
  const found = await documents.query({
    collection: ground.paths.cases,
    where: [],
    orderBy: [],
    limit: 2000,
  });
  return found.flatMap(({ id, data }) => {
    const tip = TipCase.safeParse(data);
    return tip.success ? [{ id, tip: tip.data }] : [];
  });
}

/** Makes a new key of somebody's, confirmed by another and begun after its day. */
export async function renewKey(stage: StaffStage, staffId: string, confirmer: string) {
  const vault = newDoings();
  const { recipient, sealed, passphrase } = await vault.makeKey({});
  const made = await stage.call(staffId, 'POST', '/keys', { recipient, sealed });
  if (made.status !== 200) throw new Error(`a key was refused: ${made.code}`);
  const handle = stage.ground.secrets.staffHandle(staffId);
  await stage.call(confirmer, 'POST', `/keys/${handle}/confirm`, { recipient });
  stage.later(DAY + 1000);
  const begun = await stage.call(staffId, 'POST', `/keys/${handle}/begin`, { recipient });
  if (begun.status !== 200) throw new Error(`a key did not begin: ${begun.code}`);
  const { mine } = KeysAnswer.parse((await stage.call(staffId, 'GET', '/keys')).json);
  await vault.unlock({ sealed: mine?.sealed ?? '', passphrase });
  return { vault, recipient, passphrase };
}
