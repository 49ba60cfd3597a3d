import { randomBytes } from 'node:crypto';
import { makeReceipt } from '../../domain/receipt/receipt.ts';
import { fetchKeys } from '../../liff/worker/api.ts';
import { type Door, derive } from '../../liff/worker/door.ts';
import { tipFollower } from '../../liff/worker/follow-tip.ts';
import type { TipToSend } from '../../liff/worker/seal-tip.ts';
import { tipSender } from '../../liff/worker/send-tip.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';

/** One request of the form's as it left, and the status it got; 0 where no answer came. */
export interface Exchange {
  path: string;
  method: string;
  body: Uint8Array;
  status: number;
}

/** What the form's worker does, over real HTTP; `lose` decides which requests and answers never arrive.
 * `host`: whose pages it is at, where several agencies share the address. */
export function visitor(url: string, host?: string) {
  const exchanges: Exchange[] = [];
  const side = { lose: (_exchange: Exchange): 'request' | 'answer' | undefined => undefined };
  const door: Door = {
    scrypt: scryptNode,
    random: (octets) => new Uint8Array(randomBytes(octets)),
    fetching: async (path, init) => {
      const sent = new Request(`${url}${path}`, { ...init, cache: 'default' });
      if (host !== undefined) sent.headers.set('x-forwarded-host', host);
      // Client and server may share a thread: a connection must not be given up while the other works.
      sent.headers.set('connection', 'close');
      const body = new Uint8Array(await sent.clone().arrayBuffer());
      const exchange: Exchange = { path, method: sent.method, body, status: 0 };
      exchanges.push(exchange);
      const lost = side.lose(exchange);
      if (lost === 'request') throw new TypeError('the connection is gone');
      const response = await fetch(sent);
      if (lost === 'answer') throw new TypeError('the connection is gone');
      exchange.status = response.status;
      return response;
    },
  };
  return {
    door,
    exchanges,
    side,
    send: tipSender(door),
    follower: tipFollower(door),
    keys: () => fetchKeys(door.fetching),
    derive: async (digits: string) => derive(door, await fetchKeys(door.fetching), digits),
  };
}

export type Visitor = ReturnType<typeof visitor>;

export const someReceipt = (): string => makeReceipt(new Uint8Array(randomBytes(16)));

/** A tip about the education unit, which the second demo integrity officer sits in. */
export const someTip = (more: Partial<TipToSend> = {}): TipToSend => ({
  receipt: someReceipt(),
  office: 'education',
  kind: 'bribe',
  texts: ['ครูเวรเรียกเงินค่านมโรงเรียน', 'เมื่อวันจันทร์ที่ผ่านมา'],
  photos: [],
  ...more,
});
