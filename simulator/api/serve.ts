import type { Request, RequestHandler, Response } from 'express';
import type { FaultSwitches, StruckCall } from '../faults.ts';
import { newRequestId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import { type Answer, type ApiCall, refuse } from './answers.ts';

/** How long a call that "times out" is held before the connection is cut. */
const HELD_MS = 30_000;
const UNAUTHORIZED =
  'Authentication failed. Confirm that the access token in the authorization header is valid.';

function write(response: Response, answer: Answer): void {
  response.status(answer.status).set(answer.headers ?? {});
  if ('octets' in answer) response.type(answer.contentType).send(answer.octets);
  else response.json(answer.body);
}

/** Answers calls of the bot: authorization first, then faults, then the handler; each call is recorded. */
export function createServe(platform: Platform, faults: FaultSwitches) {
  function spoil(response: Response, { kind }: StruckCall): void {
    switch (kind) {
      case 'status429':
        write(response, refuse(429, 'The API rate limit has been exceeded. Try again later.'));
        return;
      case 'status500':
        write(response, refuse(500, 'Internal Server Error'));
        return;
      case 'reset':
        response.req.socket.resetAndDestroy();
        return;
      case 'timeout': {
        const { socket } = response.req;
        const timer = setTimeout(() => socket.destroy(), HELD_MS);
        socket.once('close', () => clearTimeout(timer));
        return;
      }
    }
  }

  function callOf(request: Request, requestId: string): ApiCall {
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.params)) {
      if (typeof value === 'string') params[name] = value;
    }
    const body: unknown = request.body;
    return {
      requestId,
      params,
      header: (name) => request.get(name),
      octets: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    };
  }

  return function serve(handler: (call: ApiCall) => Answer | Promise<Answer>): RequestHandler {
    return async (request, response) => {
      const requestId = newRequestId();
      const path = request.originalUrl.split('?')[0] ?? '';
      const done = (status: number) =>
        platform.record({ time: platform.now(), method: request.method, path, status });
      response.set('x-line-request-id', requestId);

      if (request.get('authorization') !== `Bearer ${platform.channel.accessToken}`) {
        write(response, refuse(401, UNAUTHORIZED));
        done(401);
        return;
      }
      const struck = faults.onCall(path);
      const answer = struck?.when === 'before' ? null : await handler(callOf(request, requestId));
      if (struck !== null) spoil(response, struck);
      else if (answer !== null) write(response, answer);
      done(struck?.kind === 'reset' || struck?.kind === 'timeout' ? 0 : response.statusCode);
    };
  };
}
