/**
 * The menu under the chat.
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu-object
 */
import { action } from './actions.ts';
import { boolean, isRecord, list, number, type Problem, problem, type Rule, record, text } from './rules.ts';

/** Names and chat bar text are counted in grapheme clusters. @see https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
const NAME_MAX = 300;
const CHAT_BAR_TEXT_MAX = 14;
const AREAS_MAX = 20;
const WIDTH = { min: 800, max: 2500, integer: true };
const HEIGHT = { min: 250, integer: true };
/** Width over height. */
const RATIO_MIN = 1.45;
/** @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image */
export const RICH_MENU_IMAGE_BYTES_MAX = 1_000_000;

const pixel = number({ min: 0, integer: true });
const side = number({ min: 1, integer: true });

const menu = record({
  required: {
    size: record({ required: { width: number(WIDTH), height: number(HEIGHT) } }),
    selected: boolean,
    name: text({ max: NAME_MAX, unit: 'grapheme' }),
    chatBarText: text({ max: CHAT_BAR_TEXT_MAX, unit: 'grapheme' }),
    areas: list(
      record({
        required: {
          bounds: record({ required: { x: pixel, y: pixel, width: side, height: side } }),
          action: action('richMenu'),
        },
      }),
      { min: 0, max: AREAS_MAX },
    ),
  },
});

function numbers(value: unknown, keys: string[]): number[] {
  if (!isRecord(value)) return [];
  return keys.map((key) => value[key]).filter((each) => typeof each === 'number');
}

const shape: Rule = (value) => {
  if (!isRecord(value)) return [];
  const [width = 0, height = 0] = numbers(value.size, ['width', 'height']);
  const tooTall = height > 0 && width / height < RATIO_MIN;
  const areas: unknown[] = Array.isArray(value.areas) ? value.areas : [];
  const outside = areas.flatMap((area, index) => {
    const bounds = isRecord(area) ? area.bounds : undefined;
    const [x = 0, y = 0, wide = 0, high = 0] = numbers(bounds, ['x', 'y', 'width', 'height']);
    return x + wide > width || y + high > height
      ? problem(`areas[${index}].bounds`, 'Must be inside the rich menu')
      : [];
  });
  return [...(tooTall ? problem('size', `Width / height must be at least ${RATIO_MIN}`) : []), ...outside];
};

/** What LINE would refuse in a rich menu; empty when it would take it. */
export function validateRichMenu(richMenu: unknown): Problem[] {
  return [...menu(richMenu, ''), ...shape(richMenu, '')];
}
