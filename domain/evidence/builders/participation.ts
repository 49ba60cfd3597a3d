import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { type CaseCounts, casesIn } from '../../case/case-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { participationWords as say } from '../../catalogue/evidence-services.ts';
import { addTallies, monthRatings } from '../../survey/tally.ts';
import type { Block, Content, Table } from '../content.ts';
import { countedSinceNote } from '../counting.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { coveredPeriod, monthLabel, monthsOf, presetLabel, presetPeriod } from '../periods.ts';
import { officialSignatures } from '../signatures.ts';

const outcomes = ['all', 'done', 'underway', 'referred', 'declined'] as const satisfies (keyof CaseCounts)[];

/** What was held in the period, as the agency entered it, with the addresses of what was written about it. */
function held({ profile, preset, fiscalYear }: EvidenceInputs): Block[] {
  const period = presetPeriod(preset, fiscalYear);
  const rows = profile.participation.filter(({ day }) => day >= period.from && day <= period.to);
  if (rows.length === 0) return [{ kind: 'warning', text: say.none(presetLabel(preset, fiscalYear)) }];
  const table: Table = {
    kind: 'table',
    id: 'activities',
    caption: say.caption(presetLabel(preset, fiscalYear)),
    columns: [
      { label: say.activity },
      { label: say.day },
      { label: say.place },
      { label: say.people, decimals: 0 },
      { label: say.result },
    ],
    rows: rows.map(({ title, day, place, people, result }) => ({
      cells: [title, thaiDate(day, 'long'), place, people, result],
    })),
  };
  const links = rows.flatMap(({ title, url }) =>
    url === undefined ? [] : [{ label: title, value: url, href: url }],
  );
  return [table, ...(links.length === 0 ? [] : [{ kind: 'facts', rows: links } satisfies Block])];
}

/** Suggestions by the month in which they came, and what became of them so far. */
function suggested({ cases }: EvidenceInputs, months: readonly string[]): Block[] {
  const counted = months.map((month) => ({
    month,
    counts: casesIn(cases[fiscalYearOf(`${month}-01`)] ?? {}, month, 'suggestion'),
  }));
  const sum = (of: keyof CaseCounts): number => counted.reduce((total, { counts }) => total + counts[of], 0);
  const heading: Block = { kind: 'heading', text: say.suggestionsHeading };
  if (sum('all') === 0) return [heading, { kind: 'text', text: say.noSuggestions }];
  const table: Table = {
    kind: 'table',
    id: 'suggestions',
    caption: say.suggestionsCaption,
    columns: [
      { label: shared.month },
      ...outcomes.map((outcome) => ({ label: say.outcomes[outcome], decimals: 0 })),
    ],
    rows: [
      ...counted.map(({ month, counts }) => ({
        cells: [monthLabel(month), ...outcomes.map((outcome) => counts[outcome])],
      })),
      { cells: [shared.sum, ...outcomes.map(sum)], sum: true },
    ],
  };
  const chart: Block = {
    kind: 'chart',
    table: table.id,
    shape: 'columns',
    caption: say.suggestionsChart,
    series: [2, 3],
  };
  return [heading, ...(months.length === 1 ? [] : [chart]), table];
}

/** How often somebody rated a service. */
function ratings({ surveyed }: EvidenceInputs, months: readonly string[]): number {
  return months.reduce((sum, month) => {
    const tally = addTallies(Object.values(surveyed[fiscalYearOf(`${month}-01`)] ?? {}));
    return sum + monthRatings(tally, month).answers;
  }, 0);
}

/** การเปิดโอกาสให้เกิดการมีส่วนร่วม: where residents had a say, what they suggested, and what came of it. */
export function participation(inputs: EvidenceInputs): Content {
  const { agency, preset, fiscalYear, today } = inputs;
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const rated = ratings(inputs, months);
  return {
    period: coveredPeriod(preset, fiscalYear, today),
    method: say.method(thaiDate(today, 'long')),
    blocks: [
      { kind: 'text', text: say.about(agency.name) },
      ...countedSinceNote(inputs),
      ...(months.length === 0 ? ([{ kind: 'text', text: shared.notBegun }] as const) : []),
      { kind: 'heading', text: say.heldHeading },
      ...held(inputs),
      ...suggested(inputs, months),
      ...(rated === 0 ? [] : ([{ kind: 'text', text: say.rated(rated) }] as const)),
      officialSignatures,
    ],
  };
}
