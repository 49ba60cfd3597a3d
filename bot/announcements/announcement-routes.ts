import { type Request, type Response, Router } from 'express';
import {
  Announcement,
  AnnouncementId,
  shownAnnouncement,
  timeOfAnnouncement,
} from '../../domain/announcements/announcement.ts';
import { placesOf } from '../../domain/announcements/told.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import type { Pages } from '../pages/pages.ts';
import type { PageRoutes } from '../pages/router.ts';
import type { Ground } from '../records/ground.ts';
import { isThere } from '../store/is-there.ts';
import { readAnnouncements } from './read-register.ts';

type At = Pick<Ground, 'documents' | 'paths'>;

/** One that was ever approved, with its newest version as a page tells it. @throws StoreUnavailable */
async function readPublic({ documents, paths }: At, id: unknown, pages: Pages) {
  const known = AnnouncementId.safeParse(id);
  if (!known.success) return undefined;
  const found = await documents.read(paths.announcement(known.data));
  const announcement = isThere(found, pages.clock()) ? Announcement.safeParse(found.data).data : undefined;
  const issue = announcement?.issues.at(-1);
  if (announcement === undefined || issue === undefined) return undefined;
  const { agency } = pages.current();
  const unit = agency.units.find((one) => one.id === issue.unit)?.label;
  const told = {
    agency: pages.agency(),
    id: known.data,
    issue,
    places: placesOf(agency, issue),
    ...(unit === undefined ? {} : { unit }),
  };
  return { announcement, told };
}

/** `/announcements`, `/announcements/{id}`, and `/announcements/{id}/poster` while it is public. */
export const announcementPages =
  (ground: At): PageRoutes =>
  (pages) => {
    const router = Router({ caseSensitive: true });
    const missing = (request: Request, response: Response) =>
      pages.send(request, response, { page: 'not_found', agency: pages.agency() });

    router.get('/announcements', async (request, response) => {
      const { announcements } = await readAnnouncements(ground);
      const today = dayOf(pages.clock());
      const by = Map.groupBy(announcements, (entry) => timeOfAnnouncement(entry, today));
      await pages.send(request, response, {
        page: 'announcements',
        agency: pages.agency(),
        now: by.get('now') ?? [],
        coming: by.get('coming') ?? [],
        over: by.get('over') ?? [],
      });
    });

    router.get('/announcements/:id', async (request, response) => {
      const found = await readPublic(ground, request.params.id, pages);
      if (found === undefined) return missing(request, response);
      const { told, announcement } = found;
      await pages.send(request, response, {
        page: 'announcement',
        ...told,
        time: timeOfAnnouncement(told.issue, dayOf(pages.clock())),
        ...(announcement.withdrawn === undefined ? {} : { withdrawn: announcement.withdrawn }),
      });
    });

    router.get('/announcements/:id/poster', async (request, response) => {
      const found = await readPublic(ground, request.params.id, pages);
      if (found === undefined || shownAnnouncement(found.announcement) === undefined) {
        return missing(request, response);
      }
      await pages.send(request, response, { page: 'announcement_poster', ...found.told });
    });
    return router;
  };
