/**
 * Bubbles and carousels.
 * @see https://developers.line.biz/en/reference/messaging-api/#container
 */
import { action } from './actions.ts';
import { box, flexImage, flexVideo } from './flex-components.ts';
import {
  all,
  anything,
  boolean,
  byType,
  color,
  isRecord,
  list,
  oneOf,
  problem,
  type Rule,
  record,
} from './rules.ts';

/**
 * LINE says "30 KB" and "50 KB" without saying how long a KB is: the shorter reading, in UTF-8 bytes.
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 * @see https://developers.line.biz/en/reference/messaging-api/#f-carousel
 */
const BUBBLE_BYTES_MAX = 30_000;
const CAROUSEL_BYTES_MAX = 50_000;
/** @see https://developers.line.biz/en/reference/messaging-api/#f-carousel */
const CAROUSEL_BUBBLES_MAX = 12;

const encoder = new TextEncoder();

function jsonBytes(max: number): Rule {
  return (value, property) =>
    encoder.encode(JSON.stringify(value)).length > max
      ? problem(property, `Size must be at most ${max} bytes`)
      : [];
}

const blockStyle = record({
  optional: { backgroundColor: color, separator: boolean, separatorColor: color },
});

const blocks: Record<string, Rule> = {
  header: box,
  hero: byType({ box, image: flexImage, video: flexVideo }),
  body: box,
  footer: box,
};

const hasBlock: Rule = (value, property) =>
  isRecord(value) && Object.keys(blocks).every((block) => value[block] === undefined)
    ? problem(property, 'At least one block must be specified')
    : [];

const VIDEO_SIZES: unknown[] = [undefined, 'kilo', 'mega', 'giga'];
const hasVideo = (value: unknown) => isRecord(value) && isRecord(value.hero) && value.hero.type === 'video';

const videoFits: Rule = (value, property) =>
  isRecord(value) && hasVideo(value) && !VIDEO_SIZES.includes(value.size)
    ? problem(`${property}.hero`, 'invalid property')
    : [];

const bubble = all(
  record({
    required: { type: oneOf('bubble') },
    optional: {
      size: oneOf('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'),
      direction: oneOf('ltr', 'rtl'),
      styles: record({
        optional: { header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle },
      }),
      action: action('flexOther'),
      ...blocks,
    },
  }),
  hasBlock,
  videoFits,
  jsonBytes(BUBBLE_BYTES_MAX),
);

const noVideo: Rule = (value, property) =>
  hasVideo(value) ? problem(`${property}.hero`, 'invalid property') : [];

/** A carousel can't contain bubbles of different widths. */
const oneSize: Rule = (value, property) => {
  if (!isRecord(value) || !Array.isArray(value.contents)) return [];
  const sizes = new Set(
    value.contents.map((each: unknown) => (isRecord(each) ? (each.size ?? 'mega') : each)),
  );
  return sizes.size > 1 ? problem(`${property}.contents`, 'Bubbles must be of one size') : [];
};

const carousel = all(
  record({
    required: { type: anything, contents: list(all(bubble, noVideo), { min: 1, max: CAROUSEL_BUBBLES_MAX }) },
  }),
  oneSize,
  jsonBytes(CAROUSEL_BYTES_MAX),
);

export const flexContainer = byType({ bubble, carousel });
