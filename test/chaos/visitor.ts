// Somebody at the agency's pages in a browser, without LINE: what the page's worker does.
import { randomBytes } from 'node:crypto';
import type { Door } from '../../liff/worker/door.ts';
import { NotDone } from '../../liff/worker/not-done.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';
import { Stuck } from '../faults/phone.ts';
import type { World } from './world.ts';

const MOST_STEPS = 30;
const WAIT_MILLISECONDS = 250;

/** A browser whose requests reach the program in this process; a connection breaks where the program dies. */
export const doorTo = (world: World): Door => ({
  scrypt: scryptNode,
  random: (octets) => new Uint8Array(randomBytes(octets)),
  async fetching(path, init) {
    const sent = new Request(`http://bot.invalid${path}`, { ...init, cache: 'default' });
    const body = new Uint8Array(await sent.arrayBuffer());
    const instance = await world.someInstance();
    const answer = await instance.call({
      method: sent.method,
      path,
      headers: Object.fromEntries(sent.headers),
      ...(body.length === 0 ? {} : { body }),
    });
    if (answer === undefined) throw new TypeError('the connection is gone');
    return new Response(answer.body, { status: answer.status });
  },
});

/** Presses a button of the page again as long as the page says that it was not done. @throws Stuck */
export async function again<Done>({ time }: World, what: string, press: () => Promise<Done>): Promise<Done> {
  const heard: string[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    try {
      return await press();
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      heard.push(error.why);
      await time.sleep(WAIT_MILLISECONDS);
    }
  }
  throw new Stuck(`${what}: ${heard.join()}`);
}
