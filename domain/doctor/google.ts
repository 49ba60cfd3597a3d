import { doctorSays } from '../catalogue/doctor.ts';
import { type Acknowledged, type Asked, type Finding, fine, onDay, toDo, unchecked } from './finding.ts';
import { coversTips } from './log-filter.ts';

type DatabaseLine = 'rules' | 'indexes' | 'pitr' | 'backups';
type GoogleLine = DatabaseLine | 'requestLogs';

/** A line about a database that is not Google's. */
export const notGoogle = (line: DatabaseLine, kind: 'embedded' | 'emulator'): Finding =>
  kind === 'embedded' ? fine(line, 'notOurs') : unchecked(line, 'emulated');

/** A line that nobody here may ask Google about. */
export const nobodyAtGoogle = (line: GoogleLine): Finding => unchecked(line, 'noGoogle');

const notTold = (line: GoogleLine, asked: 'denied' | 'absent' | 'silent', role: string): Finding =>
  asked === 'denied' ? unchecked(line, 'denied', role) : unchecked(line, 'silent');

/** Rules without what says nothing: comments and blanks. */
const bare = (rules: string): string =>
  rules
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\/\/.*$/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The rules in force beside the ones of this version. */
export function judgeRules(asked: Asked<string>, wanted: string): Finding {
  if (asked === 'absent') return toDo('rules', 'missing');
  if (typeof asked === 'string') return notTold('rules', asked, doctorSays.roles.rules);
  return bare(asked.told) === bare(wanted) ? fine('rules', 'same') : toDo('rules', 'different');
}

export function judgePitr(asked: Asked<boolean>, { pitr }: Acknowledged): Finding {
  if (typeof asked === 'string') return notTold('pitr', asked, doctorSays.roles.firestore);
  if (!asked.told) return fine('pitr', 'off');
  return pitr === undefined ? toDo('pitr', 'on') : fine('pitr', 'acknowledged', onDay(pitr));
}

/** How many schedules there are. */
export function judgeBackups(asked: Asked<number>, { backups }: Acknowledged): Finding {
  if (typeof asked === 'string') return notTold('backups', asked, doctorSays.roles.firestore);
  if (asked.told === 0) return fine('backups', 'none');
  return backups === undefined
    ? toDo('backups', 'some', String(asked.told))
    : fine('backups', 'acknowledged', onDay(backups));
}

/** Where a project's log entries go. */
export interface LogSink {
  name: string;
  disabled: boolean;
  /** Filters of the exclusions that are in force. */
  exclusions: readonly string[];
}

/** Takes audit logs alone, no requests, and cannot be changed. */
const REQUIRED = '_Required';

export function judgeRequestLogs(asked: Asked<readonly LogSink[]>, { logs }: Acknowledged): Finding {
  if (logs !== undefined) return fine('requestLogs', 'acknowledged', onDay(logs));
  if (typeof asked === 'string') return notTold('requestLogs', asked, doctorSays.roles.logging);
  const open = asked.told.filter(
    ({ name, disabled, exclusions }) => !disabled && name !== REQUIRED && !coversTips(exclusions),
  );
  return open.length === 0
    ? fine('requestLogs', 'excluded')
    : toDo('requestLogs', 'logged', open.map(({ name }) => name).join(', '));
}

/** Requests of a program that runs on a machine of one's own, whatever stands before it. */
export const ownRequestLogs = ({ logs }: Acknowledged): Finding =>
  logs === undefined
    ? unchecked('requestLogs', 'ownServer')
    : fine('requestLogs', 'acknowledged', onDay(logs));
