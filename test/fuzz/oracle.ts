import { z } from 'zod';
import { events, type LogCode } from '../../bot/log/events.ts';
import type { Answered, Asked } from './caller.ts';
import { MARK } from './hostile.ts';

/** What programs are told when they are refused; `now` is a route's own, and of what it keeps. */
const Refusal = z.strictObject({
  error: z.strictObject({ code: z.string().regex(/^[a-z_]+$/), message: z.string() }),
  now: z.unknown().optional(),
});

/** Refusals above 499 that are documented: each says that it may be tried again. */
const LATER = new Set(['busy', 'not_ready', 'no_login', 'login_unreachable', 'line_failed']);
/** What Node's own server answers, without a word, before any of ours is asked. */
const BY_NODE = new Set([400, 408, 417, 431]);
/** Each of them has refusals of its own. */
const DOOR = /^\/(api\/[a-z]+|webhook)/;
const STACK = /\n\s+at |node:internal|node_modules|\.ts:\d+/;
const isText = (type: string): boolean => /json|text|html|xml|csv/.test(type);
const isForPrograms = ({ path }: Asked): boolean => /^\/(api|webhook)/.test(path);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export interface Oracle {
  /** What is wrong with an answer; undefined for one in order. */
  judge(asked: Asked, answered: Answered): string | undefined;
}

/**
 * Says what must not be: no answer, an undocumented failure, a refusal of another shape, words or a stack of the
 * inside, words of the request. A refusal's words are the same whatever was sent, so that none can repeat it.
 */
export function createOracle(): Oracle {
  const messages = new Map<string, string>();

  function refusal(asked: Asked, status: number, text: string): string | undefined {
    const read = Refusal.safeParse(parsed(text));
    if (!read.success) return 'a refusal of another shape';
    const { code, message } = read.data.error;
    if (status >= 500 && !LATER.has(code)) return `status ${status}`;
    if (code.includes(MARK) || message.includes(MARK)) return 'a refusal that repeats what was sent';
    const door = `${DOOR.exec(asked.path)?.[0] ?? 'elsewhere'} ${status} ${code}`;
    const known = messages.get(door) ?? message;
    messages.set(door, known);
    return known === message ? undefined : 'a refusal whose words change with what was sent';
  }

  return {
    judge(asked, answered) {
      if ('lost' in answered) return answered.lost;
      const { status, type, body } = answered;
      const text = isText(type) ? body.toString() : '';
      if (STACK.test(text)) return 'words of the inside';
      if (status < 400 || (body.length === 0 && BY_NODE.has(status))) return undefined;
      const isPage = type.includes('html') && !isForPrograms(asked);
      if (!isPage && asked.method !== 'HEAD') return refusal(asked, status, text);
      if (status >= 500) return `status ${status}`;
      return text.includes(MARK) ? 'a page that repeats what was sent' : undefined;
    },
  };
}

const Line = z.looseObject({ level: z.string(), time: z.string(), code: z.string() });
const isCode = (code: string): code is LogCode => Object.hasOwn(events, code);
/** Beside every line of level `error`: what must not be seen either. */
const UNWANTED = new Set(['session_unreadable']);

/**
 * Whether a line says that the store took longer than a webhook can wait: on a machine that has other work, the limit of
 * time tells of that work, and what failed by it is not the input's fault.
 */
export const isLate = (line: string): boolean => line.includes('"error":"STORE_LATE"');

/** What is wrong with a line of the log; undefined for one of the catalogue that tells of no failure. */
export function faultOfLine(line: string): string | undefined {
  if (line.includes(MARK)) return 'a log line that repeats what was sent';
  const read = Line.safeParse(parsed(line));
  if (!read.success || !isCode(read.data.code))
    return `a log line that is not of the catalogue: ${line.trim()}`;
  const { level, time: _, code, ...fields } = read.data;
  if (!events[code].fields.safeParse(fields).success) return `a log line with other fields: ${line.trim()}`;
  return level === 'error' || UNWANTED.has(code) ? `the log says ${line.trim()}` : undefined;
}
