import { Router } from 'express';
import { z } from 'zod';
import { OitPage, oitPageName } from '../../domain/published/oit.ts';
import { MeasurePhotoParams } from '../../domain/staff/measures.ts';
import { readProof } from '../measures/photos.ts';
import { publicCaching } from '../pages/headers.ts';
import type { Pages } from '../pages/pages.ts';
import { openSnapshots } from '../pages/snapshots.ts';

const Params = MeasurePhotoParams.extend({ year: z.string().regex(/^2[5-6]\d\d$/) });

/**
 * `GET /oit/{year}/measures_report/photos/{measure}/{sha256}`: a photo that proves a step, for whoever has its mark:
 * those who look at what is proposed, and everybody once it is approved. A report that was taken down takes its photos
 * with it.
 */
export function proofPhotos(pages: Pages): Router {
  const router = Router({ caseSensitive: true });
  const pageOf = openSnapshots(pages, 'oit', OitPage);
  router.get('/oit/:year/measures_report/photos/:id/:sha256', async (request, response, next) => {
    const asked = Params.safeParse(request.params).data;
    if (asked === undefined) return next();
    const page = await pageOf(oitPageName(Number(asked.year), 'measures_report'));
    if (page.kind === 'broken' || (page.kind === 'shown' && page.value.withdrawn !== undefined))
      return next();
    const octets = await readProof(pages, asked.id, asked.sha256);
    if (octets === undefined) return next();
    // What is proposed is looked at in a frame that belongs to no site.
    response.set({ 'cache-control': publicCaching, 'cross-origin-resource-policy': 'cross-origin' });
    response.type('image/jpeg').send(Buffer.from(octets));
  });
  return router;
}
