import { Session, Ticket } from '../../domain/staff/me.ts';
import type { Product } from '../browser/product.ts';

/** Signs somebody in as their browser does; resolves to what calls the staff's API in their name. */
export async function asStaff({ url, simulator }: Product, staffId: string) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${url}/api/staff${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const idToken = await simulator.login.tokens.issue(staffId);
  const { ticket } = Ticket.parse(await (await call('POST', '/sign-in', { idToken })).json());
  const { bearer } = Session.parse(await (await call('POST', '/session', { ticket })).json());
  headers.authorization = `Bearer ${bearer}`;
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await call(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}
