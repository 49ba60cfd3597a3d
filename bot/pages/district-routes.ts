import { Router } from 'express';
import { type DistrictPage, DistrictRecord } from '../../domain/published/district.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { districtPath } from '../publish/district.ts';
import type { Pages } from './pages.ts';
import { openSnapshots } from './snapshots.ts';

/** `/district`: the agencies of the agency's own อำเภอ, from one document. */
export function districtRoutes(pages: Pages): Router {
  const router = Router({ caseSensitive: true });
  const { current } = pages;
  const recordAt = openSnapshots(pages, 'district', DistrictRecord, (path) => path);
  const made = new WeakMap<CurrentAgency, { of: DistrictRecord | undefined; page: DistrictPage }>();

  function pageOf(record: DistrictRecord | undefined): DistrictPage {
    const before = made.get(current());
    if (before !== undefined && before.of === record) return before.page;
    const page: DistrictPage = {
      page: 'district',
      agency: pages.agency(),
      agencies: record?.agencies ?? [],
    };
    made.set(current(), { of: record, page });
    return page;
  }

  router.get('/district', async (request, response) => {
    const snapshot = await recordAt(districtPath(current().agency));
    await pages.send(
      request,
      response,
      snapshot.kind === 'broken'
        ? { page: 'unavailable', agency: pages.agency() }
        : pageOf(snapshot.kind === 'shown' ? snapshot.value : undefined),
    );
  });

  return router;
}
