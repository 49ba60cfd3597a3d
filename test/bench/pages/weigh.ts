import { type IncomingMessage, request } from 'node:http';

/** The bar for `/`, HTML and CSS compressed: 14 KB of 1,024 octets. */
export const MOST_OCTETS = 14 * 1024;

export type Coding = 'identity' | 'gzip' | 'br';

/** Octets of a body as they cross the wire, and of the status line and headers before it. */
export interface Weight {
  coding: Coding;
  body: number;
  headers: number;
}

/** What an address answers, undecoded. */
export async function weigh(url: string, coding: Coding): Promise<Weight> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': coding } }, resolve)
      .on('error', reject)
      .end();
  });
  let body = 0;
  for await (const chunk of response) body += Buffer.byteLength(chunk);
  const { statusCode, statusMessage, rawHeaders, headers } = response;
  const got = headers['content-encoding'] ?? 'identity';
  if (statusCode !== 200 || got !== coding) throw new Error(`${url} answered ${statusCode} as ${got}`);
  const lines = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}\r\n`] : [],
  );
  const head = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${lines.join('')}\r\n`;
  return { coding, body, headers: Buffer.byteLength(head) };
}
