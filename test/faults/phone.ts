import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Button, readButton } from '../../domain/conversation/button.ts';
import type { ControlClient } from '../../simulator/client.ts';
import type { ChatMessage, Platform } from '../../simulator/platform.ts';

/** LINE as phones see it. */
export interface Phones {
  platform: Platform;
  client: Pick<ControlClient, 'addPerson' | 'send' | 'sendText' | 'sendMedia' | 'postback' | 'unsend'>;
}

/** Something to tap, as it stands in the chat: what the phone sends back, and where in the conversation it belongs. */
export interface Tap extends Button {
  data: string;
  displayText?: string;
}

/** One message of the account's: all its words, and what can be tapped. */
export interface Shown {
  words: string;
  taps: Tap[];
}

/** What the conversation waits for, as far as the chat shows it. */
export interface Question {
  at: string;
  words: string;
  taps: Tap[];
}

/** Nothing that a person does leads on any more. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

const Postback = z.object({
  type: z.literal('postback'),
  data: z.string(),
  displayText: z.string().optional(),
});
const Text = z.object({ type: z.literal('text'), text: z.string() });

const STANDING = ['menu', 'case', 'mine'];
const MOST_REPEATS = 15;
/** An answer is read before anything is done; one that was late may come meanwhile. */
const READING_MILLISECONDS = 40;

function read(part: unknown, words: string[], taps: Tap[]): void {
  if (Array.isArray(part)) for (const one of part) read(one, words, taps);
  if (typeof part !== 'object' || part === null) return;
  const text = Text.safeParse(part);
  if (text.success) words.push(text.data.text);
  const postback = Postback.safeParse(part);
  if (postback.success) {
    const button = readButton(postback.data.data);
    const { displayText } = postback.data;
    if (button === undefined) throw new Error('a button of the bot that it would not read itself');
    taps.push({
      ...button,
      data: postback.data.data,
      ...(displayText === undefined ? {} : { displayText }),
    });
  }
  for (const one of Object.values(part)) read(one, words, taps);
}

const shownCache = new WeakMap<ChatMessage, Shown>();

function shownOf(message: ChatMessage): Shown {
  const known = shownCache.get(message);
  if (known !== undefined) return known;
  const words: string[] = [];
  const taps: Tap[] = [];
  read(message.message, words, taps);
  const shown = { words: words.join('\n'), taps };
  shownCache.set(message, shown);
  return shown;
}

/** Tells whoever waits for it that something new stands in a chat. */
export function watchChats({ platform }: Pick<Phones, 'platform'>) {
  const waiting = new Map<string, () => void>();
  platform.changes.subscribe(({ chatId }) => {
    if (chatId !== undefined) waiting.get(chatId)?.();
  });
  return {
    /** Resolves to `look()` once it is true, or to false after so long. */
    until(chatId: string, look: () => boolean, milliseconds: number): Promise<boolean> {
      if (look()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (seen: boolean): void => {
          clearTimeout(timer);
          waiting.delete(chatId);
          resolve(seen);
        };
        const timer = setTimeout(() => end(false), milliseconds);
        waiting.set(chatId, () => {
          if (look()) end(true);
        });
      });
    },
  };
}

export type Watch = ReturnType<typeof watchChats>;
export type Phone = ReturnType<typeof phoneOf>;

/**
 * A phone: shows the chat, and does again what got no answer, as its owner would, each time after `patience()`
 * milliseconds.
 */
