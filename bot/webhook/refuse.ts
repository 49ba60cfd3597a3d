import type { ServerResponse } from 'node:http';

/** Every refusal, with its status and its words for whoever calls; none repeats what was sent. */
const refusals = {
  no_signature: [401, 'The x-line-signature header is missing.'],
  bad_signature: [401, 'The signature does not belong to this body.'],
  not_json: [400, 'The body is not a LINE webhook.'],
  bad_shape: [400, 'Some events are not of the shape that LINE documents.'],
  wrong_destination: [400, 'The webhook was meant for another account.'],
  too_large: [413, 'The body is larger than 1 MiB.'],
  unreadable: [400, 'The request could not be read.'],
  unknown_agency: [404, 'There is no such agency.'],
  not_found: [404, 'There is nothing here.'],
  not_ready: [503, 'The store does not answer.'],
  failed: [500, 'Some events were not handled; please send them again.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type Refusal = keyof typeof refusals;

/** Answers with a refusal, in the one shape that errors have. */
export function refuse(response: ServerResponse, code: Refusal): void {
  const [status, message] = refusals[code];
  const body = Buffer.from(JSON.stringify({ error: { code, message } }));
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    .end(body);
}
