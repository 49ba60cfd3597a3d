import { connect, type Socket } from 'node:net';

/** What came back over one connection, and whether the server has closed it. */
export interface Heard {
  status: number;
  text: string;
}

export interface Line {
  socket: Socket;
  write(octets: string | Uint8Array): void;
  /** Resolves when the server has closed the connection. */
  closed: Promise<Heard>;
  /** Resolves when the first answer has begun. */
  answered: Promise<Heard>;
}

/** A connection to a port, on which a test says whatever it likes. */
export function openLine(port: number): Line {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  const heard = (): Heard => ({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  // A server that refuses what is still being sent resets the connection.
  socket.on('error', () => undefined);
  const closed = new Promise<Heard>((resolve) => socket.once('close', () => resolve(heard())));
  const first = new Promise<Heard>((resolve) => socket.once('data', () => resolve(heard())));
  return {
    socket,
    write: (octets) => void socket.write(octets),
    closed,
    answered: Promise.race([first, closed]),
  };
}
