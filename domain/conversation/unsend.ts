import { withoutMessage } from './draft.ts';
import type { Moved } from './handler.ts';
import type { Session, State, TipDraft } from './session.ts';
import type { Write } from './write.ts';

function withoutPart(tip: TipDraft, message: string): { tip: TipDraft; writes: Write[] } | undefined {
  const gone = tip.parts.filter((part) => part.message === message);
  if (gone.length === 0) return undefined;
  return {
    tip: { ...tip, parts: tip.parts.filter((part) => part.message !== message) },
    writes: [{ write: 'drop parts', caseId: tip.caseId, ns: gone.map((part) => part.n) }],
  };
}

/** A state without the message that was taken back, or undefined where it is not in it. */
function without(state: State, message: string): { state: State; writes: Write[] } | undefined {
  if ('draft' in state) {
    const left = withoutMessage(state.draft, message);
    return left && { state: { ...state, draft: left.draft }, writes: left.writes };
  }
  if ('tip' in state) {
    const left = withoutPart(state.tip, message);
    return left && { state: { ...state, tip: left.tip }, writes: left.writes };
  }
  if ('replaces' in state && state.replaces !== undefined) {
    const left = withoutPart(state.replaces, message);
    return left && { state: { ...state, replaces: left.tip }, writes: left.writes };
  }
  if ('carried' in state && state.carried !== undefined) {
    const left = withoutMessage(state.carried, message);
    return left && { state: { ...state, carried: left.draft }, writes: left.writes };
  }
  return undefined;
}

/**
 * A message taken back disappears from the draft it went into, or is remembered where it is in none, so that it is
 * not kept when it comes after all. LINE gives no way to answer, so nothing is said.
 */
export function takeBack(message: string, session: Session): Moved {
  const now = without(session.state, message);
  if (now !== undefined) return { to: now.state, writes: now.writes, ask: false };
  const aside = session.aside === undefined ? undefined : without(session.aside, message);
  if (aside === undefined) return { to: session.state, ask: false, takenBack: message };
  return { to: session.state, aside: aside.state, writes: aside.writes, ask: false };
}
