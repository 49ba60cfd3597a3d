/**
 * LINE's rules for outgoing messages, as a pure function. Written from LINE's reference and the SDK's types,
 * not from the bot: it is the guard on everything that the bot sends.
 * @see https://developers.line.biz/en/reference/messaging-api/#message-objects
 */
import { flexContainer } from './flex-containers.ts';
import { imagemapProperties, imagemapVideo } from './imagemap.ts';
import { quickReply } from './quick-reply.ts';
import {
  anything,
  byType,
  httpsUrl,
  isRecord,
  list,
  number,
  type Problem,
  problem,
  type Rule,
  record,
  text,
} from './rules.ts';
import { template } from './templates.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
const MESSAGES_MAX = 5;
/** UTF-16 units. @see https://developers.line.biz/en/reference/messaging-api/#text-message */
const TEXT_MAX = 5000;
/**
 * 1,500 in LINE's present reference, 400 in older ones: the lower is kept.
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-message
 */
const ALT_TEXT_MAX = 400;
/** @see https://developers.line.biz/en/reference/messaging-api/#location-message */
const PLACE_TEXT_MAX = 100;
const EMOJIS_MAX = 20;

/** @see https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch */
const sender = record({ optional: { name: text({ max: 20 }), iconUrl: httpsUrl() } });
const common = { quickReply, sender };
const token = text({ max: 1000 });

function message(required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  return record({ required: { type: anything, ...required }, optional: { ...common, ...optional } });
}

const notBlank: Rule = (value, property) =>
  typeof value === 'string' && value.trim() === '' ? problem(property, 'May not be empty') : [];
const spoken: Rule = (value, property) => {
  const found = text({ max: TEXT_MAX })(value, property);
  return found.length > 0 ? found : notBlank(value, property);
};

const emoji = record({
  required: {
    index: number({ min: 0, integer: true }),
    productId: text({ max: 100 }),
    emojiId: text({ max: 100 }),
  },
});

/** @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2 */
const substitution: Rule = (value, property) =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, each]) => substitute(each, `${property}.${key}`))
    : problem(property, 'Must be an object');
const substitute = byType({
  emoji: record({
    required: { type: anything, productId: text({ max: 100 }), emojiId: text({ max: 100 }) },
  }),
  mention: record({
    required: {
      type: anything,
      mentionee: byType({
        user: record({ required: { type: anything, userId: text({ max: 33 }) } }),
        all: record({ required: { type: anything } }),
      }),
    },
  }),
});

const altText = text({ max: ALT_TEXT_MAX });

const messageObject = byType({
  text: message({ text: spoken }, { emojis: list(emoji, { min: 1, max: EMOJIS_MAX }), quoteToken: token }),
  textV2: message({ text: spoken }, { substitution, quoteToken: token }),
  /** @see https://developers.line.biz/en/reference/messaging-api/#sticker-message */
  sticker: message({ packageId: text({ max: 20 }), stickerId: text({ max: 20 }) }, { quoteToken: token }),
  /** @see https://developers.line.biz/en/reference/messaging-api/#image-message */
  image: message({ originalContentUrl: httpsUrl(), previewImageUrl: httpsUrl() }),
  /** @see https://developers.line.biz/en/reference/messaging-api/#video-message */
  video: message(
    { originalContentUrl: httpsUrl(), previewImageUrl: httpsUrl() },
    { trackingId: text({ max: 100 }) },
  ),
  /** @see https://developers.line.biz/en/reference/messaging-api/#audio-message */
  audio: message({ originalContentUrl: httpsUrl(), duration: number({ min: 1, integer: true }) }),
  location: message({
    title: text({ max: PLACE_TEXT_MAX }),
    address: text({ max: PLACE_TEXT_MAX }),
    latitude: number({ min: -90, max: 90 }),
    longitude: number({ min: -180, max: 180 }),
  }),
  imagemap: message({ altText, ...imagemapProperties }, { video: imagemapVideo }),
  template: message({ altText, template }),
  flex: message({ altText, contents: flexContainer }),
  /** @see https://developers.line.biz/en/reference/messaging-api/#coupon-message */
  coupon: message({ couponId: text({ max: 100 }) }, { deliveryTag: text({ max: 30 }) }),
});

export const messageList: Rule = list(messageObject, { min: 1, max: MESSAGES_MAX });

/** What LINE would refuse in `messages`; empty when it would take them. */
export function validateMessages(messages: unknown): Problem[] {
  return messageList(messages, 'messages');
}
