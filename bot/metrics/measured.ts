/** What an agency is made of, measured on the way through. Each passes everything on as it is. */
import type { ChatEvent, Input } from '../../domain/conversation/event.ts';
import type { Scrypt } from '../../sealing/derive-receipt.ts';
import type { Delivery } from '../delivery/deliver.ts';
import type { Conversation } from '../delivery/parts.ts';
import type { LineApi, Sent } from '../line/api.ts';
import type { Documents } from '../store/documents.ts';
import { note } from './durations.ts';
import { classOf, type EventKind, type JobName, type Metrics, type StoreCall } from './metrics.ts';

function kindOf({ type }: Input): EventKind {
  switch (type) {
    case 'button':
      return 'postback';
    case 'follow':
    case 'unsend':
      return type;
    case 'text':
    case 'photo':
    case 'voice':
    case 'unsupported':
    case 'place':
    case 'sticker':
      return 'message';
  }
}

export function measuredDelivery(delivery: Delivery, metrics: Metrics): Delivery {
  const { events, eventSeconds } = metrics;
  async function measured(kind: EventKind, work: () => Promise<void>): Promise<void> {
    const began = performance.now();
    events[kind] += 1;
    try {
      await work();
    } catch (error) {
      metrics.eventsFailed += 1;
      throw error;
    } finally {
      note(eventSeconds, performance.now() - began);
    }
  }
  return {
    chat: (userId, token, event: ChatEvent, milliseconds) =>
      measured(kindOf(event.input), () => delivery.chat(userId, token, event, milliseconds)),
    group: (event, token, milliseconds) =>
      measured('group', () => delivery.group(event, token, milliseconds)),
    idle: delivery.idle,
  };
}

/** One time an event that is decided, however many facts it wanted first. */
export function measuredConversation(conversation: Conversation, { stepSeconds }: Metrics): Conversation {
  return {
    ...conversation,
    step(session, event, turn) {
      const began = performance.now();
      const decision = conversation.step(session, event, turn);
      if ('decided' in decision) note(stepSeconds, performance.now() - began);
      return decision;
    },
  };
}

export function measuredDocuments(documents: Documents, { store }: Metrics): Documents {
  function measured<T>(call: StoreCall, answer: Promise<T>): Promise<T> {
    const began = performance.now();
    const { outcomes, seconds } = store[call];
    const ended = (): void => note(seconds, performance.now() - began);
    answer.then(
      (value) => {
        ended();
        const isRefused = typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
        outcomes[isRefused ? 'refused' : 'ok'] += 1;
      },
      () => {
        ended();
        outcomes.unavailable += 1;
      },
    );
    return answer;
  }
  return {
    read: (path) => measured('read', documents.read(path)),
    readMany: (paths) => measured('read', documents.readMany(paths)),
    query: (query) => measured('query', documents.query(query)),
    commit: (writes) => measured('commit', documents.commit(writes)),
  };
}

const statusOf = (sent: Sent): number | undefined =>
  sent.ok ? 200 : sent.failure === 'refused' ? sent.status : undefined;

/** A message of the outbox was sent, or LINE did not take it. Not to be told of one about tips alone. */
export function notePush(metrics: Metrics, sent: Sent): void {
  metrics.line.push[classOf(statusOf(sent))] += 1;
  if (sent.ok) metrics.outboxSent += 1;
}

/**
 * Replies, pushes after a reply that failed, and content. Not what the outbox pushes ({@link notePush}), nor what LINE
 * is asked about the account and its quota: some of that is asked where a tip begins or is alerted.
 */
export function measuredLine(line: LineApi, { line: calls }: Metrics): LineApi {
  return {
    ...line,
    async reply(token, messages) {
      const sent = await line.reply(token, messages);
      calls.reply[classOf(statusOf(sent))] += 1;
      return sent;
    },
    async push(to, messages, retryKey) {
      const sent = await line.push(to, messages, retryKey);
      calls.push[classOf(statusOf(sent))] += 1;
      return sent;
    },
    async content(messageId) {
      try {
        const content = await line.content(messageId);
        calls.content[content === 'gone' ? '4xx' : '2xx'] += 1;
        return content;
      } catch (error) {
        calls.content.none += 1;
        throw error;
      }
    },
  };
}

/** LINE's answers about an account's quota. */
export function learningQuota(line: LineApi, agencyId: string, { quota }: Metrics): LineApi {
  return {
    ...line,
    async quota() {
      const told = await line.quota();
      if (told !== undefined) quota.learn(agencyId, told);
      return told;
    },
  };
}

export function measuredScrypt(scrypt: Scrypt, { receipts }: Metrics): Scrypt {
  return async (password, salt, cost) => {
    receipts.underWay += 1;
    try {
      return await scrypt(password, salt, cost);
    } finally {
      receipts.underWay -= 1;
      receipts.derived += 1;
    }
  };
}

/** Work that is done again and again. */
export function measuredJob(metrics: Metrics, name: JobName, work: () => Promise<void>): () => Promise<void> {
  const job = metrics.jobs[name];
  return async () => {
    const began = performance.now();
    job.runs += 1;
    try {
      await work();
    } catch (error) {
      job.failures += 1;
      throw error;
    } finally {
      note(job.seconds, performance.now() - began);
    }
  };
}
