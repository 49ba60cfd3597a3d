import { z } from 'zod';

/**
 * The data of a button: format version, the tag of the draft it belongs to (`-` for none), the place in the
 * conversation it answers (a state, or `menu`, `case`, `mine`), and the choice. At most 300 characters.
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 */
export interface Button {
  tag: string;
  at: string;
  choice: string;
}

const Data = z
  .string()
  .max(300)
  .regex(/^v1\|([0-9a-z]{1,16}|-)\|[a-z]{1,20}(\.[a-z]{1,20})?\|[A-Za-z0-9_.:-]{1,120}$/);

/** The tag of buttons that belong to no draft and stay good for ever. */
export const noTag = '-';

/** A button as the text that LINE carries back. */
export const writeButton = ({ tag, at, choice }: Button): string => `v1|${tag}|${at}|${choice}`;

/** The button behind `data`, or undefined where it is not one of ours in this version. */
export function readButton(data: string): Button | undefined {
  const parsed = Data.safeParse(data);
  if (!parsed.success) return undefined;
  const [, tag = '', at = '', choice = ''] = parsed.data.split('|');
  return { tag, at, choice };
}
