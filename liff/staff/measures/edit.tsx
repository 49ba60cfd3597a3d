import { useState } from 'preact/hooks';
import { z } from 'zod';
import { fiscalYear as wholeYear } from '../../../domain/calendar/fiscal-year.ts';
import { faultWords, settingsWords } from '../../../domain/catalogue/console-settings.ts';
import { type MeasureValue, measureFaults } from '../../../domain/measures/edit.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { MeasureRow } from '../../../domain/staff/measures.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { newId } from '../parts/new-id.ts';
import { Problem, Problems } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { controlOf } from '../settings/fields.ts';
import { MeasureFields } from './fields.tsx';
import type { MeasuresPart } from './measures.tsx';

const ONCE_DIGITS = 10;

const valueIn = ({
  issue,
  issueTitle,
  lines,
  responsible,
  unit,
  period,
  from,
  to,
  followUp,
  steps,
}: MeasureRow) => ({
  ...{ issue, issueTitle, lines, responsible, unit, period, from, to, followUp },
  steps: steps.map(({ id, text, due }) => ({ id, text, due })),
});

const freshValue = ({ answer: { fiscalYear, measures } }: MeasuresPart): MeasureValue => {
  const period = wholeYear(fiscalYear);
  const [first] = measures;
  return {
    issue: first?.issue ?? 1,
    issueTitle: first?.issueTitle ?? '',
    lines: [''],
    responsible: '',
    period: first?.period ?? '',
    ...period,
    steps: [],
  };
};

/** The value as it is sent: what was left empty is not there. */
const written = ({ unit, followUp, ...value }: MeasureValue): MeasureValue => ({
  ...value,
  lines: value.lines.filter((line) => line.trim() !== ''),
  ...(unit === undefined || unit === '' ? {} : { unit }),
  ...(followUp === undefined || followUp.trim() === '' ? {} : { followUp }),
});

/** The plan of one measure, or of a new one (`add`), as an admin writes it. */
export function MeasureForm({ id, ...part }: MeasuresPart & { id: string }) {
  const { api, me, say: shell, spoken, toast, go } = useConsole();
  const { answer, say, put, again } = part;
  const [row] = useState(() => answer.measures.find((one) => one.id === id));
  const [edition, setEdition] = useState(row?.edition ?? '');
  const [once] = useState(() => newId().slice(0, ONCE_DIGITS));
  const [value, setValue] = useState<MeasureValue>(() =>
    row === undefined ? freshValue(part) : valueIn(row),
  );
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const units = me.agency.units;
  const place = `/measures?year=${answer.fiscalYear}`;
  if (row === undefined && id !== 'add') return <Problem words={shell.failures.not_found} />;

  const wrong = (found: readonly Fault[]): void => {
    setFaults(found);
    setAttempt(attempt + 1);
  };
  const refused = (why: Parameters<typeof failureWords>[1], now: unknown): void => {
    const told = Faults.safeParse(now).data;
    const other = MeasureRow.safeParse(now).data;
    if (why === 'changed' && other !== undefined) setEdition(other.edition);
    if (why === 'bad_fields' && told !== undefined) wrong(told.faults);
    else setProblem(why === 'not_now' ? say.edit.doneStep : failureWords(shell, why));
  };
  const undo = async (before: MeasureRow, now: MeasureRow): Promise<void> => {
    const body = { edition: now.edition, value: written(valueIn(before)) };
    const sent = await api.send('PUT', `/measures/${before.id}`, body, MeasureRow);
    if (!sent.ok) return toast({ words: failureWords(shell, sent.why) });
    put(sent.value);
    await again();
  };
  const change = async (before: MeasureRow): Promise<void> => {
    const sent = await api.send('PUT', `/measures/${id}`, { edition, value: written(value) }, MeasureRow);
    if (!sent.ok) return refused(sent.why, sent.now);
    put(sent.value);
    toast({ words: say.edit.saved, undo: () => void undo(before, sent.value) });
    go(place);
  };
  const add = async (): Promise<void> => {
    const body = { once, fiscalYear: answer.fiscalYear, value: written(value) };
    const sent = await api.send('POST', '/measures', body, z.unknown());
    if (!sent.ok) return refused(sent.why, sent.now);
    toast({ words: say.edit.saved });
    go(place);
  };
  const save = async (): Promise<void> => {
    setProblem(undefined);
    const found = measureFaults(
      written(value),
      units.map((unit) => unit.id),
    );
    if (found.length > 0) return wrong(found);
    setFaults([]);
    await (row === undefined ? add() : change(row));
  };
  const putBack = async (taken: MeasureRow): Promise<void> => {
    const sent = await api.send(
      'POST',
      `/measures/${taken.id}/return`,
      { edition: taken.edition },
      MeasureRow,
    );
    if (!sent.ok) return toast({ words: failureWords(shell, sent.why) });
    put(sent.value);
    await again();
  };
  const remove = async (): Promise<void> => {
    const sent = await api.send('POST', `/measures/${id}/removal`, { edition }, MeasureRow);
    if (!sent.ok) return refused(sent.why, sent.now);
    put(sent.value);
    toast({ words: say.edit.removed, undo: () => void putBack(sent.value) });
    go(place);
  };
  return (
    <>
      <ViewTitle>{row === undefined ? say.edit.addTitle : say.edit.title}</ViewTitle>
      <form class="part" noValidate onSubmit={(event) => event.preventDefault()}>
        <Problems
          attempt={attempt}
          problems={faults.map(({ at, fault }) => ({ field: controlOf(at), words: faultWords(fault) }))}
        />
        <Problem words={problem} />
        <MeasureFields
          value={value}
          change={setValue}
          faults={faults}
          units={units}
          titles={answer.measures}
          say={say}
          entries={settingsWords(spoken)}
        />
        <div class="save">
          <p class="actions">
            <Button press={save}>{say.edit.save}</Button>
          </p>
        </div>
        {row !== undefined && (
          <Confirm asks={say.edit.removeAsks} yes={say.edit.remove} press={remove}>
            {say.edit.remove}
          </Confirm>
        )}
      </form>
    </>
  );
}
