import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { events, type LogCode, type LogFields } from './events.ts';

/** Writes one line. Codes without fields take none. */
export type Log = <Code extends LogCode>(
  code: Code,
  ...fields: Record<never, never> extends LogFields<Code> ? [] : [LogFields<Code>]
) => void;

/** What Google calls the levels. @see https://cloud.google.com/logging/docs/structured-logging */
const severities: Readonly<Record<string, string>> = { info: 'INFO', warn: 'WARNING', error: 'ERROR' };

/**
 * A log of JSON lines `{ level, time, code, … }`; as `severity` Google's logs read the level. A line whose fields are
 * not exactly those of its code is dropped, fields and all, and `log_refused` written in its place.
 */
export function createLog(destination: DestinationStream, levelAs: 'level' | 'severity' = 'level'): Log {
  const formatters =
    levelAs === 'level'
      ? { level: (level: string) => ({ level }) }
      : { level: (level: string) => ({ severity: severities[level] ?? 'DEFAULT' }) };
  const lines = pino({ base: null, timestamp: stdTimeFunctions.isoTime, formatters }, destination);
  return (code, ...[fields]) => {
    const { level, fields: schema } = events[code];
    const parsed = schema.safeParse(fields ?? {});
    if (parsed.success) lines[level]({ code, ...parsed.data });
    else lines.error({ code: 'log_refused' });
  };
}
