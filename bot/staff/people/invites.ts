import { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { Invitation, readCode } from '../../../domain/agency/staff.ts';
import { peopleNotes } from '../../../domain/catalogue/console-people.ts';
import { EvidenceProfile } from '../../../domain/evidence/profile.ts';
import {
  type InviteAnswer,
  type InviteRow,
  InviteValue,
  inviteFaults,
} from '../../../domain/staff/people.ts';
import { INVITATION_MILLISECONDS, newCode } from '../../agency/invite.ts';
import type { CurrentAgency } from '../../agency/load.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import { writeInvitation } from '../../records/invitation.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { inviteLink } from './invite-link.ts';

const MOST = 200;
const Stored = z.object({ invitation: Invitation, expireAt: z.instanceof(Timestamp) });

/** Invitations that can still be used, the newest last. @throws StoreUnavailable */
export async function readInvites({ ground, clock }: StaffParts): Promise<InviteRow[]> {
  const found = await ground.documents.query({
    collection: ground.paths.invites,
    where: [],
    orderBy: [],
    limit: MOST,
  });
  return found
    .flatMap(({ id, data }): InviteRow[] => {
      const stored = Stored.safeParse(data).data;
      if (stored === undefined || stored.expireAt.toMillis() <= clock()) return [];
      const { invitation, expireAt } = stored;
      const until = new Date(expireAt.toMillis()).toISOString();
      return [
        invitation.for === 'person'
          ? { mark: id, for: 'person', name: invitation.name, roles: invitation.roles, until }
          : { mark: id, for: 'group', name: invitation.label, roles: [], until },
      ];
    })
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}

const invitationOf = (value: InviteValue): Invitation => Invitation.parse(plain({ ...value, version: 1 }));

const aboutOf = (value: InviteValue, { say }: CurrentAgency): { about: string; note?: string } =>
  value.for === 'person'
    ? { about: value.name, note: value.roles.map((role) => say.staff.roles[role]).join(' · ') }
    : { about: value.label };

/** Makes an invitation; its code is in the answer and nowhere else. */
export async function makeInvite(parts: StaffParts, body: unknown, by: string): Promise<StaffAnswer> {
  const { ground, current, clock } = parts;
  const { agency } = current();
  const faults = inviteFaults(body, agency);
  if (faults.length > 0) return { refuse: 'bad_fields', now: { faults } };
  const value = InviteValue.parse(body);
  const code = newCode();
  const read = readCode(code);
  if (read === undefined) throw new Error('a new code reads as one');
  const mark = ground.secrets.codeMark(read);
  const until = clock() + INVITATION_MILLISECONDS;
  const profile = await ground.documents.read(ground.paths.evidenceProfile);
  const done = await commitAudited<never>(ground, clock, async () => ({
    writes: [writeInvitation(ground.paths, mark, invitationOf(value), until)],
    deeds: [{ by, action: 'staff-invite', ...aboutOf(value, current()) }],
  }));
  if (!done.done) return { refuse: 'busy' };
  const link = inviteLink(EvidenceProfile.safeParse(profile?.data).data?.lineUrl, code);
  const answer: InviteAnswer = {
    code,
    mark,
    until: new Date(until).toISOString(),
    // A group is not a person's chat: its code is typed there.
    ...(link === undefined || value.for === 'group' ? {} : { link }),
  };
  return { json: answer };
}

/** Takes an invitation back. */
export async function dropInvite(
  { ground, clock }: StaffParts,
  mark: string,
  by: string,
): Promise<StaffAnswer> {
  const path = ground.paths.invite(mark);
  const done = await commitAudited<'not_found'>(ground, clock, async () => {
    const found = await ground.documents.read(path);
    const stored = Stored.safeParse(found?.data).data;
    if (found === undefined || stored === undefined) return { refuse: 'not_found' };
    const { invitation } = stored;
    const about = invitation.for === 'person' ? invitation.name : invitation.label;
    return {
      writes: [{ op: 'delete', path, ifUpdatedAt: found.updateTime }],
      deeds: [{ by, action: 'staff-invite', about, note: peopleNotes.inviteDropped }],
    };
  });
  return done.done ? { json: {} } : { refuse: done.why };
}
