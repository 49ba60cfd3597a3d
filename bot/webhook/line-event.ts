import { z } from 'zod';

const Known = { userId: z.string().min(1).max(100) };

/** Where an event comes from; a kind that LINE adds later reads as `other`. */
const Source = z.union([
  z.object({ type: z.literal('user'), ...Known }),
  z.object({ type: z.literal('group'), groupId: z.string().min(1).max(100) }),
  z.object({ type: z.literal('room'), roomId: z.string().min(1).max(100) }),
  z.object({ type: z.string() }).transform(() => ({ type: 'other' as const })),
]);

const message = { id: z.string().min(1).max(100) };

/** @see https://developers.line.biz/en/reference/messaging-api/#message-event */
const Message = z.union([
  z.object({ type: z.literal('text'), ...message, text: z.string() }),
  z.object({ type: z.literal('image'), ...message }),
  z.object({ type: z.literal('audio'), ...message }),
  z.object({ type: z.literal('video'), ...message }),
  z.object({ type: z.literal('file'), ...message }),
  z.object({
    type: z.literal('location'),
    ...message,
    title: z.string().nullish(),
    address: z.string().nullish(),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ type: z.literal('sticker'), ...message }),
  z
    .object({ type: z.string() })
    .refine(({ type }) => !messageTypes.has(type))
    .transform(() => ({ type: 'other' as const })),
]);
const messageTypes = new Set(['text', 'image', 'audio', 'video', 'file', 'location', 'sticker']);

const base = {
  webhookEventId: z.string().min(1).max(100),
  timestamp: z.number(),
  mode: z.string(),
  source: Source.optional(),
  replyToken: z.string().max(200).optional(),
};

/** The events that the bot acts on. */
const known = {
  message: z.object({ type: z.literal('message'), ...base, message: Message }),
  unsend: z.object({ type: z.literal('unsend'), ...base, unsend: z.object({ messageId: z.string() }) }),
  postback: z.object({ type: z.literal('postback'), ...base, postback: z.object({ data: z.string() }) }),
  follow: z.object({ type: z.literal('follow'), ...base }),
  join: z.object({ type: z.literal('join'), ...base }),
  leave: z.object({ type: z.literal('leave'), ...base }),
};

/** One of LINE's events, as far as the bot reads it. */
export type LineEvent = { [Type in keyof typeof known]: z.infer<(typeof known)[Type]> }[keyof typeof known];

const Body = z.object({
  destination: z.string().optional(),
  events: z.array(z.looseObject({ type: z.string() })),
});
const Delivered = z.object({ deliveryContext: z.object({ isRedelivery: z.boolean() }) });

/** What a webhook's body holds: events of types the bot knows, and how many of those were not of LINE's shape. */
export interface ReadBody {
  /** The user id of the account that it was sent to. */
  destination: string | undefined;
  events: LineEvent[];
  malformed: number;
  /** Whether LINE says of an event that it was sent before. */
  isAgain: boolean;
}

const isKnown = (type: string): type is keyof typeof known => Object.hasOwn(known, type);

/** Reads a body whose signature was right; undefined where it is no JSON or no webhook of LINE's at all. */
export function readBody(raw: Buffer): ReadBody | undefined {
  let json: unknown;
  try {
    json = JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
  const body = Body.safeParse(json);
  if (!body.success) return undefined;
  const events: LineEvent[] = [];
  let malformed = 0;
  for (const event of body.data.events) {
    if (!isKnown(event.type)) continue;
    const read = known[event.type].safeParse(event);
    if (read.success) events.push(read.data);
    else malformed += 1;
  }
  const isAgain = body.data.events.some(
    (event) => Delivered.safeParse(event).data?.deliveryContext.isRedelivery === true,
  );
  return { destination: body.data.destination, events, malformed, isAgain };
}
