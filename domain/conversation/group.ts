import { readCode } from '../agency/staff.ts';
import type { Facts, Want } from './facts.ts';
import { type Reply, text } from './reply.ts';
import type { Turn } from './turn.ts';
import type { Write } from './write.ts';

/** What happened in a group that the account is a member of. */
export interface GroupEvent {
  id: string;
  at: number;
  groupId: string;
  input: { type: 'join' } | { type: 'text'; text: string };
}

export type GroupDecision = { decided: { writes: Write[]; replies: Reply[] } } | { wanted: Want };

/**
 * In a group nothing is kept and nothing answered, beyond one greeting and the one-time code by which an
 * admin makes the group a place where alerts go.
 */
export function stepGroup(
  event: GroupEvent,
  turn: Pick<Turn, 'agency' | 'say'> & { facts: Facts },
): GroupDecision {
  const nothing: GroupDecision = { decided: { writes: [], replies: [] } };
  const { staff } = turn.say;
  if (event.input.type === 'join') {
    return { decided: { writes: [], replies: [text(staff.groupGreeting(turn.agency.shortName))] } };
  }
  const code = readCode(event.input.text);
  if (code === undefined) return nothing;
  const { invitation } = turn.facts;
  if (invitation === undefined) return { wanted: { want: 'invitation', code } };
  if (invitation === null) return nothing;
  if (invitation.for === 'person') return { decided: { writes: [], replies: [text(staff.personCode)] } };
  const { label } = invitation;
  return {
    decided: {
      writes: [{ write: 'add target', groupId: event.groupId, label, code }],
      replies: [text(staff.groupJoined(label))],
    },
  };
}
