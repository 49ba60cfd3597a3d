import { validateSignature } from '@line/bot-sdk';
import type { Delivery } from '../delivery/deliver.ts';
import { EventFailed } from '../delivery/failure.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import { type Inbound, inbound } from './inbound.ts';
import { readBody } from './line-event.ts';

/** One agency's account, as its webhook needs it. */
export interface Account {
  agencyId: string;
  channelSecret: string;
  /** The account's own user id, which its webhooks name; not checked where it is not known. */
  destination?: string | undefined;
  delivery: Delivery;
  /** An event came that LINE had sent before: redelivery is on. */
  again?: (() => void) | undefined;
}

/** How a webhook is answered; `failed`: at least one event is to be sent again. */
export type Received =
  | 'done'
  | 'failed'
  | 'no_signature'
  | 'bad_signature'
  | 'not_json'
  | 'bad_shape'
  | 'wrong_destination';

function deliver({ delivery }: Account, what: Inbound, storeMilliseconds: number): Promise<void> {
  switch (what.to) {
    case 'chat':
      return delivery.chat(what.userId, what.replyToken, what.event, storeMilliseconds);
    case 'group':
      return delivery.group(what.event, what.replyToken, storeMilliseconds);
  }
}

function noteFailure(log: Log, agency: string, error: unknown): void {
  const stage = error instanceof EventFailed ? error.stage : 'inbound';
  log('event_failed', {
    agency,
    stage,
    error: errorName(error instanceof EventFailed ? error.cause : error),
  });
}

/**
 * Handles the raw body of a webhook: its signature before anything else, then each of its events, whatever
 * becomes of the others. Resolves when all are kept and answered, or the store calls of one have taken
 * `storeMilliseconds`. Never throws.
 * @see https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
 */
export async function receive(
  account: Account,
  log: Log,
  raw: Buffer,
  signature: string | undefined,
  storeMilliseconds: number,
): Promise<Received> {
  if (signature === undefined) return 'no_signature';
  if (!validateSignature(raw, account.channelSecret, signature)) return 'bad_signature';
  const body = readBody(raw);
  if (body === undefined) return 'not_json';
  const { destination } = account;
  if (destination !== undefined && body.destination !== destination) return 'wrong_destination';
  if (body.isAgain) account.again?.();
  const events = body.events.flatMap((event) => inbound(event) ?? []);
  const ended = await Promise.allSettled(events.map((event) => deliver(account, event, storeMilliseconds)));
  const failures = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const error of failures) noteFailure(log, account.agencyId, error);
  if (failures.length > 0) return 'failed';
  return body.malformed > 0 ? 'bad_shape' : 'done';
}
