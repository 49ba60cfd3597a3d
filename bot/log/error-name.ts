import { z } from 'zod';

/**
 * The class or code of an error: all that a log line may say of it, since messages may echo input. Made only
 * by {@link errorName}. It has no room for an id, a receipt or a sentence.
 */
export const ErrorName = z
  .string()
  .max(50)
  .regex(/^(([A-Z][A-Za-z]*)?(Error|Exception)|E[A-Z]{2,}\d?|[A-Z]+\d?(_[A-Z]+\d?)+|GRPC_\d{1,2})$/)
  .brand('ErrorName');
export type ErrorName = z.infer<typeof ErrorName>;

function namesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error ? error.code : undefined;
  const isGrpc = typeof code === 'number' && code <= 16;
  return [isGrpc ? `GRPC_${code}` : code, error.name, error.constructor.name];
}

/**
 * The code of an error where it has one (`ECONNRESET`, Firestore's gRPC status as `GRPC_4`), else its class; `Error` for anything else.
 * @see https://grpc.io/docs/guides/status-codes/
 */
export function errorName(error: unknown): ErrorName {
  for (const name of namesOf(error)) {
    const parsed = ErrorName.safeParse(name);
    if (parsed.success && name !== 'Error') return parsed.data;
  }
  return ErrorName.parse('Error');
}
