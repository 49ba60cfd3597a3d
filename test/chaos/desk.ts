// Staff at the console: signed in, and pressing again what got no answer.
import { newSession } from '../../bot/staff/session.ts';
import { Stuck } from '../faults/phone.ts';
import type { Answered } from './inject.ts';
import type { World } from './world.ts';

const MOST_STEPS = 30;
/** Somebody in a hurry: a commit that fails and lands late can land after what they do next. */
const WAIT_MILLISECONDS = 250;
const SIGNED_OUT = 401;

export interface Desk {
  world: World;
  staffId: string;
  /** One call of the staff's API; undefined where the program died of it. */
  ask(method: string, path: string, body?: object): Promise<Answered | undefined>;
}

const isOctets = (body: object): body is Uint8Array => body instanceof Uint8Array;

/**
 * Somebody of the staff, who signs in, and again where they are asked to: a session is written beside the program, so
 * that it can be what a crash in the middle of a write cuts off.
 */
export async function deskOf(world: World, staffId: string): Promise<Desk> {
  async function signIn(): Promise<string> {
    const { ground } = await world.someInstance();
    const { bearer, write } = newSession({ ...ground, documents: world.store() }, staffId, world.time.now());
    await world.store().commit([write]);
    return bearer;
  }

  let bearer = await signIn();
  return {
    world,
    staffId,
    async ask(method, path, body) {
      const instance = await world.someInstance();
      const type = body !== undefined && isOctets(body) ? 'application/octet-stream' : 'application/json';
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': type };
      const sent = body === undefined || isOctets(body) ? body : JSON.stringify(body);
      const given = sent === undefined ? {} : { body: sent };
      const answer = await instance.call({ method, path: `/api/staff${path}`, headers, ...given });
      if (answer?.status !== SIGNED_OUT) return answer;
      bearer = await signIn();
      return undefined;
    },
  };
}

const isAnswered = (answer: Answered | undefined): answer is Answered =>
  answer !== undefined && answer.status < 500;

/** Asks until there is an answer, always the same. @throws Stuck */
export async function insist(
  { time }: World,
  what: string,
  ask: () => Promise<Answered | undefined>,
): Promise<Answered> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const answer = await ask();
    if (isAnswered(answer)) return answer;
    await time.sleep(WAIT_MILLISECONDS);
  }
  throw new Stuck(`${what}: no answer`);
}

/** A page of the console, as it is now. @throws Stuck */
export async function page<Seen>(
  { world, ask }: Desk,
  path: string,
  schema: { parse(json: unknown): Seen },
): Promise<Seen> {
  const answer = await insist(world, path, () => ask('GET', path));
  if (answer.status !== 200) throw new Stuck(`${path}: ${answer.status} ${answer.body}`);
  return schema.parse(JSON.parse(answer.body));
}

/**
 * Presses a button until the page shows that it is done: what got no answer is pressed again as it was, after every
 * answer the page is looked at anew. Gives what is seen then. @throws Stuck
 */
export async function press<Seen>(
  { world }: Desk,
  what: string,
  look: () => Promise<Seen>,
  { isDone, send }: { isDone(seen: Seen): boolean; send(seen: Seen): Promise<Answered | undefined> },
): Promise<Seen> {
  const heard: string[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const seen = await look();
    if (isDone(seen)) return seen;
    const answer = await insist(world, what, () => send(seen));
    heard.push(`${answer.status} ${answer.status === 200 ? '' : answer.body}`);
  }
  throw new Stuck(`${what}: not done\n${heard.join('\n')}`);
}
