import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { casesIn } from '../../case/case-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { qAndAWords as say } from '../../catalogue/evidence-services.ts';
import type { Block, Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthLabel, monthsOf } from '../periods.ts';
import { clockRange } from '../settings.ts';

/** Q&A: where a person asks and is answered, both ways, and what was asked often. */
export function qAndA(inputs: EvidenceInputs): Content {
  const { agency, profile, fiscalYear, today, cases } = inputs;
  const months = monthsOf(wholeYear(fiscalYear), today);
  const counted = months.map((month) => ({
    month,
    ...casesIn(cases[fiscalYear] ?? {}, month, 'question'),
  }));
  const often: Block[] =
    profile.questions.length === 0
      ? []
      : [
          { kind: 'heading', text: say.often },
          {
            kind: 'facts',
            rows: profile.questions.map(({ question, answer }) => ({ label: question, value: answer })),
          },
        ];
  const asked: Block[] =
    counted.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: 'questions',
            caption: say.caption,
            columns: [
              { label: shared.month },
              { label: say.received, decimals: 0 },
              { label: say.answered, decimals: 0 },
              { label: say.underway, decimals: 0 },
            ],
            rows: counted.map(({ month, all, done, underway }) => ({
              cells: [monthLabel(month), all, done, underway],
            })),
          },
        ];
  return {
    method: say.method(thaiDate(today, 'long')),
    blocks: [
      {
        kind: 'text',
        text: say.about(agency.name),
      },
      {
        kind: 'facts',
        rows: [
          {
            label: say.chat,
            value: shared.lineMenu(agency.shortName, say.menu),
            ...(profile.lineUrl === undefined ? {} : { href: profile.lineUrl }),
          },
          { label: say.byReceipt, value: `${inputs.publicUrl}/track`, href: '/track' },
          {
            label: shared.telephone,
            value: `${agency.phone} ${clockRange(agency)}`,
            href: `tel:${agency.phone}`,
          },
        ],
      },
      { kind: 'text', text: say.within(agency.firstAnswerDays) },
      ...often,
      ...asked,
    ],
  };
}
