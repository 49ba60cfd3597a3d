import { randomBytes } from 'node:crypto';
import { readDemoKeys } from '../../../bot/agency/demo-keys.ts';
import {
  demoSecondIntegrityOfficerId as arunee,
  demoIntegrityOfficerId as vichai,
} from '../../../domain/agency/khoen-staff.ts';
import { type Doings, openDoings } from '../../../liff/staff/vault/vault.ts';
import type { Identity } from '../../../sealing/keys.ts';
import { KeysAnswer } from '../../../sealing/keys-contract.ts';
import { openIdentity, sealIdentity } from '../../../sealing/passphrase.ts';
import { scryptNode } from '../../../sealing/scrypt-node.ts';
import { ResealList, ResealTip } from '../../../sealing/tips-contract.ts';
import { Stuck } from '../../faults/phone.ts';
import { deskOf, page, press } from '../desk.ts';
import { LISTING, minute, type Scene, someone, until } from '../stage.ts';
import { tipsByForm } from './at-the-pages.ts';

const DAY = 86_400_000;
const PASSPHRASE = '31415926535897932384';

const newVault = () =>
  openDoings({ random: (octets) => new Uint8Array(randomBytes(octets)), scrypt: scryptNode });

/** Deriving from a passphrase takes a second each time: keys are made once, and used in every world. */
const madeOnce = (() => {
  let making: Promise<Made> | undefined;
  return (): Promise<Made> => {
    making ??= make();
    return making;
  };
})();

interface Made {
  recipient: string;
  sealed: string;
  identity: Identity;
}

async function make(): Promise<Made> {
  const { recipient, sealed, passphrase } = await newVault().makeKey({});
  const identity = await openIdentity(new Uint8Array(Buffer.from(sealed, 'base64')), passphrase);
  if (identity === undefined) throw new Error('a key that its passphrase does not open');
  return { recipient, sealed, identity };
}

const vaults = new Map<Identity, Promise<Doings>>();

async function unlock(identity: Identity): Promise<Doings> {
  const vault = newVault();
  const sealed = Buffer.from(await sealIdentity(identity, PASSPHRASE)).toString('base64');
  await vault.unlock({ sealed, passphrase: PASSPHRASE });
  return vault;
}

function vaultOf(identity: Identity): Promise<Doings> {
  const vault = vaults.get(identity) ?? unlock(identity);
  vaults.set(identity, vault);
  return vault;
}

export const resealing: Scene = {
  name: 'a new key of an integrity officer, confirmed and begun, and a tip resealed to it by a colleague',
  isApart: true,
  isCostly: true,
  async before(stage) {
    await tipsByForm(stage, await someone(stage, 50), 'finance');
    await until(stage.world, LISTING);
    await minute(stage);
  },
  async play(stage) {
    const { world } = stage;
    const { secrets } = (await world.someInstance()).ground;
    const handle = secrets.staffHandle(arunee);
    const { recipient, sealed, identity: mine } = await madeOnce();
    const owner = await deskOf(world, arunee);
    const colleague = await deskOf(world, vichai);
    const keysOf = (desk: typeof owner) => () => page(desk, '/keys', KeysAnswer);
    const waitingIn = ({ waiting }: KeysAnswer) => waiting.find((one) => one.recipient === recipient);
    await press(owner, 'a new key', keysOf(owner), {
      isDone: (seen) => waitingIn(seen) !== undefined,
      send: () => owner.ask('POST', '/keys', { recipient, sealed }),
    });
    await press(colleague, 'a confirmation', keysOf(colleague), {
      isDone: (seen) => waitingIn(seen)?.confirmedBy !== undefined,
      send: () => colleague.ask('POST', `/keys/${handle}/confirm`, { recipient }),
    });
    await minute(stage);
    await until(world, world.time.now() + DAY);
    const next = await deskOf(world, arunee);
    await press(next, 'a beginning', keysOf(next), {
      isDone: ({ mine }) => mine?.recipient === recipient,
      send: () => next.ask('POST', `/keys/${handle}/begin`, { recipient }),
    });
    const other = await deskOf(world, vichai);
    const identity = (await readDemoKeys(world.dataDir))[vichai];
    if (identity === undefined) throw new Stuck('a key that is not there');
    const vault = await vaultOf(identity);
    await press(other, 'a resealing', () => page(other, `/resealing/${handle}`, ResealList), {
      isDone: ({ ids }) => ids.length === 0,
      async send({ ids }) {
        const [draft = ''] = ids;
        const asked = await other.ask('GET', `/resealing/${handle}/${draft}`);
        if (asked?.status !== 200) return asked;
        const tip = ResealTip.parse(JSON.parse(asked.body));
        const done = await vault.reseal({ agency: 'khoen', draft, tip, key: 'own' });
        if (done === 'unreadable') throw new Stuck('a tip that a reader cannot open');
        return other.ask('PUT', `/resealing/${handle}/${draft}`, done);
      },
    });
    stage.claims.push({ claim: 'resealed', identity: mine });
    for (const [by, action] of [
      [arunee, 'key-add'],
      [vichai, 'key-confirm'],
      [arunee, 'key-begin'],
    ] as const) {
      stage.claims.push({ claim: 'deed', by, action, about: '', times: 1 });
    }
    await minute(stage);
  },
};
