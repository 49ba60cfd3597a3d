import type { messagingApi } from '@line/bot-sdk';
import type { Choice, Reply } from '../../domain/conversation/reply.ts';
import { quickAction, telephone } from './render-action.ts';
import { choiceButtons, numbered } from './render-choices.ts';
import { clip, palette, plain } from './render-look.ts';

/** What of the agency stands on its messages. */
export interface Look {
  shortName: string;
  phone: string;
}

/** @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
const MOST_MESSAGES = 5;
/** @see https://developers.line.biz/en/reference/messaging-api/#text-message */
const TEXT_UNITS = 5000;
/** @see https://developers.line.biz/en/reference/messaging-api/#flex-message */
const ALT_UNITS = 400;
/** @see https://developers.line.biz/en/reference/messaging-api/#bubble */
const BUBBLE_OCTETS = 30_000;
/** @see https://developers.line.biz/en/reference/messaging-api/#items-object */
const QUICK_ITEMS = 13;
/**
 * So many choices fit below a text, whatever they say, and nothing is weighed: of the 30,000 octets the text takes at
 * most 3,600, and a button 4,620: its frame 420, its label 720, what it does 3,480.
 */
const FEW_CHOICES = 5;
/** More words than this make a message of their own above their buttons. */
const BUBBLE_UNITS = 1200;
const ROWS_MOST = 25;
/** Most letters, marks not counted, of a label with its value beside it; a longer one stands above its value. */
const SHORT_LETTERS = 9;
/** Letters of a value that still read well beside their label: about three lines. */
const BESIDE_LETTERS = 60;
/** How many grapheme clusters of a label are shown, and units of each of a card's texts; the first that fits the bubble. */
const SIZES = [
  { label: 60, value: 1200 },
  { label: 40, value: 240 },
  { label: 12, value: 48 },
] as const;
const BLANK = '…';

type Card = Extract<Reply, { reply: 'card' }>;

const answers = ({ choices, asides }: Reply): Extract<Choice, { does: 'answer' }>[] =>
  [...choices, ...asides].filter((choice) => choice.does === 'answer');

/** Whether a reply belongs to something that puts no words into the chat; then the chat list shows none either. */
const isSilent = (reply: Reply): boolean => {
  const all = answers(reply);
  return all.length > 0 && all.every(({ silent }) => silent === true);
};

function altText(reply: Reply, look: Look): string {
  const words = reply.reply === 'card' ? reply.title : reply.text;
  return (isSilent(reply) ? '' : clip(words, ALT_UNITS, ALT_UNITS)) || clip(look.shortName, 60) || BLANK;
}

const fits = (bubble: messagingApi.FlexBubble): boolean => {
  const json = JSON.stringify(bubble);
  return json.length * 3 <= BUBBLE_OCTETS || Buffer.byteLength(json) <= BUBBLE_OCTETS;
};