export function phoneOf(
  { client, platform }: Phones,
  watch: Watch,
  userId: string,
  patience: () => number,
  mostRepeats = MOST_REPEATS,
) {
  const counts = { actions: 0, repeats: 0 };
  let care = 1;
  const chat = (): readonly ChatMessage[] => platform.chats.get(userId) ?? [];
  const fromBot = (from = 0): Shown[] =>
    chat()
      .slice(from)
      .filter((message) => message.from === 'bot')
      .map(shownOf);
  const heard = (from: number): string =>
    fromBot(from)
      .map(({ words }) => words)
      .join('\n');
  const answers = (): number => chat().reduce((sum, { from }) => sum + Number(from === 'bot'), 0);

  async function untilAnswered<T>(act: () => Promise<T>): Promise<T[]> {
    const done: T[] = [];
    for (let tries = 0; tries < mostRepeats; tries += 1) {
      const before = answers();
      counts.actions += 1;
      counts.repeats += Number(tries > 0);
      done.push(await act());
      if (await watch.until(userId, () => answers() > before, patience() * care)) {
        await pause(READING_MILLISECONDS * care ** 2);
        return done;
      }
    }
    throw new Stuck(`no answer after ${mostRepeats} tries; last shown: ${fromBot().at(-1)?.words}`);
  }

  return {
    userId,
    counts,
    /**
     * Waits longer for answers, and reads longer what comes late, the more steps somebody has taken in vain: on a
     * busy machine answers take longer than people wait, who then act on what they were told before.
     */
    takesCare(steps: number): void {
      care = 1 + steps / 10;
    },
    /** How many messages the chat holds: a mark to look on from. */
    mark: (): number => chat().length,
    /** All that the account said, from a mark on. */
    heard,
    shown: fromBot,
    /** The whole chat, in short, for whoever must find out what went wrong. */
    story: (): string =>
      chat()
        .map((message) =>
          message.from === 'bot'
            ? `< ${shownOf(message).words.slice(0, 60).replaceAll('\n', ' ')} [${shownOf(message)
                .taps.map(({ at, choice }) => `${at}|${choice}`)
                .join(' ')
                .slice(0, 160)}]`
            : `> ${JSON.stringify(message.message).slice(0, 90)} ${message.delivered}`,
        )
        .join('\n'),
    /** What was last asked; undefined where the chat is at the menu, or nowhere. */
    question(): Question | undefined {
      const last = fromBot().findLast(({ taps }) => taps.some(({ at }) => at !== 'case' && at !== 'mine'));
      const open = last?.taps.filter(({ at }) => !STANDING.includes(at)) ?? [];
      const [first] = open;
      if (last === undefined || first === undefined) return undefined;
      return { at: first.at, words: last.words, taps: open };
    },
    /** Everything that could ever be tapped in this chat. */
    everTapped: (): Tap[] => fromBot().flatMap(({ taps }) => taps),
    wasDelivered: (messageId: string): boolean => platform.messages.get(messageId)?.delivered === 'delivered',
    /** The ids of the messages it took, one or more. */
    says: (words: string): Promise<string[]> => untilAnswered(() => client.sendText(userId, words)),
    async taps({ data, displayText }: Pick<Tap, 'data' | 'displayText'>): Promise<void> {
      const postback = { data, ...(displayText === undefined ? {} : { displayText }) };
      await untilAnswered(() => client.postback(userId, postback));
    },
    sends: (type: 'image' | 'audio', content: Uint8Array): Promise<string[]> =>
      untilAnswered(() =>
        client.sendMedia(userId, { type, content, ...(type === 'audio' ? { duration: 3000 } : {}) }),
      ),
    place: (title: string): Promise<string[]> =>
      untilAnswered(() => client.send(userId, { type: 'location', title, latitude: 14.9, longitude: 104.3 })),
    /** No answer comes: LINE gives none to a message taken back. */
    unsends: (messageId: string): Promise<void> => client.unsend(userId, messageId),
    /** Waits until the account has said this since a mark; false when it did not. */
    hears: (from: number, words: string, milliseconds: number): Promise<boolean> =>
      watch.until(userId, () => heard(from).includes(words), milliseconds),
    /** Waits a while for the account's first words. */
    isWelcomed: (): Promise<boolean> => watch.until(userId, () => answers() > 0, patience()),
  };
}
