import { Announcement } from '../../domain/announcements/announcement.ts';
import { AnnouncementsRegister } from '../../domain/announcements/register.ts';
import { Paper } from '../../domain/papers/paper.ts';
import { PapersRegister } from '../../domain/papers/register.ts';
import { standing } from '../faults/history.ts';
import type { ChaosRun } from './check.ts';
import { type ClaimedPublic, claimsOf } from './claims.ts';
import { EVERYBODY } from './line.ts';

function listedIn({ history }: ChaosRun, where: ClaimedPublic['where']): string[] {
  const data = standing(history, 'published').get(where);
  if (data === undefined) return [];
  const listed =
    where === 'papers' ? PapersRegister.parse(data).papers : AnnouncementsRegister.parse(data).announcements;
  return listed.map(({ id }) => id);
}

/** What a second person approved is one version, listed once, and nothing of it waits any more. */
export function publicFindings(run: ChaosRun): string[] {
  return claimsOf(run, 'public').flatMap(({ where, id }) => {
    const data = standing(run.history, where).get(id);
    if (data === undefined) return [`${where} ${id} is not there`];
    const { issues, draft } = where === 'papers' ? Paper.parse(data) : Announcement.parse(data);
    const listed = listedIn(run, where).filter((one) => one === id).length;
    return issues.length === 1 && draft === undefined && listed === 1
      ? []
      : [`${where} ${id} has ${issues.length} versions and is listed ${listed} times`];
  });
}

/** A broadcast is in each chat once, under one retry key, as many as its cost said; and the record says that it went. */
export function broadcastFindings(run: ChaosRun): string[] {
  return claimsOf(run, 'broadcast').flatMap(({ id, messages }) => {
    const data = standing(run.history, 'announcements').get(id);
    const record = Announcement.safeParse(data).data?.broadcast;
    const taken = run.pushes.filter(({ to }) => to === EVERYBODY);
    const arrived = [...run.platform.chats.values()].map(
      (chat) => chat.filter((one) => JSON.stringify(one.message).includes(`/announcements/${id}`)).length,
    );
    const once = arrived.filter((times) => times === 1).length;
    return [
      ...(record?.state === 'sent' && record.messages === messages
        ? []
        : ['a broadcast that is not noted as sent']),
      ...(taken.length === 1 && taken[0]?.retryKey === record?.retryKey
        ? []
        : [`LINE took ${taken.length} broadcasts, or one under another key`]),
      ...(once === messages && arrived.every((times) => times <= 1)
        ? []
        : [`a broadcast to ${messages} people is once in ${once} of the chats: ${arrived.join()}`]),
    ];
  });
}
