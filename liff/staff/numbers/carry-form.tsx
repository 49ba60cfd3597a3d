import { useState } from 'preact/hooks';
import { isConsistent } from '../../../domain/case/months.ts';
import { consoleNumbersWords } from '../../../domain/catalogue/console-numbers.ts';
import { type CarriedBody, MonthState } from '../../../domain/staff/months.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { longMonth } from './months.ts';

type Totals = Omit<CarriedBody, 'was'>;
const names = ['received', 'done', 'referred', 'declined'] as const;

const totalsOf = ({ carried }: MonthState): Totals | null => {
  if (carried === undefined) return null;
  const { received, done, referred, declined } = carried;
  return { received, done, referred, declined };
};

const typedOf = (totals: Totals | null): Record<(typeof names)[number], string> => ({
  received: String(totals?.received ?? ''),
  done: String(totals?.done ?? ''),
  referred: String(totals?.referred ?? 0),
  declined: String(totals?.declined ?? 0),
});

const WHOLE = /^\d{1,6}$/;

/** Totals of a month that was counted before this system was there. */
export function CarryForm({
  state,
  put,
  close,
}: {
  state: MonthState;
  put: (state: MonthState) => void;
  close: () => void;
}) {
  const { api, toast, spoken, say: shell } = useConsole();
  const say = consoleNumbersWords(spoken).months;
  const [typed, setTyped] = useState(typedOf(totalsOf(state)));
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    if (isBusy) return;
    if (!names.every((name) => WHOLE.test(typed[name].trim()))) return setProblem(say.notNumber);
    const [received = 0, done = 0, referred = 0, declined = 0] = names.map((name) => Number(typed[name]));
    const totals: Totals = { received, done, referred, declined };
    if (!isConsistent(totals)) return setProblem(say.inconsistent);
    setProblem(undefined);
    setBusy(true);
    const body: CarriedBody = { ...totals, was: totalsOf(state) };
    const outcome = await api.send('PUT', `/carried-over/${state.month}`, body, MonthState);
    setBusy(false);
    if (outcome.ok) {
      put(outcome.value);
      toast({ words: say.saved });
      return close();
    }
    const now = MonthState.safeParse(outcome.now);
    if (now.success) put(now.data);
    setProblem(outcome.why === 'changed' ? say.changed : failureWords(shell, outcome.why));
  };
  return (
    <Dialog title={say.carryTitle(longMonth(state.month))} close={close}>
      <form
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p class="hint">{say.carryHint}</p>
        {names.map((name) => (
          <TextField
            key={name}
            label={say.fields[name]}
            inputMode="numeric"
            most={6}
            value={typed[name]}
            change={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
        <Problem words={problem} />
        <p class="actions">
          <Button busy={isBusy}>{say.save}</Button>
        </p>
      </form>
    </Dialog>
  );
}
