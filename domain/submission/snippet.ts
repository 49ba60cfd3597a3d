import type { SubmissionRow } from './set.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** HTML for the agency's own website: each item that has something public, with its links. */
export function submissionSnippet(heading: string, rows: readonly SubmissionRow[]): string {
  const items = rows
    .filter(({ proofs }) => proofs.length > 0)
    .map(({ code, title, proofs }) => {
      const links = proofs.map(({ url, label }) => `<a href="${escaped(url)}">${escaped(label)}</a>`);
      return `  <li>${escaped(`${code} ${title}`)}: ${links.join(', ')}</li>`;
    });
  return [`<h2>${escaped(heading)}</h2>`, '<ul>', ...items, '</ul>'].join('\n');
}
