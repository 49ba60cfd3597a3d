import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { events, type LogCode, type LogFields } from './events.ts';

/** Writes one line. Codes without fields take none. */
export type Log = <Code extends LogCode>(
  code: Code,
  ...fields: Record<never, never> extends LogFields<Code> ? [] : [LogFields<Code>]
) => void;

/**
 * A log of JSON lines `{ level, time, code, … }`. A line whose fields are not exactly those of its code is
 * dropped, fields and all, and `log_refused` written in its place.
 */
export function createLog(destination: DestinationStream): Log {
  const lines = pino(
    { base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    destination,
  );
  return (code, ...[fields]) => {
    const { level, fields: schema } = events[code];
    const parsed = schema.safeParse(fields ?? {});
    if (parsed.success) lines[level]({ code, ...parsed.data });
    else lines.error({ code: 'log_refused' });
  };
}
