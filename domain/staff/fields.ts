import { z } from 'zod';
import { cleanText } from '../words/clean.ts';
import { graphemes } from '../words/graphemes.ts';
import { webAddress } from '../words/web-address.ts';

/** What can be wrong with a field; its words are in the catalogue. */
export const FieldFault = z.enum([
  'empty',
  'too_long',
  'too_short',
  'too_many',
  'too_few',
  'button_too_long',
  'bad_number',
  'bad_time',
  'bad_day',
  'bad_phone',
  'bad_url',
  'bad_email',
  'bad_order',
  'not_lower',
  'twice',
  'unknown_unit',
  'unknown_person',
  'unknown_category',
  'needs_way',
  'needed',
  'in_use',
  'last_admin',
  'not_pdf',
  'broken_pdf',
  'locked_pdf',
  'file_gone',
  'bad_value',
]);
export type FieldFault = z.infer<typeof FieldFault>;

/** A fault and where it is: the path of the field, as in `list.2.label`. */
export const Fault = z.object({ at: z.string(), fault: FieldFault });
export type Fault = z.infer<typeof Fault>;

const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** Words on one line. */
export const line = (most: number) =>
  z.string('empty').overwrite(oneLine).min(1, 'empty').max(most, 'too_long');

/** Words that may have line breaks. */
export const words = (most: number) =>
  z.string('empty').overwrite(cleanText).min(1, 'empty').max(most, 'too_long');

const BUTTON_CLUSTERS = 20;

/** What stands on a LINE button: 20 grapheme clusters, where ำ counts as two. */
export const buttonLabel = line(60).refine(
  (label) => graphemes(label.replaceAll('ำ', 'xx')) <= BUTTON_CLUSTERS,
  'button_too_long',
);

export const wholeNumber = (least: number, most: number) =>
  z.int('bad_number').min(least, 'bad_number').max(most, 'bad_number');

/** `HH:MM` */
export const clockTime = z.string('bad_time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_time');
export const day = z.iso.date('bad_day');
export const webUrl = z.string().overwrite(oneLine).pipe(webAddress('bad_url'));
export const phone = line(40).regex(/^[\d+][\d\s#,()-]{1,38}$/, 'bad_phone');
/** An id that the server gave; absent for what is new. */
export const knownId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .optional();

const codeOf = (message: string): FieldFault => FieldFault.safeParse(message).data ?? 'bad_value';

/** The faults of a value by its schema; none where it is of its shape. */
export function faultsBySchema(schema: z.ZodType, value: unknown): Fault[] {
  const { error } = schema.safeParse(value);
  const faults = (error?.issues ?? []).map(({ path, message }) => ({
    at: path.map(String).join('.'),
    fault: codeOf(message),
  }));
  return faults.filter(({ at }, nth) => faults.findIndex((one) => one.at === at) === nth);
}
