/**
 * Sizes and positions in a Flex message.
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-layout/
 */
import { all, matching, number, oneOf, problem, type Rule } from './rules.ts';

const PIXELS = '\\d+(\\.\\d+)?px';
const PERCENT = '\\d+(\\.\\d+)?%';

function measure(keywords: string[], ...forms: string[]): Rule {
  return matching(new RegExp(`^(${[...keywords, ...forms].join('|')})$`), 'invalid value');
}

const STEPS = ['xs', 'sm', 'md', 'lg', 'xl', 'xxl'];
const SIZES = ['xxs', ...STEPS, '3xl', '4xl', '5xl'];

export const spacing = measure(['none', ...STEPS], PIXELS);
export const padding = measure(['none', ...STEPS], PIXELS, PERCENT);
export const offset = measure(['none', ...STEPS], `-?${PIXELS}`, `-?${PERCENT}`);
export const cornerRadius = spacing;
export const borderWidth = measure(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], PIXELS);
export const extent = measure([], PIXELS, PERCENT);
export const fontSize = measure(SIZES, PIXELS);
export const imageSize = measure([...SIZES, 'full'], PIXELS, PERCENT);
export const lineSpacing = measure([], PIXELS);
export const flex = number({ min: 0 });

/** `width:height`, each from 1 to 100000, height at most three times the width. */
export const aspectRatio: Rule = all(
  matching(/^\d+(\.\d+)?:\d+(\.\d+)?$/, 'invalid aspect ratio'),
  (value, property) => {
    if (typeof value !== 'string') return [];
    const [width = 0, height = 0] = value.split(':').map(Number);
    const outside = [width, height].some((side) => side < 1 || side > 100_000);
    return outside || height > width * 3 ? problem(property, 'invalid aspect ratio') : [];
  },
);

export const placement: Record<string, Rule> = {
  margin: spacing,
  position: oneOf('relative', 'absolute'),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};
