import { Timestamp } from '@google-cloud/firestore';
import express, { type Response, Router } from 'express';
import { z } from 'zod';
import { Staff } from '../../../domain/agency/staff.ts';
import { type Session, SignInBody, TicketBody } from '../../../domain/staff/me.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { StaffParts } from '../parts.ts';
import { refuse } from '../refusals.ts';
import { newSession } from '../session.ts';

const TICKET_MILLISECONDS = 60_000;
const TICKET_OCTETS = 32;
const MOST_BODY_OCTETS = 8 * 1024;
/** Attempts that are looked at side by side, of everybody: no address is counted or kept. */
const MOST_AT_ONCE = 16;

/** `staffTickets/{mark of the ticket}`: whoever brings the ticket within a minute has signed in as this person. */
const StoredTicket = z.object({
  version: z.literal(1),
  staffId: z.string(),
  expireAt: z.instanceof(Timestamp),
});

/** An ID token for a ticket. */
async function giveTicket(parts: StaffParts, idToken: string, response: Response): Promise<void> {
  const { ground, clock, verifyIdToken, pulse } = parts;
  const { documents, paths, secrets, random } = ground;
  if (verifyIdToken === undefined) return refuse(response, 'no_login');
  const verified = await verifyIdToken(idToken);
  if (!verified.ok) return refuse(response, verified.why);
  const staff = Staff.safeParse((await documents.read(paths.staff(verified.userId)))?.data);
  pulse.signedIn(staff.success);
  if (!staff.success) return refuse(response, 'not_staff');
  const ticket = Buffer.from(random(TICKET_OCTETS)).toString('base64url');
  const expireAt = Timestamp.fromMillis(clock() + TICKET_MILLISECONDS);
  const data = { version: 1, staffId: staff.data.id, expireAt };
  await documents.commit([{ op: 'create', path: paths.staffTicket(secrets.ticketMark(ticket)), data }]);
  response.json({ ticket });
}

/** A ticket, once, for a session. */
async function beginSession(parts: StaffParts, ticket: string, response: Response): Promise<void> {
  const { ground, clock } = parts;
  const { documents, paths, secrets } = ground;
  const path = paths.staffTicket(secrets.ticketMark(ticket));
  let given: Session | undefined;
  const audited = await commitAudited(ground, clock, async () => {
    const found = await documents.read(path);
    const stored = StoredTicket.safeParse(found?.data);
    if (found === undefined || !stored.success || stored.data.expireAt.toMillis() <= clock()) {
      return { refuse: 'bad_ticket' as const };
    }
    const { staffId } = stored.data;
    const { bearer, until, write } = newSession(ground, staffId, clock());
    given = { bearer, handle: secrets.staffHandle(staffId), until: new Date(until).toISOString() };
    return {
      writes: [{ op: 'delete', path, ifUpdatedAt: found.updateTime }, write],
      deeds: [{ by: staffId, action: 'sign-in' }],
    };
  });
  if (!audited.done) return refuse(response, audited.why);
  if (given === undefined) throw new Error('what was committed was planned');
  response.json(given);
}

/** The two calls that need no session: an ID token gives a ticket, the ticket gives a session. */
export function signInRoutes(parts: StaffParts): Router {
  const router = Router({ caseSensitive: true });
  const json = express.json({ limit: MOST_BODY_OCTETS, inflate: false, strict: true });
  let atOnce = 0;
  const bounded = async (response: Response, work: () => Promise<void>): Promise<void> => {
    if (atOnce >= MOST_AT_ONCE) return refuse(response, 'busy');
    atOnce += 1;
    try {
      await work();
    } finally {
      atOnce -= 1;
    }
  };
  router.post('/sign-in', json, async (request, response) => {
    const body = SignInBody.safeParse(request.body);
    if (!body.success) return refuse(response, 'bad_shape');
    await bounded(response, () => giveTicket(parts, body.data.idToken, response));
  });
  router.post('/session', json, async (request, response) => {
    const body = TicketBody.safeParse(request.body);
    if (!body.success) return refuse(response, 'bad_shape');
    await bounded(response, () => beginSession(parts, body.data.ticket, response));
  });
  return router;
}
