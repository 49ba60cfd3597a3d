import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { casesIn } from '../../case/case-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { participationWords as say } from '../../catalogue/evidence-services.ts';
import { addTallies } from '../../survey/tally.ts';
import type { Block, Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthsOf, periodWords } from '../periods.ts';

/** การเปิดโอกาสให้เกิดการมีส่วนร่วม: where residents had a say, and what came of it. */
export function participation(inputs: EvidenceInputs): Content {
  const { agency, profile, fiscalYear, today, cases, answers } = inputs;
  const year = wholeYear(fiscalYear);
  const rows = profile.participation.filter(({ day }) => day >= year.from && day <= year.to);
  const suggestions = monthsOf(year, today).reduce(
    (sum, month) => sum + casesIn(cases[fiscalYear] ?? {}, month, 'suggestion').all,
    0,
  );
  const held: Block =
    rows.length === 0
      ? { kind: 'warning', text: say.none(fiscalYear) }
      : {
          kind: 'table',
          id: 'activities',
          caption: say.caption(fiscalYear),
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
  return {
    period: { ...year, words: shared.yearOf(fiscalYear, periodWords(year)) },
    method: say.method(thaiDate(today, 'long')),
    blocks: [
      {
        kind: 'text',
        text: say.about(agency.name),
      },
      held,
      ...(links.length === 0 ? [] : ([{ kind: 'facts', rows: links }] as const)),
      {
        kind: 'table',
        id: 'online',
        caption: say.online,
        columns: [{ label: say.way }, { label: shared.count, decimals: 0 }],
        rows: [
          { cells: [say.suggestions, suggestions] },
          { cells: [say.ratings, addTallies(Object.values(answers)).n ?? 0] },
        ],
      },
    ],
  };
}
