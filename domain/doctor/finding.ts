import { z } from 'zod';
import { thaiDate } from '../calendar/thai-date.ts';
import { type DoctorSentence, doctorWords } from '../catalogue/doctor.ts';

/** `do`: somebody should do something; `unchecked`: it could not be looked at, and why. */
export const State = z.enum(['fine', 'unchecked', 'do']);
export type State = z.infer<typeof State>;

/** A line as it stands: `why` is the same in every language, `said` and `todo` are read by people. */
export interface Finding {
  line: Line;
  state: State;
  why: string;
  name: string;
  said: string;
  /** Only where the state is `do`. */
  todo?: string;
}

export type Line = keyof typeof doctorWords;
/** The ways in which a line can stand. */
export type Why<L extends Line> = keyof (typeof doctorWords)[L]['why'] & string;

function finding<L extends Line>(line: L, state: State, why: Why<L>, value: string): Finding {
  const sentences: Readonly<Record<string, DoctorSentence>> = doctorWords[line].why;
  const sentence = sentences[why];
  if (sentence === undefined) throw new Error(`${line} has no words for ${why}`);
  const filled = (text: string): string => text.replaceAll('{}', () => value);
  const todo = state === 'do' && sentence.todo !== undefined ? { todo: filled(sentence.todo) } : {};
  return { line, state, why, name: doctorWords[line].name, said: filled(sentence.said), ...todo };
}

export const fine = <L extends Line>(line: L, why: Why<L>, value = ''): Finding =>
  finding(line, 'fine', why, value);
export const unchecked = <L extends Line>(line: L, why: Why<L>, value = ''): Finding =>
  finding(line, 'unchecked', why, value);
export const toDo = <L extends Line>(line: L, why: Why<L>, value = ''): Finding =>
  finding(line, 'do', why, value);

/**
 * What a service told: `denied` where it does not let us see, `absent` where there is no such thing, `silent` where it
 * did not answer or not in a form that is known.
 */
export type Asked<T> = { told: T } | 'denied' | 'absent' | 'silent';

/** When something was acknowledged: `YYYY-MM-DD`. */
export const Acknowledged = z.partialRecord(z.enum(['pitr', 'backups', 'logs', 'redelivery']), z.iso.date());
export type Acknowledged = z.infer<typeof Acknowledged>;

/** A day as it is read. */
export const onDay = (day: string): string => thaiDate(day, 'medium');
