const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Any JSON as HTML: every name and every value is there to be read. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${show(one)}</li>`).join('')}</ul>`;
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  const rows = Object.entries(value).map(([name, one]) => `<dt>${escaped(name)}</dt><dd>${show(one)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
}
