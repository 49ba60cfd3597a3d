import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';

/** The signature LINE puts into `x-line-signature`: HMAC-SHA256 of the body's octets, in Base64. */
export function sign(body: string, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

export type Attempt = { status: number } | { error: 'request_timeout' | 'could_not_connect' };

export type Poster = {
  post(endpoint: string, body: string, signature: string): Promise<Attempt>;
  close(): void;
};

/** Sends signed webhook bodies over connections that are kept open. */
export function createPoster(timeoutMs: number, connections: number): Poster {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: connections }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: connections }),
  };

  function post(endpoint: string, body: string, signature: string): Promise<Attempt> {
    return new Promise((resolve) => {
      const url = new URL(endpoint);
      const secure = url.protocol === 'https:';
      let timedOut = false;
      let answered = false;
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        agent: secure ? agents['https:'] : agents['http:'],
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'LineBotWebhook2',
          'x-line-signature': signature,
        },
      });
      const timer = setTimeout(() => {
        timedOut = true;
        request.destroy();
      }, timeoutMs);
      request.on('response', (response) => {
        answered = true;
        clearTimeout(timer);
        response.resume();
        response.on('error', () => undefined);
        resolve({ status: response.statusCode ?? 0 });
      });
      request.on('error', () => {
        clearTimeout(timer);
        if (answered) return;
        // A kept connection that the bot closed meanwhile says nothing about the bot: once more on a new one.
        if (request.reusedSocket && !timedOut) resolve(post(endpoint, body, signature));
        else resolve({ error: timedOut ? 'request_timeout' : 'could_not_connect' });
      });
      request.end(body);
    });
  }

  return {
    post,
    close(): void {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
