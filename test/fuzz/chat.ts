import { createHash, randomBytes } from 'node:crypto';
import type { Oracle } from './oracle.ts';
import type { Stage } from './stage.ts';
import { asked } from './target.ts';
import { around, bodyOf, signed } from './webhooks.ts';

/** Somebody at their phone. */
export interface Phone {
  /** Does one thing, in LINE's words; resolves to what is wrong with how that was answered. */
  does(doing: object): Promise<string | undefined>;
  /** Data of all buttons of the last answer. */
  buttons(): string[];
}

function dataIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('data' in value && 'type' in value && value.type === 'postback') return [String(value.data)];
  return Object.values(value).flatMap(dataIn);
}

export function phoneOf(stage: Stage, oracle: Oracle): Phone {
  const { replyTokens, people, chats, wrongMessages } = stage.simulator.platform;
  const userId = `U${createHash('md5').update(randomBytes(16)).digest('hex')}`;
  people.set(userId, { userId, name: 'ยายบัว', role: 'resident', blocked: false });
  chats.set(userId, []);
  return {
    async does(doing) {
      const token = randomBytes(16).toString('hex');
      replyTokens.issue(token, userId);
      const event = { ...around(userId, token), ...doing };
      const fault = await asked(stage, oracle, signed(stage, JSON.stringify(bodyOf(stage, [event]))));
      if (fault !== undefined) return fault;
      const wrong = wrongMessages[0];
      return wrong === undefined ? undefined : `LINE would not take what was said: ${JSON.stringify(wrong)}`;
    },
    buttons: () => dataIn((chats.get(userId) ?? []).filter(({ from }) => from === 'bot').slice(-2)),
  };
}
