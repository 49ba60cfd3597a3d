import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import type { ShownRow, SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { hasRole, labelOf, useConsole } from '../console.ts';
import { Copy } from '../parts/copy.tsx';
import type { Changes } from './changes.ts';
import { EditDuty } from './duty.tsx';
import { AddLink, RemoveLink } from './links.tsx';

interface Of {
  answer: SubmissionAnswer;
  row: ShownRow;
  changes: Changes;
}

/** What an item was worth in the newest result, in words. */
function Worth({ row: { stake } }: Pick<Of, 'row'>) {
  const { spoken } = useConsole();
  const say = submissionWords(spoken);
  if (stake === undefined) return null;
  const { score, points, fiscalYear } = stake;
  const worth = points === undefined ? say.worthUnknown : score === 0 ? say.gains(points) : say.worth(points);
  return (
    <p class={score === 0 ? 'worth zero' : 'worth'}>
      {score !== undefined && <span>{say.score(score, fiscalYear)}</span>} <span>{worth}</span>
    </p>
  );
}

function Proofs({ answer, row, changes }: Of) {
  const { me, spoken } = useConsole();
  const say = submissionWords(spoken);
  const mayLink = hasRole(me, 'officer', 'admin');
  return (
    <ul class="proofs">
      {row.proofs.map(({ kind, label, url, on }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noreferrer">
            {label}
          </a>
          <span class="quiet">
            {say.kinds[kind]} · {say.on(thaiDate(on, 'medium'))}
          </span>
          <span class="inline-actions">
            <Copy text={url} label={`${say.copy} ${row.code} ${label}`}>
              {say.copy}
            </Copy>
            {kind === 'link' && mayLink && (
              <RemoveLink answer={answer} row={row} changes={changes} url={url} label={label} />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One item of the set: what stands for it, what is missing, whose it is, and what it is worth. */
export function Item({ answer, row, changes }: Of) {
  const { me, spoken } = useConsole();
  const say = submissionWords(spoken);
  const { duty, lack, daysLeft } = row;
  const isLate = lack !== undefined && daysLeft !== undefined && daysLeft < 0;
  return (
    <li class={lack === undefined ? 'ita-item' : 'ita-item lacks'} id={row.code}>
      <h3>
        <span class="code">{row.code}</span> {row.title}
      </h3>
      {lack !== undefined && <p class="lack">{say.lacks[lack]}</p>}
      <Proofs answer={answer} row={row} changes={changes} />
      <p class="quiet">
        {duty?.unit === undefined ? say.noUnit : say.who(labelOf(answer.units, duty.unit))}
        {lack !== undefined && daysLeft !== undefined && (
          <span class={isLate ? 'over' : undefined}> · {say.days(daysLeft)}</span>
        )}
      </p>
      <Worth row={row} />
      <div class="inline-actions">
        {(lack === 'no_page' || lack === 'withdrawn' || lack === 'waits') && (
          <a href="#/publish">{say.toPublish}</a>
        )}
        {hasRole(me, 'officer', 'admin') && row.key !== undefined && (
          <a href={`#/papers/new?item=${row.key}&year=${answer.fiscalYear}`}>{say.scan}</a>
        )}
        {hasRole(me, 'officer', 'admin') && <AddLink answer={answer} row={row} changes={changes} />}
        {hasRole(me, 'admin') && <EditDuty answer={answer} row={row} changes={changes} />}
      </div>
    </li>
  );
}
