import { doctorSays } from '../catalogue/doctor.ts';
import { isSkewed } from '../staff/health.ts';
import { type Finding, fine, toDo, unchecked } from './finding.ts';

/** The settings: what is wrong with them, or how the program would start with them. */
export function judgeEnvironment(
  settings: { problems: readonly string[] } | { mode: 'try-out' | 'line' },
): Finding {
  if ('problems' in settings)
    return toDo('environment', 'incomplete', settings.problems.map((problem) => `\n${problem}`).join(''));
  return settings.mode === 'try-out' ? toDo('environment', 'tryOut') : fine('environment', 'complete');
}

/** So many different octets among 32: of 32 random ones fewer come up less than once in 10^12 times. */
const LEAST_DIFFERENT = 18;

/** Undefined: made by the program for trying out. */
export function judgeSecretKey(octets: Uint8Array | undefined): Finding {
  if (octets === undefined) return fine('secretKey', 'ofTryOut');
  return new Set(octets).size < LEAST_DIFFERENT ? toDo('secretKey', 'weak') : fine('secretKey', 'good');
}

/** `busy`: another program has it open and did not answer. */
export function judgeStore(
  kind: 'embedded' | 'emulator' | 'project',
  answer: 'reads' | 'unreachable' | 'busy' | { noAgency: string },
): Finding {
  if (typeof answer === 'object') return toDo('store', 'noAgency', answer.noAgency);
  if (answer !== 'reads') return toDo('store', answer);
  return kind === 'emulator' ? toDo('store', 'emulator') : fine('store', kind);
}

/** What the mail server says; `none` where the deployment has none. */
export function judgeMail(answer: 'none' | 'fine' | 'refused' | 'silent'): Finding {
  if (answer === 'none') return fine('mail', 'notSet');
  return answer === 'fine' ? fine('mail', 'answers') : toDo('mail', answer);
}

/** `aheadMs`: how far this machine's clock is before LINE's; undefined where LINE did not tell. */
export function judgeClock(aheadMs: number | undefined): Finding {
  if (aheadMs === undefined) return unchecked('clock', 'unknown');
  if (!isSkewed(aheadMs)) return fine('clock', 'right');
  return toDo('clock', aheadMs > 0 ? 'fast' : 'slow', doctorSays.span(Math.round(Math.abs(aheadMs) / 1000)));
}
