import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { PaperFile } from '../../domain/papers/paper.ts';
import { shortenUnits } from '../../domain/words/graphemes.ts';
import type { Ground } from '../records/ground.ts';
import { fileParts, readPart } from './read-file.ts';

const NAME_MOST = 80;

/** A name that every system takes for a file: the title without what paths and headers mean something by. */
const nameOf = (title: string): string => {
  const words = title.replace(/[\p{Cc}\\/:*?"<>|%\s]+/gu, ' ').trim();
  return `${shortenUnits(words, NAME_MOST)}.pdf`;
};

/**
 * Answers with a PDF, part by part as the reader takes it. It is sent to be saved: whatever a PDF holds, nothing of it
 * is run as a page of this site, and the sandbox binds where a browser shows it all the same. The first part is read
 * before anything is said, so that a file which is gone is no broken download.
 * @throws StoreUnavailable
 */
export async function sendPdf(
  ground: Pick<Ground, 'documents' | 'paths'>,
  { file, title }: { file: PaperFile; title: string },
  request: Request,
  response: Response,
): Promise<void> {
  response.set('etag', `"${file.sha256}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  await readPart(ground, file.sha256, 0);
  response.attachment(nameOf(title));
  response.set({
    'content-type': 'application/pdf',
    'content-length': String(file.octets),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'none',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(fileParts(ground, file)), response);
  } catch {
    response.destroy();
  }
}
