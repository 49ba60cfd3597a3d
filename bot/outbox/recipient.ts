import { Staff } from '../../domain/agency/staff.ts';
import type { Addressee } from '../../domain/outbox/entry.ts';
import type { Ground } from '../records/ground.ts';
import { Route, Target } from '../records/records.ts';
import { increment, type Write } from '../store/documents.ts';

/** A resident who asked to be told gets this many pushes a case; the rest waits for a free reply. */
const PUSHES_MOST = 2;

/**
 * Where a message goes, and the e-mail address of one of the staff who has one. `counted` is to be written with it. `nobody`: there is nobody to be told, or nothing more
 * to be pushed. `gone`: it should have reached somebody who is no longer there.
 */
export type Recipient = { userId: string; email?: string; counted?: Write } | 'nobody' | 'gone';

/** @throws StoreUnavailable */
export async function findRecipient(ground: Ground, addressee: Addressee): Promise<Recipient> {
  const { documents, paths, secrets } = ground;
  switch (addressee.to) {
    case 'staff':
    case 'mail': {
      const staff = Staff.safeParse((await documents.read(paths.staff(addressee.staffId)))?.data).data;
      if (staff === undefined) return 'gone';
      return { userId: staff.id, ...(staff.email === undefined ? {} : { email: staff.email }) };
    }
    case 'target': {
      const { data } = Target.safeParse((await documents.read(paths.target(addressee.targetId)))?.data);
      return data === undefined ? 'nobody' : { userId: data.groupId };
    }
    case 'route': {
      const path = paths.route(addressee.caseId);
      const { data } = Route.safeParse((await documents.read(path))?.data);
      if (data === undefined || data.pushes >= PUSHES_MOST) return 'nobody';
      const userId = secrets.openRoute(addressee.caseId, data.sealed);
      if (userId === undefined) return 'gone';
      return { userId, counted: { op: 'update', path, data: { pushes: increment(1) } } };
    }
  }
}
