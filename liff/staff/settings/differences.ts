import { z } from 'zod';
import type { SettingsWords } from '../../../domain/catalogue/console-settings.ts';
import type { SettingsAnswer } from '../../../domain/staff/settings.ts';

/** Something that two versions of a part have differently, in words. */
export interface Difference {
  title: string;
  now: string;
  yours: string;
}

const Fields = z.record(z.string(), z.unknown());
const Entries = z.array(Fields);

type Named = ReadonlyMap<string, string>;

const namesIn = ({ units, categories, people }: SettingsAnswer): Named =>
  new Map([
    ...[...units, ...categories].map(({ id, label }) => [id, label] as const),
    ...people.map(({ handle, name }) => [handle, name] as const),
  ]);

function wordsOf(value: unknown, names: Named): string {
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, names)).join(' ');
  const fields = Fields.safeParse(value).data;
  if (fields !== undefined) {
    return Object.entries(fields)
      .filter(([name]) => name !== 'id')
      .map(([, field]) => wordsOf(field, names))
      .filter((text) => text !== '')
      .join(' · ');
  }
  if (typeof value === 'boolean') return value ? '✓' : '';
  return value === undefined || value === null ? '' : (names.get(String(value)) ?? String(value));
}

const titleOf = (entry: Record<string, unknown> | undefined): string => {
  const named = entry?.label ?? entry?.title ?? entry?.text ?? '';
  return typeof named === 'string' ? named : '';
};

const entriesOf = (value: unknown): Record<string, unknown>[] => Entries.safeParse(value).data ?? [];

const isList = (value: unknown): boolean => entriesOf(value).length > 0;

function listDifferences(now: unknown, yours: unknown, names: Named): Difference[] {
  const [theirs, mine] = [entriesOf(now), entriesOf(yours)];
  const ids = [...new Set([...theirs, ...mine].map((one) => String(one.id ?? titleOf(one))))];
  const find = (list: Record<string, unknown>[], id: string) =>
    list.find((one) => String(one.id ?? titleOf(one)) === id);
  return ids.map((id) => {
    const [one, other] = [find(theirs, id), find(mine, id)];
    return { title: titleOf(other) || titleOf(one), now: wordsOf(one, names), yours: wordsOf(other, names) };
  });
}

/** What is saved now and what was typed, where they differ. */
export function differences(
  now: unknown,
  yours: unknown,
  answer: SettingsAnswer,
  say: SettingsWords,
): Difference[] {
  const names = namesIn(answer);
  const [theirs, mine] = [Fields.parse(now), Fields.parse(yours)];
  const labels = new Map<string, unknown>(Object.entries(say.field));
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return keys
    .flatMap((key): Difference[] => {
      if (isList(theirs[key]) || isList(mine[key])) return listDifferences(theirs[key], mine[key], names);
      const label = labels.get(key);
      const title = typeof label === 'string' ? label : '';
      return [{ title, now: wordsOf(theirs[key], names), yours: wordsOf(mine[key], names) }];
    })
    .filter((one) => one.now !== one.yours);
}
