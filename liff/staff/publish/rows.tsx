import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { publishWords } from '../../../domain/catalogue/console-publish.ts';
import type { ProposalRow } from '../../../domain/staff/publish.ts';
import { useConsole } from '../console.ts';

const tones: Readonly<Record<ProposalRow['state'], string>> = {
  waiting: 'tag',
  approved: 'tag good',
  returned: 'tag late',
  cancelled: 'tag',
};

export const whenOf = (iso: string): string => thaiDateTime(Date.parse(iso));

/** A proposal in a list, leading to where it is seen and decided. */
export function ProposalLink({ row }: { row: ProposalRow }) {
  const { spoken } = useConsole();
  const say = publishWords(spoken);
  return (
    <a href={`#/publish/${row.id}`}>
      <span>
        <strong>{say.titleOf(row.kind, row.title, row.fiscalYear)}</strong>
        <small>
          {say.proposedBy(row.by, whenOf(row.at))} {row.isMine && say.mine}
        </small>
        <span class="tags">
          <span class={tones[row.state]}>{say.states[row.state]}</span>
        </span>
      </span>
    </a>
  );
}
