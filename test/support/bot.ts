import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { messagingApi } from '@line/bot-sdk';
import { loadAgency } from '../../bot/agency/loaded.ts';
import { type DemoKeys, seedAgency } from '../../bot/agency/seed.ts';
import { createDelivery } from '../../bot/delivery/deliver.ts';
import type { Conversation } from '../../bot/delivery/parts.ts';
import { formsRouter } from '../../bot/forms/router.ts';
import type { Sent } from '../../bot/line/api.ts';
import { render } from '../../bot/line/render.ts';
import { createLog } from '../../bot/log/log.ts';
import { cleanMedia } from '../../bot/media/clean.ts';
import { openMetrics } from '../../bot/metrics/metrics.ts';
import type { ChatMode } from '../../bot/records/ground.ts';
import { openGround } from '../../bot/records/open-ground.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { countedDocuments } from '../../bot/store/counted-documents.ts';
import type { Documents } from '../../bot/store/documents.ts';
import { createApp } from '../../bot/webhook/app.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { stepGroup } from '../../domain/conversation/group.ts';
import type { Reply } from '../../domain/conversation/reply.ts';
import { again, step, wantsMedia } from '../../domain/conversation/step.ts';
import { validateMessages } from '../../simulator/line-rules/messages.ts';
import type { Problem } from '../../simulator/line-rules/rules.ts';
import { openTestStore } from './store.ts';
import { type Doing, eventOf, postWebhook } from './webhook.ts';

const SECRET = 'a-channel-secret';
const MOST_REDELIVERIES = 10;
const secrets = openSecrets(new Uint8Array(randomBytes(32)));
/** The secrets of the agency that test bots serve. */
export const testSecrets = secrets.forAgency('khoen');

/** What the bot answered, in order: the words of its bubbles and the data of their buttons. */
export interface Answer {
  by: 'reply' | 'push';
  to: string;
  retryKey?: string;
  replies: Reply[];
}

/** LINE's side as a test sets it: what becomes of calls, what a photo is. */
export interface LineSide {
  answers: Answer[];
  replying: () => Promise<Sent>;
  contents: Map<string, Uint8Array>;
  chatMode: ChatMode;
}

export interface SeededStore {
  documents: Documents;
  keys: DemoKeys;
  close(): Promise<void>;
}

/** A fresh store that holds อบต.เขิน with its demo staff, or those of them that are given. */
export async function openSeededStore(
  demo = demoStaff,
  options: { deadlineMs?: number } = {},
): Promise<SeededStore> {
  const { documents, close } = await openTestStore(options);
  const agency = khoen(randomBytes(16).toString('base64'));
  const keys = await seedAgency(documents, { agency, survey: khoenSurvey, demo });
  return { documents, keys: keys ?? {}, close };
}

const realConversation: Conversation = { step, again, wantsMedia, stepGroup };

export type TestBot = Awaited<ReturnType<typeof startTestBot>>;

/** The real application over `documents` on loopback, with LINE's side in the test's hands. */
export async function startTestBot(
  documents: Documents,
  {
    conversation = realConversation,
    bootstrapCode,
  }: { conversation?: Conversation; bootstrapCode?: string } = {},
) {
  const counted = countedDocuments(documents);
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => lines.push(line) });
  const line: LineSide = {
    answers: [],
    replying: async () => ({ ok: true }),
    contents: new Map(),
    chatMode: 'bot',
  };
  const clock = { now: () => Date.now() };
  const loaded = await loadAgency(documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const wrong: Problem[] = [];
  const rendered = new WeakMap<messagingApi.Message[], Reply[]>();
  const take = (by: Answer['by'], to: string, messages: messagingApi.Message[], more: Partial<Answer> = {}) =>
    line.answers.push({ by, to, replies: rendered.get(messages) ?? [], ...more });
  const ground = openGround({
    agencyId: 'khoen',
    documents: counted,
    secrets,
    clock: () => clock.now(),
    chatMode: async () => line.chatMode,
    bootstrapCode,
  });
  const delivery = createDelivery({
    ground,
    current: loaded.current,
    conversation,
    line: {
      reply: async (token, messages) => {
        const sent = await line.replying();
        if (sent.ok) take('reply', token, messages);
        return sent;
      },
      push: async (to, messages, retryKey) => {
        take('push', to, messages, { retryKey });
        return { ok: true };
      },
    },
    media: { content: async (id) => line.contents.get(id) ?? 'gone', clean: cleanMedia },
    render: (replies, look): messagingApi.Message[] => {
      const messages = render(replies, look);
      if (replies.length > 0) wrong.push(...validateMessages(messages));
      rendered.set(messages, [...replies]);
      return messages;
    },
    clock: () => clock.now(),
    publicUrl: 'http://localhost',
    kick: () => undefined,
    reload: () => void loaded.refresh(),
    log,
  });
  const account = { agencyId: 'khoen', channelSecret: SECRET, delivery };
  const served = {
    account,
    publicUrl: 'http://localhost',
    heard: () => undefined,
    router: formsRouter({ ground, current: loaded.current, clock: () => clock.now(), log }),
  };
  const app = createApp({
    byId: async (id = 'khoen') => (id === 'khoen' ? served : undefined),
    byHost: async () => served,
    publicUrl: served.publicUrl,
    ready: async () => true,
    metrics: openMetrics(Math.random),
    log,
  });
  const server = createServer(app);
  // Client and server share a thread here: while one works, the other must not give a connection up.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const webhook = `${url}/webhook`;
  const sendEvents = async (...events: unknown[]) => {
    const answer = await postWebhook(webhook, SECRET, JSON.stringify({ destination: 'U0', events }));
    if (wrong.length > 0) throw new Error(`LINE would not take what the bot said: ${JSON.stringify(wrong)}`);
    return answer;
  };
  return {
    url,
    webhook,
    secret: SECRET,
    line,
    clock,
    lines,
    counts: counted.counts,
    /** Sends events as LINE would; what the bot answers is held against LINE's own limits. */
    send: sendEvents,
    /** One person does one thing; LINE delivers it again where it was not taken. Resolves to the replies to it. */
    async does(userId: string, doing: Doing): Promise<Reply[]> {
      const event = eventOf(userId, doing);
      let { status } = await sendEvents(event);
      for (let times = 0; status === 500 && times < MOST_REDELIVERIES; times += 1) {
        ({ status } = await sendEvents({ ...event, deliveryContext: { isRedelivery: true } }));
      }
      if (status !== 200) throw new Error(`the webhook answered ${status}`);
      return line.answers.findLast(({ to }) => to === event.replyToken)?.replies ?? [];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
