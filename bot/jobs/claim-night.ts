import { z } from 'zod';
import type { Ground } from '../records/ground.ts';

/** `settings/night`: the day of which the night's work was last begun. */
const Night = z.object({ version: z.literal(1), day: z.iso.date() });

/** Whether this process is the one that does a night's work for an agency; one alone is. @throws StoreUnavailable */
export async function claimNight(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  today: string,
): Promise<boolean> {
  const found = await documents.read(paths.night);
  if (Night.safeParse(found?.data).data?.day === today) return false;
  const data = { version: 1, day: today };
  const committed = await documents.commit([
    found === undefined
      ? { op: 'create', path: paths.night, data }
      : { op: 'update', path: paths.night, data, ifUpdatedAt: found.updateTime },
  ]);
  return committed.ok;
}
