/**
 * The filter of a log exclusion that leaves out every request about tips and follow-up.
 * @see https://cloud.google.com/logging/docs/view/logging-query-language
 */
export const TIP_LOG_FILTER = 'httpRequest.requestUrl=~"/(tip|track|api/tips|api/track)([/?#]|$)"';

/** Addresses that no log may hold; the host says nothing. */
const SECRET_ADDRESSES = [
  '/tip',
  '/tip?a=b',
  '/tip/',
  '/track',
  '/track?a=b',
  '/api/tips/d',
  '/api/tips/d/1',
  '/api/track',
].map((path) => `https://example.go.th${path}`);

/** A term by which a filter may be narrowed without letting a request of the program's through. */
const OWN_SERVICE = /^resource\.type\s*=\s*\(?\s*"cloud_run_revision"(\s+OR\s+"cloud_function")?\s*\)?$/;
const REQUEST = /^httpRequest\.requestUrl\s*=~\s*"((?:[^"\\]|\\.)+)"$/;

/** The pattern that a filter leaves out requests by; undefined for a filter that is not understood. */
function patternOf(filter: string): RegExp | undefined {
  const terms = filter
    .split(/\s+AND\s+|\n/)
    .map((term) => term.trim())
    .filter((term) => term !== '' && !OWN_SERVICE.test(term));
  const [only, ...more] = terms;
  const written = more.length === 0 ? REQUEST.exec(only ?? '')?.[1] : undefined;
  if (written === undefined) return undefined;
  try {
    return new RegExp(written.replace(/\\(["\\])/g, '$1'));
  } catch {
    return undefined;
  }
}

/** Whether exclusions with these filters leave out every request about tips; a filter that is not understood leaves out none. */
export function coversTips(filters: readonly string[]): boolean {
  const patterns = filters.flatMap((filter) => patternOf(filter) ?? []);
  return SECRET_ADDRESSES.every((address) => patterns.some((pattern) => pattern.test(address)));
}
