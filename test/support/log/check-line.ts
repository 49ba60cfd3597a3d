import { z } from 'zod';
import { events } from '../../../bot/log/events.ts';

const Line = z.record(z.string(), z.unknown());
const Time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const Code = z.enum(Object.keys(events));
const severities: Readonly<Record<string, string>> = { INFO: 'info', WARNING: 'warn', ERROR: 'error' };

/** What a value may look like at all: one plain word, as of a code, an agency's id or an error's class. */
const WORD = /^[A-Za-z][A-Za-z0-9_-]{0,49}$/;
/** Runs of digits that a receipt, a phone number or an ID number has; of hex digits that LINE's ids have. */
const RUN = /\d{5}|[0-9a-f]{12}/i;
/** Larger than what is counted or timed, smaller than what a phone number would be. */
const MOST = 100_000_000;
/** Shorter words of residents may be part of a code by chance. */
const LEAST_TELLING = 6;

/** Fields of few words that the catalogue lists one by one: what somebody sent may be one of them by chance. */
const CLOSED = new Set([
  'level',
  'severity',
  'code',
  'kind',
  'mode',
  'reason',
  'role',
  'page',
  'stage',
  'store',
  'channel',
]);
const NOTHING: ReadonlySet<string> = new Set();

type Entry = z.infer<(typeof events)[keyof typeof events]['fields']>;

/** What is wrong with a value of a line, whatever its field is called; `heard`: what people sent. */
function faultOfValue(value: unknown, heard: ReadonlySet<string>): string | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number')
    return Math.abs(value) < MOST ? undefined : 'a number as long as a phone number';
  if (typeof value !== 'string') return 'a value that is no word and no number';
  if (!WORD.test(value)) return 'more than one plain word';
  if (RUN.test(value)) return 'a run of digits';
  for (const text of heard) {
    if (text.length >= LEAST_TELLING && value.includes(text)) return 'what somebody sent';
  }
  return undefined;
}

/** Level, time and code, and the fields as its code declares them. */
function faultOfFields({ level, severity, time, code, ...fields }: z.infer<typeof Line>): string | undefined {
  const known = Code.safeParse(code);
  if (!known.success) return 'no code of the catalogue';
  if (known.data === 'log_refused') return 'something was logged that its code does not take';
  const event: { level: string; fields: z.ZodType<Entry> } | undefined = new Map(Object.entries(events)).get(
    known.data,
  );
  const said = typeof severity === 'string' ? severities[severity] : level;
  if (event === undefined || said !== event.level || (level !== undefined) === (severity !== undefined)) {
    return 'not the level of its code';
  }
  if (!Time.safeParse(time).success) return 'no time';
  return event.fields.safeParse(fields).success ? undefined : 'fields that its code does not declare';
}

/** What is wrong with one line of the log, without repeating it; undefined where nothing is. `heard`: what people sent. */
export function faultOfLine(line: string, heard: ReadonlySet<string> = new Set()): string | undefined {
  const text = line.endsWith('\n') ? line.slice(0, -1) : line;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  const entry = Line.safeParse(json);
  if (!entry.success) return 'no object';
  if (JSON.stringify(json) !== text) return 'written otherwise than JSON is: something may stand twice';
  const { time: _time, ...rest } = entry.data;
  for (const [name, value] of Object.entries(rest)) {
    const fault = faultOfValue(name, NOTHING) ?? faultOfValue(value, CLOSED.has(name) ? NOTHING : heard);
    if (fault !== undefined) return `${WORD.test(name) ? name : 'a field'}: ${fault}`;
  }
  const fault = faultOfFields(entry.data);
  const { code } = entry.data;
  return fault === undefined ? undefined : `${Code.safeParse(code).data ?? 'a line'}: ${fault}`;
}

const PRIVATE = /[UCR][0-9a-f]{32}/i;

/**
 * What is wrong with all that a served process printed: its log, and words for whoever started it. Each fault once.
 * `heard`: what people sent.
 */
export function faultsOfOutput(output: string, heard: ReadonlySet<string> = new Set()): string[] {
  const faults = output.split('\n').flatMap((line) => {
    if (line.startsWith('{')) return faultOfLine(line, heard) ?? [];
    const isHeard = [...heard].some((text) => text.length >= LEAST_TELLING && line.includes(text));
    return isHeard
      ? ['printed: what somebody sent']
      : PRIVATE.test(line)
        ? ["printed: one of LINE's ids"]
        : [];
  });
  return [...new Set(faults)];
}
