/** LINE's side of the benchmark: takes every reply, answers as LINE does, and remembers how many there were. */
import { createServer, type IncomingMessage } from 'node:http';
import { answerParent } from './child.ts';
import { listen, stop } from './listen.ts';

let replies = 0;
let last = '';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const sent = JSON.stringify({ sentMessages: [{ id: '461230966842064897', quoteToken: 'IStG5h1Tz7b' }] });
const info = JSON.stringify({ userId: 'U0', basicId: '@bench', displayName: 'bench', chatMode: 'bot' });

const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  const isReply = request.url === '/v2/bot/message/reply';
  if (isReply) {
    replies += 1;
    last = body;
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
answerParent({ url: () => url, replies: () => ({ replies, last }), stop: () => stop(server) });