const words = (text: string, more: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText[] =>
  text === '' ? [] : [{ type: 'text', text, wrap: true, size: 'lg', color: palette.ink, ...more }];

const stack = (
  contents: messagingApi.FlexComponent[],
  more: Partial<messagingApi.FlexBox> = {},
): messagingApi.FlexBox[] =>
  contents.length === 0 ? [] : [{ type: 'box', layout: 'vertical', contents, ...more }];

const letters = (shown: string): number => shown.replace(/\p{M}/gu, '').length;

/** Whether a label leaves room for its value beside it, and the value needs no more. */
const fitsBeside = (label: string, value: string): boolean =>
  letters(label) <= SHORT_LETTERS && letters(value) <= BESIDE_LETTERS;

function row({ label, value, strong }: Card['rows'][number], most: number): messagingApi.FlexBox[] {
  const named = clip(label, 60);
  const shown = clip(value, most, most);
  if (strong !== true && named !== '' && shown !== '' && fitsBeside(named, shown)) {
    const name = words(named, { size: 'sm', color: palette.muted, flex: 3 });
    const beside = [...name, ...words(shown, { flex: 7 })];
    return [{ type: 'box', layout: 'baseline', spacing: 'md', margin: 'md', contents: beside }];
  }
  const name = words(named, { size: 'sm', color: palette.muted });
  if (strong !== true) return stack([...name, ...words(shown, { margin: 'xs' })]);
  const large = words(shown, { size: 'xl', weight: 'bold', color: palette.deepGreen, margin: 'xs' });
  const box = { backgroundColor: palette.tint, cornerRadius: '12px', paddingAll: '12px' };
  return stack([...name, ...large], box);
}

function smallPrint({ shortName, phone }: Look): messagingApi.FlexBox[] {
  const uri = telephone(phone);
  const line = clip(`${shortName} · ${phone}`, 80);
  const print = words(line, { size: 'sm', color: palette.muted, align: 'center', decoration: 'underline' });
  return stack(print, uri === undefined ? {} : { action: { type: 'uri', label: clip(line, 40), uri } });
}

const bubble = (
  body: messagingApi.FlexComponent[],
  footer: messagingApi.FlexComponent[] = [],
): messagingApi.FlexBubble => ({
  type: 'bubble',
  size: 'giga',
  body: { type: 'box', layout: 'vertical', spacing: 'lg', paddingAll: '18px', contents: body },
  ...(footer.length === 0
    ? {}
    : {
        footer: { type: 'box', layout: 'vertical', paddingAll: '12px', contents: footer },
        styles: { footer: { separator: true, separatorColor: palette.line } },
      }),
});

/** The bubble in the first of {@link SIZES} in which LINE takes it. */
function sized(build: (size: (typeof SIZES)[number]) => messagingApi.FlexBubble): messagingApi.FlexBubble {
  const [full, less, least] = SIZES;
  const whole = build(full);
  if (fits(whole)) return whole;
  const shorter = build(less);
  return fits(shorter) ? shorter : build(least);
}

const flex = (contents: messagingApi.FlexBubble, reply: Reply, look: Look): messagingApi.Message => ({
  type: 'flex',
  altText: altText(reply, look),
  contents,
});

const spoken = (text: string): messagingApi.Message[] => {
  const shown = clip(text, TEXT_UNITS, TEXT_UNITS);
  return shown === '' ? [] : [{ type: 'text', text: shown }];
};

function textMessages(reply: Reply, look: Look, typed: boolean): messagingApi.Message[] {
  const choices = numbered(reply, typed);
  const text = plain(reply.text);
  const whole = choiceButtons(choices, false, SIZES[0].label);
  if (whole.length === 0) return spoken(text);
  const isLong = text.length > BUBBLE_UNITS;
  const shown = isLong ? [] : words(text, { lineSpacing: '4px' });
  const below = (buttons: messagingApi.FlexBox[]) => bubble([...shown, ...stack(buttons, { spacing: 'md' })]);
  const buttons =
    choices.length <= FEW_CHOICES
      ? below(whole)
      : sized(({ label }) => below(choiceButtons(choices, false, label)));
  return [...(isLong ? spoken(text) : []), flex(buttons, reply, look)];
}

type Photo = NonNullable<Card['photo']>;

/** LINE shows pictures from HTTPS alone; any other is opened by a button. */
const isShown = ({ uri }: Photo): boolean => uri.startsWith('https://');

/** @see https://developers.line.biz/en/reference/messaging-api/#f-image */
const hero = ({ uri, label }: Photo): messagingApi.FlexImage => ({
  type: 'image',
  url: uri,
  size: 'full',
  aspectRatio: '4:3',
  aspectMode: 'cover',
  action: { type: 'uri', label: clip(label, 40), uri },
});

function withPhotoButton(card: Card): Card {
  const { photo } = card;
  if (photo === undefined || isShown(photo)) return card;
  return { ...card, choices: [{ does: 'open', ...photo }, ...card.choices] };
}

function cardMessages(given: Card, look: Look, typed: boolean): messagingApi.Message[] {
  const card = withPhotoButton(given);
  const choices = numbered(card, typed);
  const text = plain(card.text);
  const isLong = text.length > BUBBLE_UNITS;
  const shown = sized(({ label, value }) => {
    const body = [
      ...words(clip(card.title, 200, value), { size: 'xl', weight: 'bold', color: palette.deepGreen }),
      ...card.rows.slice(0, ROWS_MOST).flatMap((one) => row(one, value)),
      ...(isLong ? [] : words(clip(text, value, value), { lineSpacing: '4px' })),
      ...stack(choiceButtons(choices, true, label), { spacing: 'md', margin: 'xl' }),
    ];
    const shownBody = body.length === 0 ? words(clip(look.shortName, 60) || BLANK) : body;
    const made = bubble(shownBody, smallPrint(look));
    return card.photo !== undefined && isShown(card.photo) ? { ...made, hero: hero(card.photo) } : made;
  });
  return [...(isLong ? spoken(text) : []), flex(shown, card, look)];
}

const isText = (message: messagingApi.Message | undefined): message is messagingApi.TextMessage =>
  message?.type === 'text';

/** No more messages than LINE takes: texts that follow one another become one, then the earliest are left out. */
function atMost(messages: messagingApi.Message[]): messagingApi.Message[] {
  if (messages.length <= MOST_MESSAGES) return messages;
  const joined: messagingApi.Message[] = [];
  for (const message of messages) {
    const last = joined.at(-1);
    const both = isText(last) && isText(message) ? `${last.text}\n\n${message.text}` : undefined;
    if (both !== undefined && both.length <= TEXT_UNITS) joined.splice(-1, 1, { type: 'text', text: both });
    else joined.push(message);
  }
  return joined.slice(-MOST_MESSAGES);
}

/** Ways out, and the place to share, above the keyboard; each only once. */
function quickReply(replies: readonly Reply[]): messagingApi.QuickReply | undefined {
  const offered = replies.flatMap(({ choices, asides }) => [
    ...choices.filter(({ does }) => does === 'share place'),
    ...asides,
  ]);
  const items = new Map<string, messagingApi.QuickReplyItem>();
  for (const choice of offered) {
    const action = quickAction(choice);
    if (action !== undefined) items.set(choice.label, { type: 'action', action });
  }
  return items.size === 0 ? undefined : { items: [...items.values()].slice(0, QUICK_ITEMS) };
}

/**
 * Replies as LINE's messages: one to five, whatever was asked for, all within LINE's limits; none for none.
 * Choices carry the number that picks them when typed, in the one reply whose answers are listened for: the last
 * that has any. With `typed` false nobody listens, as for what is sent by itself.
 */
export function render(
  replies: readonly Reply[],
  look: Look,
  { typed = true }: { typed?: boolean } = {},
): messagingApi.Message[] {
  if (replies.length === 0) return [];
  const heard = typed ? replies.findLastIndex((reply) => answers(reply).length > 0) : -1;
  const messages = atMost(
    replies.flatMap((reply, index) =>
      reply.reply === 'card'
        ? cardMessages(reply, look, index === heard)
        : textMessages(reply, look, index === heard),
    ),
  );
  const last = messages.at(-1) ?? { type: 'text', text: clip(look.shortName, 60) || BLANK };
  const items = quickReply(replies);
  return [...messages.slice(0, -1), items === undefined ? last : { ...last, quickReply: items }];
}
