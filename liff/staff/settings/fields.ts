import { faultWords, type SettingsWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import type { SettingsAnswer } from '../../../domain/staff/settings.ts';

/** What the fields of a part are given: its value as it is typed, and what is wrong with it. */
export interface FieldsProps<Value> {
  value: Value;
  change(next: Value): void;
  answer: SettingsAnswer;
  say: SettingsWords;
  faults: readonly Fault[];
}

/** The id of the control of a field, by its path. */
export const controlOf = (at: string): string => `f-${at.replaceAll('.', '-')}`;

/** What a control is given so that its fault is shown with it. */
export function faultOf(
  { faults }: { faults: readonly Fault[] },
  at: string,
): { id: string; problem?: string } {
  const found = faults.find((one) => one.at === at);
  return { id: controlOf(at), ...(found === undefined ? {} : { problem: faultWords(found.fault) }) };
}

/** Whether something within an entry is wrong. */
export const isWrong = ({ faults }: { faults: readonly Fault[] }, at: string): boolean =>
  faults.some((one) => one.at === at || one.at.startsWith(`${at}.`));

/** An optional field as it is typed: empty is not there. */
export const given = (text: string): string | undefined => (text === '' ? undefined : text);

/** A number as it is typed: what is none is not one. */
export const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
export const numberText = (number: number | undefined): string =>
  number === undefined || Number.isNaN(number) ? '' : String(number);
