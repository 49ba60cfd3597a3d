import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answered {
  status: number;
  body: string;
}

/** A socket that leads nowhere: what is written to it is kept. */
class Wire extends Socket {
  readonly written: Buffer[] = [];
  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: () => void): void {
    this.written.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
    done();
  }
  override _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: () => void): void {
    for (const { chunk, encoding } of chunks) this._write(chunk, encoding, () => undefined);
    done();
  }
}

const END_OF_HEAD = '\r\n\r\n';

/** One HTTP request to an application in this process, by no socket: its answer once it is whole. */
export function inject(app: RequestListener, { method, path, headers, body }: Request): Promise<Answered> {
  const wire = new Wire();
  const request = new IncomingMessage(wire);
  request.method = method;
  request.url = path;
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { host: 'bot.invalid', ...headers };
  if (body !== undefined) {
    request.headers['content-length'] = String(Buffer.byteLength(body));
    request.push(Buffer.from(body));
  }
  request.push(null);
  request.complete = true;
  const response = new ServerResponse(request);
  response.assignSocket(wire);
  return new Promise((resolve) => {
    response.on('finish', () => {
      const whole = Buffer.concat(wire.written).toString();
      const end = whole.indexOf(END_OF_HEAD);
      resolve({ status: response.statusCode, body: end < 0 ? '' : whole.slice(end + END_OF_HEAD.length) });
    });
    app(request, response);
  });
}
