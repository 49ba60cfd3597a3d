import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** A body with its compressed forms, made once. */
export interface Prepared {
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  /** Weak: the same for all three forms. */
  readonly etag: string;
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** The same for the same content, in whatever form it is sent. */
export const weakEtag = (content: string | Buffer): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

export async function prepare(text: string): Promise<Prepared> {
  const body = Buffer.from(text);
  const [zipped, br] = await Promise.all([
    toGzip(body, { level: 9 }),
    toBrotli(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  ]);
  return { body, gzip: zipped, br, etag: weakEtag(body) };
}

/** Answers with the smallest form that the browser takes, or with 304 where it has it already. */
export function answer(request: Request, response: Response, status: number, prepared: Prepared): void {
  response.vary('Accept-Encoding');
  if (response.get('cache-control') !== 'no-store') response.set('etag', prepared.etag);
  response.status(status);
  if (status === 200 && request.fresh) {
    response.status(304).end();
    return;
  }
  const encoding = request.acceptsEncodings(['br', 'gzip', 'identity']);
  if (encoding === 'br' || encoding === 'gzip') {
    response.set('content-encoding', encoding).end(prepared[encoding]);
  } else {
    response.end(prepared.body);
  }
}
