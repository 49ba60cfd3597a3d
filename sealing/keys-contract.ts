/** What the staff's page of keys says to the server under `/api/staff/keys`, and what it answers. */
import { z } from 'zod';
import { Recipient } from './keys.ts';

/** The most octets of an identity sealed with its passphrase. */
export const MOST_IDENTITY_OCTETS = 1024;
/** How long a key is announced before it reads anything. */
export const KEY_WAIT_MILLISECONDS = 24 * 3_600_000;
/** The recovery key's handle among the keys. */
export const RECOVERY = 'recovery';

/** A key's owner, as colleagues are named to each other, or {@link RECOVERY}. */
export const KeyHandle = z.string().min(1).max(60);
const instant = z.iso.datetime();

/** `POST /keys`: a key made in its owner's browser; `sealed`: its secret half, sealed with the passphrase, Base64. */
export const NewKey = z.strictObject({
  recipient: Recipient,
  sealed: z.base64().max(Math.ceil(MOST_IDENTITY_OCTETS / 3) * 4),
});
export type NewKey = z.infer<typeof NewKey>;

/** The recovery key's custodian: who holds the paper, and the office they sit in; `outside` is outside the agency. */
export const Custodian = z.strictObject({
  name: z.string().min(1).max(80),
  office: z.string().min(1).max(40),
});
export type Custodian = z.infer<typeof Custodian>;

/** `POST /keys/recovery`: its public half alone; the secret one is on paper. */
export const NewRecoveryKey = z.strictObject({ recipient: Recipient, custodian: Custodian });
export type NewRecoveryKey = z.infer<typeof NewRecoveryKey>;

/** `POST /keys/{handle}/confirm`, `…/cancel`: which key somebody saw. */
export const KeySeen = z.strictObject({ recipient: Recipient });

const Named = z.object({ handle: z.string(), name: z.string() });

/** A key that is announced. `readyAt`: from then on it may begin, if somebody confirmed it; `isReady` by the server's clock. */
export const WaitingKey = z.object({
  owner: Named,
  recipient: Recipient,
  madeAt: instant,
  readyAt: instant,
  isReady: z.boolean(),
  confirmedBy: z.string().optional(),
  /** What the caller may do with it now. */
  may: z.object({ confirm: z.boolean(), cancel: z.boolean(), begin: z.boolean() }),
  custodian: Custodian.optional(),
});
export type WaitingKey = z.infer<typeof WaitingKey>;

/** `GET /keys`. `mine.sealed`, for its owner alone: what the passphrase opens, Base64. */
export const KeysAnswer = z.object({
  mine: z.object({ handle: z.string(), recipient: Recipient, sealed: z.string(), since: instant }).optional(),
  /** The caller may have a key of their own. */
  mayMake: z.boolean(),
  waiting: z.array(WaitingKey),
  readers: z.array(
    Named.extend({
      recipient: Recipient,
      since: instant.optional(),
      /** They had another key before, so that older tips may have to be sealed to this one. */
      renewed: z.boolean(),
    }),
  ),
  recovery: z.object({ recipient: Recipient, custodian: Custodian, since: instant.optional() }).optional(),
  offices: z.array(z.object({ id: z.string(), label: z.string() })),
});
export type KeysAnswer = z.infer<typeof KeysAnswer>;
