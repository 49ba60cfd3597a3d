import { placeLabel } from '../../../../domain/agency/routing.ts';
import type { ConsoleCasesWords } from '../../../../domain/catalogue/console-cases.ts';
import type { CaseRow } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { urgencyOf } from '../due.ts';
import { DueWords } from '../due-words.tsx';
import { byWords } from '../event-words.ts';
import { aboutOf } from '../labels.ts';

/** What stands out about a case, beside how it stands. */
function marks(row: CaseRow, { inbox }: ConsoleCasesWords): string[] {
  return [
    ...(row.review === 'asked' ? [inbox.review] : []),
    ...(row.erasure === undefined ? [] : [inbox.erasure(row.erasure.dueIn)]),
    ...(row.mischief === undefined ? [] : [inbox.mischief[row.mischief]]),
    ...(row.aboutStaff ? [inbox.aboutStaff] : []),
    ...(row.joins ? [inbox.joins] : []),
    ...(row.joined > 0 ? [inbox.joined(row.joined)] : []),
    ...(row.files > 0 ? [inbox.files(row.files)] : []),
  ];
}

/** One case of a list: how late, what, where, and who works on it. */
export function Row({ row, say, leave }: { row: CaseRow; say: ConsoleCasesWords; leave: () => void }) {
  const { me } = useConsole();
  const { agency } = me;
  return (
    <li class={`case-row ${urgencyOf(row).is}`}>
      <a href={`#/case/${row.id}`} id={`case-${row.id}`} onClick={leave}>
        <span class="row-head">
          <strong class="about">{aboutOf(row, agency, say)}</strong>
          {row.place !== undefined && <span class="where">{placeLabel(agency, row.place)}</span>}
          <span class="number">{row.number}</span>
        </span>
        <span class="row-due">
          <DueWords row={row} say={say} />
          <span class={`tag status ${row.stage}`}>{say.status[row.status]}</span>
        </span>
        <bdi class="excerpt" dir="auto">
          {row.excerpt === '' ? say.inbox.noWords : row.excerpt}
        </bdi>
        <span class="row-foot">
          <span>{row.assignee === undefined ? say.inbox.noAssignee : byWords(row.assignee, me, say)}</span>
          {marks(row, say).map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </span>
      </a>
    </li>
  );
}
