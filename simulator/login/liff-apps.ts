import { createHash, randomBytes } from 'node:crypto';
import express, { type Response, Router } from 'express';
import { z } from 'zod';

/** A LIFF app as LINE lists it. @see https://developers.line.biz/en/reference/liff-server/#get-all-liff-apps */
export interface LiffApp {
  liffId: string;
  view: { type: 'compact' | 'tall' | 'full'; url: string };
  description: string;
  permanentLinkPattern: 'concat';
  scope: ('openid' | 'email' | 'profile' | 'chat_message.write')[];
  botPrompt: 'normal' | 'aggressive' | 'none';
}

const LIFETIME_SECONDS = 900;
const MOST_OCTETS = '16kb';

const TokenForm = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
});

const refuseToken = (response: Response, status: number, error: string, description: string): void => {
  response.status(status).json({ error, error_description: description });
};

/**
 * A LINE Login channel's own calls: a token for its secret, and with it the list of its LIFF apps.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export function createLiffApps(
  channel: { channelId: string; channelSecret: string },
  apps: readonly LiffApp[],
  now: () => number,
): Router {
  const issued = new Map<string, number>();
  const markOf = (token: string): string => createHash('sha256').update(token).digest('hex');
  const router = Router();

  router.post(
    '/oauth2/v3/token',
    express.urlencoded({ extended: false, limit: MOST_OCTETS }),
    (request, response) => {
      if (request.is('application/x-www-form-urlencoded') === false) {
        return refuseToken(response, 415, 'invalid_request', 'The content type is not supported');
      }
      const form = TokenForm.safeParse(request.body);
      if (!form.success)
        return refuseToken(response, 400, 'invalid_request', 'A parameter is missing or unknown');
      const { client_id: id, client_secret: secret } = form.data;
      if (id !== channel.channelId || secret !== channel.channelSecret) {
        return refuseToken(response, 400, 'invalid_client', 'client identification failed');
      }
      const token = randomBytes(48).toString('base64url');
      issued.set(markOf(token), now() + LIFETIME_SECONDS * 1000);
      response.json({ token_type: 'Bearer', access_token: token, expires_in: LIFETIME_SECONDS });
    },
  );
  router.get('/liff/v1/apps', (request, response) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
    if ((issued.get(markOf(token)) ?? 0) <= now()) {
      response.status(401).json({ message: 'Authentication failed' });
    } else if (apps.length === 0) {
      response.status(404).json({ message: 'not found' });
    } else {
      response.json({ apps });
    }
  });
  return router;
}
