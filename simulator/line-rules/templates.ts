/**
 * Template messages.
 * @see https://developers.line.biz/en/reference/messaging-api/#template-messages
 */
import { action } from './actions.ts';
import {
  all,
  anything,
  byType,
  color,
  httpsUrl,
  isRecord,
  list,
  oneOf,
  problem,
  type Rule,
  record,
  text,
} from './rules.ts';

const title = text({ max: 40, unit: 'grapheme' });
const look = {
  imageAspectRatio: oneOf('rectangle', 'square'),
  imageSize: oneOf('cover', 'contain'),
};
const picture = { thumbnailImageUrl: httpsUrl(), imageBackgroundColor: color };

/** The text is shorter where a title or an image takes room. */
function textFits(plain: number, beside: number): Rule {
  return (value, property) => {
    if (!isRecord(value)) return [];
    const shared = value.title !== undefined || value.thumbnailImageUrl !== undefined;
    return text({ max: shared ? beside : plain, unit: 'grapheme' })(value.text, `${property}.text`);
  };
}

/** @see https://developers.line.biz/en/reference/messaging-api/#buttons */
const buttons = all(
  record({
    required: { type: anything, text: anything, actions: list(action('template'), { min: 1, max: 4 }) },
    optional: { ...look, ...picture, title, defaultAction: action('flexOther') },
  }),
  textFits(160, 60),
);

/** @see https://developers.line.biz/en/reference/messaging-api/#confirm */
const confirm = record({
  required: {
    type: anything,
    text: text({ max: 240, unit: 'grapheme' }),
    actions: list(action('template'), { min: 2, max: 2 }),
  },
});

const column = all(
  record({
    required: { text: anything, actions: list(action('template'), { min: 1, max: 3 }) },
    optional: { ...picture, title, defaultAction: action('flexOther') },
  }),
  textFits(120, 60),
);

/** Every column has as many actions as the first. */
const evenColumns: Rule = (value, property) => {
  if (!isRecord(value) || !Array.isArray(value.columns)) return [];
  const counts = new Set(
    value.columns.map((each: unknown) =>
      isRecord(each) && Array.isArray(each.actions) ? each.actions.length : 0,
    ),
  );
  return counts.size > 1 ? problem(`${property}.columns`, 'Columns must have equally many actions') : [];
};

/** @see https://developers.line.biz/en/reference/messaging-api/#carousel */
const carousel = all(
  record({ required: { type: anything, columns: list(column, { min: 1, max: 10 }) }, optional: look }),
  evenColumns,
);

/** @see https://developers.line.biz/en/reference/messaging-api/#image-carousel */
const imageCarousel = record({
  required: {
    type: anything,
    columns: list(record({ required: { imageUrl: httpsUrl(), action: action('imageCarousel') } }), {
      min: 1,
      max: 10,
    }),
  },
});

export const template = byType({ buttons, confirm, carousel, image_carousel: imageCarousel });
