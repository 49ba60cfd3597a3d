import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Block, Table } from '../content.ts';
import { surveyChannelLabels } from '../labels.ts';
import { heading } from './figures.ts';
import type { SurveyRead } from './read.ts';

type Labelled = { readonly id: string; readonly label: string };
type Row = readonly [label: string, count: number];

const shareTable = (id: string, caption: string, label: string, rows: readonly Row[]): Table => {
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const share = (count: number): number | null => (total === 0 ? null : (count / total) * 100);
  return {
    kind: 'table',
    id,
    caption,
    columns: [
      { label },
      { label: say.columns.people, decimals: 0 },
      { label: say.columns.percentage, decimals: 2 },
    ],
    rows: [
      ...rows.map(([name, count]) => ({ cells: [name, count, share(count)] })),
      { cells: [shared.sum, total, share(total)], sum: true },
    ],
  };
};

const counted = (counts: Readonly<Record<string, number>>, labels: readonly Labelled[]): Row[] =>
  labels.flatMap(({ id, label }): Row[] => {
    const count = counts[id] ?? 0;
    return count === 0 ? [] : [[label, count]];
  });

/**
 * Who answered: each of service, channel and age by itself. They are never crossed, and ratings never go by channel
 * or age, so that no row tells how one person answered.
 */
export function peopleBlocks({ all, services, isHidden }: SurveyRead, survey: Survey): Block[] {
  const byService = shareTable(
    'services-people',
    say.peopleByService,
    say.columns.service,
    services.map(({ label, n }): Row => [label, n]),
  );
  if (isHidden) return [heading(say.headings.people), byService];
  const ages = counted(all.ageBands, survey.ageBands);
  const unsaid = all.n - ages.reduce((sum, [, count]) => sum + count, 0);
  return [
    heading(say.headings.people),
    byService,
    shareTable('channels', say.channels, say.columns.channel, counted(all.channels, surveyChannelLabels)),
    shareTable('ages', say.ages, say.columns.age, [
      ...ages,
      ...(unsaid > 0 ? [[say.ageUnsaid, unsaid] as const] : []),
    ]),
  ];
}
