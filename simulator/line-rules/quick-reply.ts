import { action } from './actions.ts';
import { httpsUrl, list, oneOf, record } from './rules.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#items-object */
const QUICK_REPLY_ITEMS_MAX = 13;

export const quickReply = record({
  required: {
    items: list(
      record({
        required: { type: oneOf('action'), action: action('quickReply') },
        optional: { imageUrl: httpsUrl() },
      }),
      { min: 1, max: QUICK_REPLY_ITEMS_MAX },
    ),
  },
});
