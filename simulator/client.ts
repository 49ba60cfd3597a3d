import { z } from 'zod';
import {
  burstSentSchema,
  type ChannelChange,
  type ChatView,
  chatSchema,
  controlErrorSchema,
  type FaultsChange,
  type GroupView,
  groupSchema,
  idleSchema,
  type MediaType,
  type MessageToSend,
  type PersonView,
  type Postback,
  personSchema,
  type Role,
  type StateView,
  sentSchema,
  stateSchema,
} from './contract.ts';

/** The control API refused: `code` is for branching, `message` for reading. */
export class ControlError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
    this.code = code;
  }
}

function refusal(status: number, answer: unknown): ControlError {
  const { error } = controlErrorSchema.parse(answer);
  return new ControlError(status, error.code, error.message);
}

type Media = { type: MediaType; content: Uint8Array; duration?: number; as?: string; fileName?: string };

/**
 * What a test does with the phones: every method is one call of the control API.
 * @throws ControlError when the call is refused
 */
export type ControlClient = ReturnType<typeof createControlClient>;

export function createControlClient(url: string) {
  async function call<T extends z.ZodType>(
    schema: T,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.output<T>> {
    const octets = body instanceof Uint8Array;
    const response = await fetch(`${url}/sim${path}`, {
      method,
      ...(body === undefined ? {} : { body: octets ? Buffer.from(body) : JSON.stringify(body) }),
      headers: { 'content-type': octets ? 'application/octet-stream' : 'application/json' },
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw refusal(response.status, answer);
    return schema.parse(answer);
  }
  const done = z.object({});
  const chat = (chatId: string) => `/chats/${encodeURIComponent(chatId)}`;
  const sender = (as?: string) => (as === undefined ? {} : { as });

  return {
    state: (since?: number): Promise<StateView> =>
      call(stateSchema, 'GET', since === undefined ? '/state' : `/state?since=${since}`),
    chat: (chatId: string): Promise<ChatView> => call(chatSchema, 'GET', chat(chatId)),
    addPerson: (name: string, role: Role = 'resident'): Promise<PersonView> =>
      call(personSchema, 'POST', '/people', { name, role }),
    follow: (userId: string): Promise<PersonView> => call(personSchema, 'POST', `/people/${userId}/follow`),
    unfollow: (userId: string): Promise<PersonView> =>
      call(personSchema, 'POST', `/people/${userId}/unfollow`),
    addGroup: (name: string, members: string[]): Promise<GroupView> =>
      call(groupSchema, 'POST', '/groups', { name, members }),
    addMembers: (groupId: string, userIds: string[]): Promise<GroupView> =>
      call(groupSchema, 'POST', `/groups/${groupId}/members`, { userIds }),
    /** Takes the bot out of the group. */
    removeBot: async (groupId: string): Promise<void> => {
      await call(done, 'POST', `/groups/${groupId}/remove-bot`);
    },
    send: async (chatId: string, message: MessageToSend, as?: string): Promise<string> =>
      (await call(z.object({ id: z.string() }), 'POST', `${chat(chatId)}/send`, { ...sender(as), message }))
        .id,
    sendText: async (chatId: string, text: string, as?: string): Promise<string> =>
      (
        await call(z.object({ id: z.string() }), 'POST', `${chat(chatId)}/send`, {
          ...sender(as),
          message: { type: 'text', text },
        })
      ).id,
    sendMedia: async (chatId: string, media: Media): Promise<string> => {
      const query = new URLSearchParams({ type: media.type, ...sender(media.as) });
      if (media.duration !== undefined) query.set('duration', String(media.duration));
      if (media.fileName !== undefined) query.set('fileName', media.fileName);
      const path = `${chat(chatId)}/media?${query}`;
      return (await call(z.object({ id: z.string() }), 'POST', path, media.content)).id;
    },
    /** Presses a button. Returns the id of the words it put into the chat, or null. */
    postback: async (chatId: string, postback: Postback): Promise<string | null> =>
      (await call(sentSchema, 'POST', `${chat(chatId)}/postback`, postback)).id,
    unsend: async (chatId: string, messageId: string): Promise<void> => {
      await call(done, 'POST', `${chat(chatId)}/unsend`, { messageId });
    },
    burst: async (chatId: string, messages: MessageToSend[], as?: string): Promise<string[]> =>
      (await call(burstSentSchema, 'POST', `${chat(chatId)}/burst`, { ...sender(as), messages })).ids,
    setFaults: async (change: FaultsChange): Promise<void> => {
      await call(done, 'PUT', '/faults', change);
    },
    setChannel: async (change: ChannelChange): Promise<void> => {
      await call(done, 'PUT', '/channel', change);
    },
    reset: async (): Promise<void> => {
      await call(done, 'POST', '/reset');
    },
    /** Waits until no webhook is in flight or waiting; false when that took more than 30 s. */
    idle: async (): Promise<boolean> => (await call(idleSchema, 'GET', '/idle')).idle,
    content: async (messageId: string): Promise<Uint8Array> => {
      const response = await fetch(`${url}/sim/contents/${messageId}`);
      if (!response.ok) throw refusal(response.status, await response.json());
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
