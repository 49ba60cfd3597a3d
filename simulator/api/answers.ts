import type { Problem, Rule } from '../line-rules/rules.ts';

/** What a call is answered with: JSON, or octets as they were uploaded. */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
} & ({ body: unknown } | { octets: Buffer; contentType: string });

/** A call as a handler sees it. */
export type ApiCall = {
  requestId: string;
  params: Record<string, string>;
  header: (name: string) => string | undefined;
  octets: Buffer;
};

export type Handler = (call: ApiCall) => Answer;

export function ok(body: unknown = {}): Answer {
  return { status: 200, body };
}

/** LINE's error shape. @see https://developers.line.biz/en/reference/messaging-api/#error-responses */
export function refuse(status: number, message: string, details: Problem[] = []): Answer {
  return { status, body: details.length > 0 ? { message, details } : { message } };
}

export function refuseProblems(problems: Problem[]): Answer {
  return refuse(400, `The request body has ${problems.length} error(s)`, problems);
}

export const NOT_FOUND: Answer = refuse(404, 'Not found');

/**
 * The request's JSON; a refusal when it is none, or when `rule` finds fault with it: then `problems` says which.
 */
export function readJson(
  call: ApiCall,
  rule: Rule,
): { value: unknown } | { refused: Answer; problems: Problem[] } {
  const contentType = call.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(contentType)) {
    return { refused: refuse(415, `The content type, ${contentType}, is not supported`), problems: [] };
  }
  let value: unknown;
  try {
    value = JSON.parse(call.octets.toString('utf8'));
  } catch {
    const message = 'The request body could not be parsed as JSON (line: -, column: -)';
    return { refused: refuse(400, message), problems: [] };
  }
  const problems = rule(value, '');
  return problems.length > 0 ? { refused: refuseProblems(problems), problems } : { value };
}
