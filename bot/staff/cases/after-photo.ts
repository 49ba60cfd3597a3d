import { Router } from 'express';
import { z } from 'zod';
import { Case } from '../../../domain/case/case.ts';
import { FileParams } from '../../../domain/staff/cases.ts';
import type { Ground } from '../../records/ground.ts';
import { Attachment } from '../../records/records.ts';

const Photo = Attachment.extend({ kind: z.literal('photo') });

/** The photo taken after the work on a case that is said to be done; undefined for everything else. */
async function readAfter(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  caseId: string,
  n: number,
) {
  const read = Case.safeParse((await documents.read(paths.case(caseId)))?.data);
  if (!read.success) return undefined;
  const { status, files } = read.data;
  const file = files.find((one) => one.n === n && one.use === 'after');
  if (file === undefined || (status !== 'resolved' && status !== 'closed')) return undefined;
  const kept = Photo.safeParse((await documents.read(paths.attachment(file.at ?? caseId, n)))?.data);
  return kept.success && !kept.data.held ? kept.data.bytes : undefined;
}

/**
 * `GET /after/{case}/{n}`: the photo taken after the work, for whoever has the case's id: its reporter, in whose chat
 * it is shown, and LINE. Nothing else of a case is served here.
 */
export function afterPhotos(ground: Pick<Ground, 'documents' | 'paths'>): Router {
  const router = Router({ caseSensitive: true });
  router.get('/after/:caseId/:n', async (request, response, next) => {
    const wanted = FileParams.safeParse(request.params);
    const octets = wanted.success ? await readAfter(ground, wanted.data.caseId, wanted.data.n) : undefined;
    if (octets === undefined) return next();
    response.set({
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    response.type('image/jpeg').send(Buffer.from(octets));
  });
  return router;
}
