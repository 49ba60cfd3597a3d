import { IncomingMessage } from 'node:http';

/**
 * A request whose body can be read, though it was read before: Google's server parses every body before a function is
 * called. Whoever reads this one parses it by their own rules, and refuses by its length what is too long.
 * @param body the octets that were read; the request itself is given back where it was not read
 */
export function freshRequest(request: IncomingMessage, body: Uint8Array | undefined): IncomingMessage {
  if (body === undefined) return request;
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, socket } =
    request;
  const fresh = new IncomingMessage(socket);
  Object.assign(fresh, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  fresh.push(body);
  fresh.push(null);
  fresh.complete = true;
  return fresh;
}
