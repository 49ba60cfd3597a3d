import { Ticket } from '../../domain/staff/me.ts';
import { RefusedBody, type StaffRefusal } from '../../domain/staff/refusal.ts';
import { goOnWith, handOver } from '../staff/signing-in.ts';

export type NotSignedIn = StaffRefusal | 'offline' | 'unreadable';

/** An ID token for a ticket. */
export async function ticketFor(idToken: string): Promise<{ ticket: string } | { why: NotSignedIn }> {
  try {
    const response = await fetch('/api/staff/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ idToken }),
      credentials: 'omit',
      cache: 'no-store',
    });
    const body: unknown = await response.json();
    const given = Ticket.safeParse(body);
    if (given.success) return given.data;
    const refused = RefusedBody.safeParse(body);
    return { why: refused.success ? refused.data.error.code : 'unreadable' };
  } catch {
    return { why: 'offline' };
  }
}

/**
 * Leads on into the console, or gives the ticket to one that waits in another window and stays; resolves to whether
 * it stays.
 */
export async function goOn(ticket: string): Promise<boolean> {
  const waitsFor = new URLSearchParams(location.search).get('for');
  if (waitsFor !== null && (await handOver(waitsFor, ticket))) {
    window.close();
    return true;
  }
  goOnWith(ticket);
  return false;
}
