import { Session } from '../../domain/staff/me.ts';
import { waiting } from './waiting.ts';
import { type Watched, watched } from './watched.ts';

/**
 * Where a page stands with its session. `ended`: it has run out, the page stays as it is behind a lock until the
 * same person signs in again. `removed`: the person is no longer on the staff, the page is emptied.
 */
export type DeskState = 'in' | 'ended' | 'removed';

/** The session of this page: its bearer is in this page's memory and nowhere else. */
export interface Desk {
  state: Watched<DeskState>;
  bearer(): string | undefined;
  /** What waited goes on only where the session is the same person's as before. */
  begin(session: Session): void;
  /** The bearer opened nothing: waits until there is a new one; false where there will be none. */
  renewed(bearer: string | undefined): Promise<boolean>;
  remove(): void;
  forget(): void;
}

export function openDesk(): Desk {
  const state = watched<DeskState>('in');
  const renewals = waiting();
  let current: string | undefined;
  let owner: string | undefined;
  return {
    state,
    bearer: () => current,
    begin({ bearer, handle }) {
      const isSame = owner === undefined || owner === handle;
      current = bearer;
      owner = handle;
      state.set('in');
      renewals.settle(isSame);
    },
    renewed(bearer) {
      if (state.get() === 'removed') return Promise.resolve(false);
      if (bearer !== current) return Promise.resolve(true);
      state.set('ended');
      return renewals.wait();
    },
    remove() {
      current = undefined;
      state.set('removed');
      renewals.settle(false);
    },
    forget() {
      current = undefined;
      renewals.settle(false);
    },
  };
}

/** A ticket for a session; undefined where it opens none, or nothing can be reached. */
export async function exchange(ticket: string): Promise<Session | undefined> {
  try {
    const response = await fetch('/api/staff/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
      credentials: 'omit',
      cache: 'no-store',
    });
    return Session.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}
