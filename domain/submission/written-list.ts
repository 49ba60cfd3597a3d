import { ItemCode } from '../ita/framework.ts';
import { MOST_ITEMS, type SubmissionItem } from './plan.ts';

export type WrittenList =
  | { readonly ok: true; readonly items: SubmissionItem[] }
  | { readonly ok: false; readonly why: 'none' }
  | { readonly ok: false; readonly why: 'bad_line'; readonly at: number }
  | { readonly ok: false; readonly why: 'twice'; readonly code: string };

/** The items as they are typed: a line each, its number first. */
export const writtenItems = (items: readonly SubmissionItem[]): string =>
  items.map(({ code, title }) => `${code} ${title}`).join('\n');

/**
 * Reads typed items. One keeps what it is about where its title, or else its number, was there before; `at` counts
 * lines from 1.
 */
export function readItems(text: string, before: readonly SubmissionItem[]): WrittenList {
  const items: SubmissionItem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (words === '') continue;
    const [, first = '', title = ''] = /^([a-z]\d+)[\s.:]+(.{1,300})$/i.exec(words) ?? [];
    const code = ItemCode.safeParse(first.toLowerCase());
    if (!code.success || items.length === MOST_ITEMS) return { ok: false, why: 'bad_line', at: index + 1 };
    if (items.some((item) => item.code === code.data)) return { ok: false, why: 'twice', code: code.data };
    const was = before.find((item) => item.title === title) ?? before.find((item) => item.code === code.data);
    items.push({ code: code.data, title, ...(was?.key === undefined ? {} : { key: was.key }) });
  }
  return items.length === 0 ? { ok: false, why: 'none' } : { ok: true, items };
}
