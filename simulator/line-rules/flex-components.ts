/**
 * The parts of a Flex bubble.
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-component
 */
import { action } from './actions.ts';
import * as value from './flex-values.ts';
import {
  all,
  anything,
  boolean,
  byType,
  color,
  httpsUrl,
  isRecord,
  list,
  matching,
  number,
  oneOf,
  problem,
  type Rule,
  record,
} from './rules.ts';

const align = oneOf('start', 'end', 'center');
const gravity = oneOf('top', 'bottom', 'center');
const shrink = oneOf('shrink-to-fit');
const ANY_LENGTH = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** Flex texts have no limit of their own; the bubble's size bounds them. */
const words: Rule = (each, property) =>
  typeof each === 'string' && each !== '' ? [] : problem(property, 'must be non-empty text');

const letters = {
  color,
  weight: oneOf('regular', 'bold'),
  style: oneOf('normal', 'italic'),
  decoration: oneOf('none', 'underline', 'line-through'),
  size: value.fontSize,
};

/** @see https://developers.line.biz/en/reference/messaging-api/#span */
const span = record({ required: { type: oneOf('span') }, optional: { text: words, ...letters } });

const textOrContents: Rule = (each, property) =>
  isRecord(each) && each.text === undefined && each.contents === undefined
    ? problem(`${property}.text`, 'must be specified')
    : [];

/** @see https://developers.line.biz/en/reference/messaging-api/#f-text */
const flexText = all(
  record({
    required: { type: anything },
    optional: {
      text: words,
      contents: list(span, { min: 1, max: Number.MAX_SAFE_INTEGER }),
      flex: value.flex,
      align,
      gravity,
      wrap: boolean,
      lineSpacing: value.lineSpacing,
      maxLines: number({ min: 0, integer: true }),
      adjustMode: shrink,
      scaling: boolean,
      action: action('flexOther'),
      ...letters,
      ...value.placement,
    },
  }),
  textOrContents,
);

/** @see https://developers.line.biz/en/reference/messaging-api/#button */
const button = record({
  required: { type: anything, action: action('flexButton') },
  optional: {
    flex: value.flex,
    color,
    style: oneOf('primary', 'secondary', 'link'),
    gravity,
    height: oneOf('md', 'sm'),
    adjustMode: shrink,
    scaling: boolean,
    ...value.placement,
  },
});

/** @see https://developers.line.biz/en/reference/messaging-api/#f-image */
export const flexImage = record({
  required: { type: anything, url: httpsUrl() },
  optional: {
    flex: value.flex,
    align,
    gravity,
    size: value.imageSize,
    aspectRatio: value.aspectRatio,
    aspectMode: oneOf('fit', 'cover'),
    backgroundColor: color,
    action: action('flexOther'),
    animated: boolean,
    ...value.placement,
  },
});

/** @see https://developers.line.biz/en/reference/messaging-api/#icon */
const icon = record({
  required: { type: anything, url: httpsUrl() },
  optional: {
    size: value.fontSize,
    aspectRatio: value.aspectRatio,
    scaling: boolean,
    ...value.placement,
  },
});

/** @see https://developers.line.biz/en/reference/messaging-api/#separator */
const separator = record({
  required: { type: anything },
  optional: { margin: value.spacing, color },
});

/** Deprecated by LINE, still accepted. @see https://developers.line.biz/en/reference/messaging-api/#filler */
const filler = record({ required: { type: anything }, optional: { flex: value.flex } });

const gradient = record({
  required: {
    type: oneOf('linearGradient'),
    angle: matching(/^([0-9]|[1-9]\d|[12]\d\d|3[0-5]\d)(\.\d+)?deg$/, 'invalid angle'),
    startColor: color,
    endColor: color,
  },
  optional: {
    centerColor: color,
    centerPosition: matching(/^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/, 'invalid position'),
  },
});

const boxOptions: Record<string, Rule> = {
  flex: value.flex,
  spacing: value.spacing,
  backgroundColor: color,
  borderColor: color,
  borderWidth: value.borderWidth,
  cornerRadius: value.cornerRadius,
  width: value.extent,
  maxWidth: value.extent,
  height: value.extent,
  maxHeight: value.extent,
  paddingAll: value.padding,
  paddingTop: value.padding,
  paddingBottom: value.padding,
  paddingStart: value.padding,
  paddingEnd: value.padding,
  action: action('flexOther'),
  justifyContent: oneOf('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
  alignItems: oneOf('center', 'flex-start', 'flex-end'),
  background: gradient,
  ...value.placement,
};

function boxOf(contents: Rule): Rule {
  return record({
    required: {
      type: oneOf('box'),
      layout: oneOf('horizontal', 'vertical', 'baseline'),
      contents: list(contents, ANY_LENGTH),
    },
    optional: boxOptions,
  });
}

const baselineBox = boxOf(byType({ icon, text: flexText, filler }));
const stackedBox = boxOf(
  byType({
    box: (each, property) => box(each, property),
    button,
    image: flexImage,
    text: flexText,
    separator,
    filler,
  }),
);

/**
 * What may stand in a box depends on its layout.
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export const box: Rule = (each, property) =>
  (isRecord(each) && each.layout === 'baseline' ? baselineBox : stackedBox)(each, property);

/** Only as a bubble's hero. @see https://developers.line.biz/en/reference/messaging-api/#f-video */
export const flexVideo = record({
  required: {
    type: anything,
    url: httpsUrl(),
    previewUrl: httpsUrl(),
    altContent: byType({ box, image: flexImage }),
  },
  optional: { aspectRatio: value.aspectRatio, action: action('flexOther') },
});
