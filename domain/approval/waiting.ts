import type { Role, Staff } from '../agency/staff.ts';

/** Where something waits for a second person, as the console calls its rooms. */
export const approvalRooms = ['publish', 'announcements', 'papers'] as const;
export type ApprovalRoom = (typeof approvalRooms)[number];

/** Who decides there. */
export const deciding = {
  publish: ['executive'],
  announcements: ['executive', 'admin'],
  papers: ['executive', 'admin'],
} as const satisfies Record<ApprovalRoom, readonly Role[]>;

/** Something that waits, and who proposed it. */
export interface Waiting {
  room: ApprovalRoom;
  by: string;
}

/** How much waits for somebody to approve, what they proposed themselves left out, and the first room to look into. */
export interface ForApproval {
  count: number;
  room: ApprovalRoom;
}

const decides = (roles: readonly Role[], room: ApprovalRoom): boolean =>
  deciding[room].some((role) => roles.includes(role));

/** Whether anything could wait for somebody. */
export const isApprover = ({ roles }: Pick<Staff, 'roles'>): boolean =>
  approvalRooms.some((room) => decides(roles, room));

export function waitingFor(
  { id, roles }: Pick<Staff, 'id' | 'roles'>,
  waiting: readonly Waiting[],
): ForApproval | undefined {
  const theirs = waiting.filter(({ room, by }) => by !== id && decides(roles, room));
  const room = approvalRooms.find((one) => theirs.some((waits) => waits.room === one));
  return room === undefined ? undefined : { count: theirs.length, room };
}
