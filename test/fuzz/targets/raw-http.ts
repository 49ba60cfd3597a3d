import { connect } from 'node:net';
import fc from 'fast-check';
import { hostileText } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import { targetOf } from '../target.ts';

interface Spoken {
  seed: number;
  spoils: Mutation[];
  text: string;
}

const seeds = [
  'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'POST /webhook HTTP/1.1\r\nhost: localhost\r\nx-line-signature: YQ==\r\ncontent-length: 2\r\n\r\n{}',
  'POST /api/track HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n',
  'PUT /api/tips/a/1 HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/octet-stream\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc',
  'GET /papers?q=a HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
  'POST /rate/mai HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
];

/** Says something to the port, and listens until the connection is closed or nothing more comes. */
function speak(port: number, octets: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const heard: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.end(octets));
    socket.on('data', (chunk) => heard.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(heard).toString('latin1')));
  });
}

/** Requests as octets, whole or not, to the port itself. */
export const rawHttp = targetOf<Spoken>({
  name: 'raw-http',
  many: 60_000,
  few: 300,
  round: 10_000,
  atOnce: 16,
  keepsNothing: true,
  inputs: () => fc.record({ seed: fc.nat(seeds.length), spoils: mutations, text: hostileText }),
  async give(stage, { seed, spoils, text }) {
    const heard = await speak(stage.port, mutated(Buffer.from(seeds[seed] ?? text), spoils));
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 400);
    if (status >= 500 && status !== 501) return `status ${status}`;
    return /\n\s+at |node_modules/.test(heard) ? 'words of the inside' : undefined;
  },
});
