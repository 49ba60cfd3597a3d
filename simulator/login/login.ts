import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import type { IdTokens } from './id-tokens.ts';
import { loginPage } from './login-page.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** LINE leads back only to registered addresses; the stand-in to those of this machine. */
const Back = z.url({ protocol: /^http$/ }).refine((url) => LOOPBACK.has(new URL(url).hostname));
const Asked = z.object({ redirect_uri: Back });
const Chosen = Asked.extend({ user_id: z.string() });

const refuse = (response: Response): void => {
  response.status(400).json({ error: 'invalid_request' });
};

/**
 * A stand-in for LINE Login: its public keys, and a page that signs in as one of the people on the phones. The
 * token goes back in the fragment, which browsers tell no server.
 */
export function createLogin(platform: Platform, tokens: IdTokens): Router {
  const router = Router();
  router.get('/oauth2/v2.1/certs', (_request, response) => {
    response.json(tokens.jwks);
  });
  router.get('/login', (request: Request, response: Response) => {
    const asked = Asked.safeParse(request.query);
    if (!asked.success) return refuse(response);
    response.type('html').send(loginPage(platform.people.values(), asked.data.redirect_uri));
  });
  router.get('/login/as', async (request: Request, response: Response) => {
    const chosen = Chosen.safeParse(request.query);
    if (!chosen.success || !platform.people.has(chosen.data.user_id)) return refuse(response);
    const { user_id: userId, redirect_uri: back } = chosen.data;
    const fragment = new URLSearchParams({ id_token: await tokens.issue(userId) });
    response.redirect(303, `${back}#${fragment}`);
  });
  return router;
}
