import { letters } from '../words/clean.ts';
import type { PaperQuery, Sought } from '../words/paper-query.ts';
import { probablyHas } from './grams.ts';
import type { PaperEntry } from './register.ts';

/** A public paper with the filter of its words; `filter` is absent for links, scans, and what could not be read. */
export interface Searched {
  readonly entry: PaperEntry;
  readonly filter: Uint8Array | undefined;
}

const IN_TITLE = 6;
const IN_WORDS = 2;
const OF_KIND = 3;
const OF_YEAR = 2;
/** Of what is sought at least this much must be found. */
const LEAST_FOUND = 0.5;

/** How well one thing that is sought fits one paper: in its title, its unit's name, or its words. */
function pointsOf({ words, folded }: Sought, title: string, filter: Uint8Array | undefined): number {
  const [own = '', ...others] = words;
  if (title.includes(own)) return IN_TITLE;
  if (others.some((word) => title.includes(word))) return IN_TITLE - 1;
  if (filter === undefined) return 0;
  return folded.some((word) => probablyHas(filter, word)) ? IN_WORDS : 0;
}

/**
 * The papers that fit a query, best first. What few papers speak of counts for more than what all do. With only kinds
 * or years named, all papers of them fit.
 */
export function searchPapers(papers: readonly Searched[], query: PaperQuery): PaperEntry[] {
  const titles = papers.map(({ entry }) => letters(`${entry.title} ${entry.unit ?? ''}`));
  const points = query.sought.map((one) =>
    papers.map(({ filter }, at) => pointsOf(one, titles[at] ?? '', filter)),
  );
  const weights = points.map((row) => {
    const seen = row.filter((each) => each > 0).length;
    return Math.log(1 + papers.length / Math.max(1, seen));
  });
  const scored = papers.map(({ entry }, at) => {
    const rows = points.map((row) => row[at] ?? 0);
    const found = rows.filter((each) => each > 0).length;
    const sum = rows.reduce((all, each, nth) => all + each * (weights[nth] ?? 0), 0);
    const isOfKind = query.kinds.includes(entry.kind);
    const isOfYear = query.years.includes(entry.fiscalYear);
    const score = sum + (isOfKind ? OF_KIND : 0) + (isOfYear ? OF_YEAR : 0);
    const fitsWords = query.sought.length > 0 && found >= query.sought.length * LEAST_FOUND;
    const fitsKind = query.sought.length === 0 && (query.kinds.length === 0 || isOfKind);
    const fitsYear = query.years.length === 0 || isOfYear || query.sought.length > 0;
    return { entry, score, isFit: (fitsWords || fitsKind) && fitsYear && score > 0 };
  });
  return scored
    .filter(({ isFit }) => isFit)
    .toSorted((a, b) => b.score - a.score || b.entry.fiscalYear - a.entry.fiscalYear)
    .map(({ entry }) => entry);
}
