import type { IncomingMessage } from 'node:http';

/** Longest body that is read, in octets. */
const MOST_OCTETS = 1024 * 1024;

const nothing = Buffer.alloc(0);

/** Why a body was not read; `cut`: whoever sent it is gone. */
type Unread = 'too_large' | 'unreadable' | 'cut';

/** The octets of a body as they came: a signature is of those. Never rejects; what is not read is left to Node. */
export function rawBody(request: IncomingMessage): Promise<Buffer | Unread> {
  const { 'content-encoding': encoding = 'identity', 'content-length': announced } = request.headers;
  if (encoding.toLowerCase() !== 'identity') return Promise.resolve('unreadable');
  if (Number(announced) > MOST_OCTETS) return Promise.resolve('too_large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST_OCTETS) chunks.push(chunk);
      else resolve('too_large');
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? nothing) : Buffer.concat(chunks)));
    request.on('error', () => resolve('cut'));
    request.on('close', () => resolve('cut'));
  });
}
