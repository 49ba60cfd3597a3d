import { z } from 'zod';

const SIGN_IN = '/staff/sign-in';
const CHANNEL = 'prongsai-staff';
/** Where somebody was, for this tab alone, while they sign in: an address in the console, never what was typed. */
const PLACE = 'prongsai-place';

/** What the sign-in page hands to a console that waits in another window, and what it answers. */
const HandedOver = z.object({ for: z.string(), ticket: z.string() });
const TakenOver = z.object({ took: z.string() });

/**
 * The ticket on its way from the sign-in page to the console, in this tab alone: an address could be anybody's link,
 * and would sign its reader in as whoever made it.
 */
const TICKET = 'prongsai-ticket';

/** For the sign-in page: leads on into the console with a ticket. */
export function goOnWith(ticket: string): void {
  sessionStorage.setItem(TICKET, ticket);
  location.replace('/staff');
}

/** The ticket that the sign-in page left for this tab, which is wiped at once. */
export function takeTicket(): string | undefined {
  const ticket = sessionStorage.getItem(TICKET) ?? undefined;
  sessionStorage.removeItem(TICKET);
  return ticket;
}

export function toSignIn(): void {
  if (location.hash.startsWith('#/')) sessionStorage.setItem(PLACE, location.hash);
  location.replace(SIGN_IN);
}

/** Where this tab was before it went to sign in. */
export function placeToGoOn(): string {
  const place = sessionStorage.getItem(PLACE) ?? '';
  sessionStorage.removeItem(PLACE);
  return place.startsWith('#/') ? place : '';
}

/**
 * Signs in once more in a window of its own, so that this page stays as it is; resolves to the ticket that comes
 * back, or undefined where `signal` ended the waiting.
 */
export function signInBeside(signal: AbortSignal): Promise<string | undefined> {
  const mine = crypto.randomUUID();
  const channel = new BroadcastChannel(CHANNEL);
  open(`${SIGN_IN}?for=${mine}`, '_blank');
  return new Promise((resolve) => {
    const end = (ticket?: string): void => {
      channel.close();
      resolve(ticket);
    };
    signal.addEventListener('abort', () => end(), { once: true });
    channel.addEventListener('message', ({ data }) => {
      const handed = HandedOver.safeParse(data);
      if (!handed.success || handed.data.for !== mine) return;
      channel.postMessage({ took: mine });
      end(handed.data.ticket);
    });
  });
}

const ANSWER_MILLISECONDS = 1500;

/** For the sign-in page: gives a ticket to the console that waits for it; false where none does. */
export function handOver(waitsFor: string, ticket: string): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    const end = (taken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(taken);
    };
    const timer = setTimeout(() => end(false), ANSWER_MILLISECONDS);
    channel.addEventListener('message', ({ data }) => {
      if (TakenOver.safeParse(data).data?.took === waitsFor) end(true);
    });
    channel.postMessage({ for: waitsFor, ticket });
  });
}
