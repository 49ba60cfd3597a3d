import { application } from './application.ts';

/** Sends what is due in the outbox of an agency. @throws StoreUnavailable, so that it is tried again */
export async function sendOutbox(agencyId: string): Promise<void> {
  const { agencies } = await application();
  await (await agencies.find(agencyId))?.jobs.outbox();
}
