/**
 * LINE's side of the benchmark: takes every reply, answers as LINE does, and remembers how many there were, and the
 * receipts on review cards. What residents sent is always the same photo, of the size that LINE passes on.
 */
import { createServer, type IncomingMessage } from 'node:http';
import sharp from 'sharp';
import { answerParent } from './child.ts';
import { listen, stop } from './listen.ts';

let replies = 0;
let last = '';
const receipts = new Set<string>();
const SENDS = /"v1\|[^"|]+\|complaint\.review\|send\.(\d{16})"/;

const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
const photo = await sharp({ create: { width: 1280, height: 960, channels: 3, background: '#708090', noise } })
  .blur(2)
  .jpeg({ quality: 85 })
  .toBuffer();

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const sent = JSON.stringify({ sentMessages: [{ id: '461230966842064897', quoteToken: 'IStG5h1Tz7b' }] });
const info = JSON.stringify({ userId: 'U0', basicId: '@bench', displayName: 'bench', chatMode: 'bot' });

const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  if (request.url?.endsWith('/content')) {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': photo.length });
    response.end(photo);
    return;
  }
  const isReply = request.url === '/v2/bot/message/reply';
  if (isReply) {
    replies += 1;
    last = body;
    const receipt = SENDS.exec(body)?.[1];
    if (receipt !== undefined) receipts.add(receipt);
  }
  const answer = isReply ? sent : info;
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(answer),
    'x-line-request-id': 'bench',
  });
  response.end(answer);
});

const url = await listen(server);
answerParent({
  url: () => url,
  replies: () => ({ replies, last }),
  receipts: () => [...receipts],
  stop: () => stop(server),
});
