/**
 * The control API: what the simulator's page and the tests send to `/sim/*` and get back.
 * LINE itself has none of this; LINE's own calls are under `/v2/*`.
 */
import { z } from 'zod';

/** A person in LINE. `role` only tells the page which phone to draw; LINE knows no roles. */
export const roleSchema = z.enum(['resident', 'officer', 'other']);
export type Role = z.infer<typeof roleSchema>;

const probability = z.number().min(0).max(1);

/**
 * How often a fault strikes. A bare number is a probability from 0 to 1. With `count`, the fault strikes
 * at most that many times more, each time with `probability` (1 when left out).
 */
const webhookFaultSchema = z.union([
  probability,
  z.strictObject({ probability: probability.optional(), count: z.int().min(0).optional() }),
]);

/**
 * A fault on the bot's calls. `when: 'after'` applies the call's effect and then spoils the answer
 * (LINE did it, the bot cannot know); `'before'`, the default, has no effect. `path` limits the fault to
 * paths that start with it.
 */
const callFaultSchema = z.union([
  probability,
  z.strictObject({
    probability: probability.optional(),
    count: z.int().min(0).optional(),
    when: z.enum(['before', 'after']).optional(),
    path: z.string().min(1).optional(),
  }),
]);

export const faultsSchema = z.strictObject({
  webhooks: z.strictObject({
    drop: webhookFaultSchema,
    duplicate: webhookFaultSchema,
    reorder: webhookFaultSchema,
    /** Milliseconds that every webhook waits before its first delivery. */
    delayMs: z.number().min(0).max(60_000),
  }),
  calls: z.strictObject({
    status429: callFaultSchema,
    status500: callFaultSchema,
    timeout: callFaultSchema,
    reset: callFaultSchema,
  }),
  seed: z.int(),
});
export type Faults = z.infer<typeof faultsSchema>;
export type WebhookFault = z.infer<typeof webhookFaultSchema>;
export type CallFault = z.infer<typeof callFaultSchema>;

/** Switches left out keep their setting; `0` turns one off. Setting `seed` restarts the dice. */
export const faultsChangeSchema = z.strictObject({
  webhooks: faultsSchema.shape.webhooks.partial().optional(),
  calls: faultsSchema.shape.calls.partial().optional(),
  seed: z.int().optional(),
});
export type FaultsChange = z.infer<typeof faultsChangeSchema>;

export const channelChangeSchema = z.strictObject({
  chatMode: z.enum(['bot', 'chat']).optional(),
  /** Messages a month; null for an unlimited account. */
  quotaLimit: z.int().min(0).nullable().optional(),
  /** Whether LINE sends a webhook again that was not answered with 2xx. */
  redelivery: z.boolean().optional(),
  /** Milliseconds after sending during which a voice or video is still being prepared (202). */
  transcodingMs: z.int().min(0).max(600_000).optional(),
});
export type ChannelChange = z.infer<typeof channelChangeSchema>;

export const newPersonSchema = z.strictObject({
  name: z.string().min(1).max(100),
  role: roleSchema.default('resident'),
});
export const newGroupSchema = z.strictObject({
  name: z.string().min(1).max(100),
  members: z.array(z.string()).max(500),
});
export const newMembersSchema = z.strictObject({ userIds: z.array(z.string()).min(1).max(500) });

const textToSend = z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(20_000) });
const locationToSend = z.strictObject({
  type: z.literal('location'),
  title: z.string().optional(),
  address: z.string().optional(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const stickerToSend = z.strictObject({
  type: z.literal('sticker'),
  packageId: z.string().min(1),
  stickerId: z.string().min(1),
});
export const messageToSendSchema = z.discriminatedUnion('type', [textToSend, locationToSend, stickerToSend]);
export type MessageToSend = z.infer<typeof messageToSendSchema>;

/** `as` names the sender in a group; in a one-to-one chat it is the person of the chat. */
export const sendSchema = z.strictObject({ as: z.string().optional(), message: messageToSendSchema });
/** Several messages in one webhook body, as LINE may batch them. */
export const burstSchema = z.strictObject({
  as: z.string().optional(),
  messages: z.array(messageToSendSchema).min(1).max(100),
});
export const postbackSchema = z.strictObject({
  as: z.string().optional(),
  data: z.string(),
  displayText: z.string().optional(),
  label: z.string().optional(),
  /** What a date and time picker adds. */
  params: z.record(z.string(), z.string()).optional(),
});
export type Postback = z.infer<typeof postbackSchema>;
export const unsendSchema = z.strictObject({ messageId: z.string() });

export const mediaTypeSchema = z.enum(['image', 'audio', 'video', 'file']);
export type MediaType = z.infer<typeof mediaTypeSchema>;
export const mediaQuerySchema = z.object({
  type: mediaTypeSchema,
  duration: z.coerce.number().int().min(0).optional(),
  as: z.string().optional(),
  fileName: z.string().min(1).optional(),
});

export const personSchema = z.object({
  userId: z.string(),
  name: z.string(),
  role: roleSchema,
  blocked: z.boolean(),
});
export type PersonView = z.infer<typeof personSchema>;
export const groupSchema = z.object({
  groupId: z.string(),
  name: z.string(),
  members: z.array(z.string()),
});
export type GroupView = z.infer<typeof groupSchema>;

const callSchema = z.object({ time: z.number(), method: z.string(), path: z.string(), status: z.number() });
/** `status` 0 stands for an answer that never came. */
export type CallView = z.infer<typeof callSchema>;

export const stateSchema = z.object({
  version: z.number(),
  channel: z.object({
    name: z.string(),
    chatMode: z.enum(['bot', 'chat']),
    quota: z.object({ limit: z.number().nullable(), used: z.number() }),
    redelivery: z.boolean(),
  }),
  people: z.array(personSchema),
  groups: z.array(groupSchema),
  richMenu: z
    .object({
      richMenuId: z.string(),
      size: z.object({ width: z.number(), height: z.number() }),
      chatBarText: z.string(),
      areas: z.array(z.unknown()),
      imageUrl: z.string(),
    })
    .nullable(),
  faults: faultsSchema,
  /** The last 100 of the bot's calls, or of those since version `since`. */
  log: z.array(callSchema),
});
export type StateView = z.infer<typeof stateSchema>;

export const deliverySchema = z.enum(['waiting', 'delivered', 'failed']);
export type Delivery = z.infer<typeof deliverySchema>;

export const chatMessageSchema = z.object({
  id: z.string(),
  time: z.number(),
  from: z.enum(['user', 'bot']),
  by: z.string().optional(),
  kind: z.enum([
    'text',
    'image',
    'audio',
    'location',
    'sticker',
    'video',
    'file',
    'flex',
    'template',
    'unsent',
  ]),
  /** The bot's message object as it was sent, or what the user sent. */
  message: z.record(z.string(), z.unknown()),
  quickReply: z.array(z.unknown()).optional(),
  delivered: deliverySchema,
});
export type ChatMessageView = z.infer<typeof chatMessageSchema>;
export const chatSchema = z.object({ chatId: z.string(), messages: z.array(chatMessageSchema) });
export type ChatView = z.infer<typeof chatSchema>;

/** `id` of the message in the chat; null for a postback that puts no words into the chat. */
export const sentSchema = z.object({ id: z.string().nullable() });
export const burstSentSchema = z.object({ ids: z.array(z.string()) });
/** `idle` is false when webhooks were still under way after 30 s. */
export const idleSchema = z.object({ idle: z.boolean() });
export const controlErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});
