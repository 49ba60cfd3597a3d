import type { messagingApi } from '@line/bot-sdk';
import type { Choice } from '../../domain/conversation/reply.ts';
import { clip } from './render-look.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#action-object-label-spec */
const FLEX_LABEL = 40;
/** @see https://developers.line.biz/en/reference/messaging-api/#items-object */
const QUICK_LABEL = 20;
/** @see https://developers.line.biz/en/reference/messaging-api/#postback-action */
const DATA_UNITS = 300;
const SPOKEN_GRAPHEMES = 300;
/** A label is a few words; this much of one is spoken, even where emoji are made of many units. */
const SPOKEN_UNITS = 300;
/** @see https://developers.line.biz/en/reference/messaging-api/#uri-action */
const URI_UNITS = 1000;
/** @see https://developers.line.biz/en/reference/messaging-api/#clipboard-action */
const CLIPBOARD_UNITS = 1000;
const BLANK_LABEL = '…';

/** The label of a choice, never empty. */
export const labelOf = (choice: Choice, most: number): string => clip(choice.label, most) || BLANK_LABEL;

function spoken(choice: Extract<Choice, { does: 'answer' }>): { displayText?: string } {
  if (choice.silent === true) return {};
  const displayText = clip(choice.label, SPOKEN_GRAPHEMES, SPOKEN_UNITS);
  return displayText === '' ? {} : { displayText };
}

/** The address as LINE opens it; undefined for what it would not open. */
function openable(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined;
  const { href, protocol } = new URL(uri);
  const isKnown = ['https:', 'http:', 'line:', 'tel:'].includes(protocol);
  return isKnown && href.length <= URI_UNITS && /^[\x21-\x7e]+$/.test(href) ? href : undefined;
}

/** A `tel:` address of what people write as a phone number; undefined where there is no digit in it. */
export function telephone(phone: string): string | undefined {
  const digits = phone.replace(/[^\d+*#]/g, '');
  return /\d/.test(digits) ? `tel:${encodeURI(digits).replaceAll('#', '%23').slice(0, 40)}` : undefined;
}

/** What a choice does when tapped; undefined for what cannot be tapped there, such as a broken address. */
function actionOf(choice: Choice, most: number): messagingApi.Action | undefined {
  const label = labelOf(choice, most);
  switch (choice.does) {
    case 'answer': {
      const { button: data } = choice;
      return data.length > DATA_UNITS ? undefined : { type: 'postback', label, data, ...spoken(choice) };
    }
    case 'open': {
      const uri = openable(choice.uri);
      return uri === undefined ? undefined : { type: 'uri', label, uri };
    }
    case 'call': {
      const uri = telephone(choice.phone);
      return uri === undefined ? undefined : { type: 'uri', label, uri };
    }
    case 'copy': {
      const clipboardText = clip(choice.text, CLIPBOARD_UNITS, CLIPBOARD_UNITS);
      return clipboardText === '' ? undefined : { type: 'clipboard', label, clipboardText };
    }
    case 'share place':
      return undefined;
  }
}

/** The action of a choice inside a bubble. */
export const bubbleAction = (choice: Choice): messagingApi.Action | undefined => actionOf(choice, FLEX_LABEL);

/** The action of a choice above the keyboard, where alone a place can be shared. */
export const quickAction = (choice: Choice): messagingApi.Action | undefined =>
  choice.does === 'share place'
    ? { type: 'location', label: labelOf(choice, QUICK_LABEL) }
    : actionOf(choice, QUICK_LABEL);
