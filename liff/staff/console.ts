import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../domain/agency/staff.ts';
import type { ConsoleWords } from '../../domain/catalogue/console.ts';
import type { Spoken } from '../../domain/catalogue/voice.ts';
import type { Me } from '../../domain/staff/me.ts';
import type { Failure, StaffApi } from './api.ts';

/** Words that are shown for a while; `undo` takes back what they speak of. */
export interface Toast {
  words: string;
  undo?: () => void;
}

/** What every view stands on. */
export interface Console {
  api: StaffApi;
  me: Me;
  say: ConsoleWords;
  /** For a room's own words: `casesWords(spoken)`. */
  spoken: Spoken;
  toast(toast: Toast): void;
  /** Goes to a place in the console, such as `/case/abc`. */
  go(place: string): void;
  /** Asks again who I am and how the agency is set up, after a change to either. */
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const found = useContext(ConsoleContext);
  if (found === undefined) throw new Error('a view stands inside the console');
  return found;
}

export const failureWords = ({ failures }: ConsoleWords, why: Failure): string => failures[why];

export const hasRole = ({ roles }: Pick<Me, 'roles'>, ...any: readonly Role[]): boolean =>
  any.some((role) => roles.includes(role));

/** The name of a unit, category or place among `named`; its id where it is gone. */
export const labelOf = (named: readonly { id: string; label: string }[], id: string): string =>
  named.find((one) => one.id === id)?.label ?? id;

/** The name of somebody by their handle; undefined where they are no longer on the staff. */
export const nameOf = ({ staff }: Me, handle: string): string | undefined =>
  staff.find((one) => one.handle === handle)?.name;
