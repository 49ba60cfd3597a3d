import { z } from 'zod';

/** An alert that was given up; `to` is a name where there is one. */
export const DeadAlert = z.object({
  id: z.string(),
  what: z.enum(['case', 'morning', 'step', 'reporter']),
  to: z.enum(['staff', 'group', 'reporter']),
  name: z.string().optional(),
  since: z.iso.datetime(),
  attempts: z.int(),
});
export type DeadAlert = z.infer<typeof DeadAlert>;

/** Who can read tips. */
export const TipKeys = z.object({
  /** Integrity officers with a key. */
  readers: z.int(),
  /** Offices of which nobody is left to read a tip about them; labels. */
  unread: z.array(z.string()),
  recovery: z.enum(['none', 'unconfirmed', 'confirmed']),
});
export type TipKeys = z.infer<typeof TipKeys>;

/** Messages of this month; no limit where the plan has none. */
const Quota = z.object({ used: z.int(), limit: z.int().optional() });

/** `GET /health`. Instants are ISO; what could not be learnt is absent. Alerts of tips are in no number here. */
export const HealthAnswer = z.object({
  now: z.iso.datetime(),
  lastWebhook: z.iso.datetime().optional(),
  /** Alerts that are due and not sent; `since` is when the oldest was due. */
  waiting: z.object({ count: z.int(), more: z.boolean(), since: z.iso.datetime().optional() }),
  dead: z.object({ alerts: z.array(DeadAlert), more: z.boolean() }),
  quota: Quota.optional(),
  chatMode: z.enum(['bot', 'chat', 'unknown']),
  tips: TipKeys,
  store: z.enum(['embedded', 'emulator', 'project']),
  admins: z.int(),
  /** Categories whose person is nobody on the staff; labels. */
  unheard: z.array(z.string()),
  officers: z.int(),
  canSignIn: z.boolean(),
  /** When tallies were last held against what they count, and how many counters were mended when some last differed. */
  tallies: z.object({
    at: z.iso.datetime().optional(),
    mended: z
      .object({
        at: z.iso.datetime(),
        counters: z.int(),
        some: z.array(z.object({ key: z.string(), counter: z.string(), was: z.number(), is: z.number() })),
      })
      .optional(),
  }),
});
export type HealthAnswer = z.infer<typeof HealthAnswer>;

export const HealthLine = z.enum([
  'webhook',
  'chatMode',
  'quota',
  'waiting',
  'dead',
  'tipReaders',
  'tipOffices',
  'recovery',
  'admins',
  'categories',
  'signIn',
  'store',
  'tallies',
  'clock',
]);
export type HealthLine = z.infer<typeof HealthLine>;

/** `look`: it works, and something should be done; `bad`: somebody is not reached, or not safe. */
export type Judged = { line: HealthLine; state: 'fine' | 'look' | 'bad' | 'unknown' };

const HOUR = 3_600_000;
const QUIET_WEBHOOK = 7 * 24 * HOUR;
const LATE_ALERT = HOUR / 4;
const SKEW = 2 * 60_000;
const LOW_SHARE = 0.1;
const LOW_MESSAGES = 20;

/** How what is known stands. */
type Known = Exclude<Judged['state'], 'unknown'>;

export function quotaState({ used, limit }: z.infer<typeof Quota>): Known {
  if (limit === undefined) return 'fine';
  const left = limit - used;
  if (left <= 0) return 'bad';
  return left < Math.max(LOW_MESSAGES, limit * LOW_SHARE) ? 'look' : 'fine';
}

/** `chat`: the account's admins read residents' chats. */
export const chatModeState = (mode: 'bot' | 'chat'): Known => (mode === 'bot' ? 'fine' : 'bad');

/** One reader alone reads nothing about their own office. */
export function readersState(readers: number): Known {
  if (readers === 0) return 'bad';
  return readers === 1 ? 'look' : 'fine';
}

export const recoveryState = (recovery: TipKeys['recovery']): Known =>
  recovery === 'confirmed' ? 'fine' : 'look';

/** Whether a clock is so wrong that signing in may fail; milliseconds. */
export const isSkewed = (aheadMs: number): boolean => Math.abs(aheadMs) > SKEW;

function webhookState({ lastWebhook }: HealthAnswer, now: number): Judged['state'] {
  if (lastWebhook === undefined) return 'look';
  return now - Date.parse(lastWebhook) > QUIET_WEBHOOK ? 'look' : 'fine';
}

function waitingState({ waiting: { since } }: HealthAnswer, now: number): Judged['state'] {
  return since !== undefined && now - Date.parse(since) > LATE_ALERT ? 'bad' : 'fine';
}

/** `look` where they were not held against each other for days, or did not agree within the last ones. */
function talliesState({ tallies: { at, mended } }: HealthAnswer, now: number): Judged['state'] {
  if (at === undefined) return 'unknown';
  const isOld = now - Date.parse(at) > 3 * 24 * HOUR;
  const differed = mended !== undefined && now - Date.parse(mended.at) < 7 * 24 * HOUR;
  return isOld || differed ? 'look' : 'fine';
}

/** How many milliseconds this browser's clock is ahead of the server's. */
export const skewOf = ({ now }: HealthAnswer, here: number): number => here - Date.parse(now);

/** Every line with its state; `here` is the browser's time, milliseconds since the epoch. */
export function judgeHealth(answer: HealthAnswer, here: number): Judged[] {
  const now = Date.parse(answer.now);
  const { tips, chatMode, quota, dead, admins, unheard, officers, canSignIn } = answer;
  const states: Record<HealthLine, Judged['state']> = {
    webhook: webhookState(answer, now),
    chatMode: chatMode === 'unknown' ? 'unknown' : chatModeState(chatMode),
    quota: quota === undefined ? 'unknown' : quotaState(quota),
    waiting: waitingState(answer, now),
    dead: dead.alerts.length === 0 ? 'fine' : 'bad',
    tipReaders: readersState(tips.readers),
    tipOffices: tips.unread.length === 0 ? 'fine' : 'look',
    recovery: recoveryState(tips.recovery),
    admins: admins < 2 ? 'look' : 'fine',
    categories: officers === 0 ? 'bad' : unheard.length > 0 ? 'look' : 'fine',
    signIn: canSignIn ? 'fine' : 'look',
    store: answer.store === 'emulator' ? 'look' : 'fine',
    tallies: talliesState(answer, now),
    clock: isSkewed(skewOf(answer, here)) ? 'look' : 'fine',
  };
  return HealthLine.options.map((line) => ({ line, state: states[line] }));
}
