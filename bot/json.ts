/** What a text in JSON says; undefined for a text that is none, which no schema of a record takes. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
