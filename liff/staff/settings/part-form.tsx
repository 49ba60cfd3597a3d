import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { faultWords, settingsWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { Faults, SettingsAnswer } from '../../../domain/staff/settings.ts';
import { settingsFaults } from '../../../domain/staff/settings-faults.ts';
import type { Failure } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Problem, Problems } from '../parts/problems.tsx';
import { Clash } from './clash.tsx';
import { controlOf, type FieldsProps } from './fields.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One part of the settings as it is changed: what was typed stays, whatever becomes of saving it. */
export function PartForm<Value>({
  answer: first,
  schema,
  Fields,
}: {
  answer: SettingsAnswer;
  schema: z.ZodType<Value>;
  Fields: ComponentType<FieldsProps<Value>>;
}) {
  const { api, say: shell, spoken, toast, refresh } = useConsole();
  const say = settingsWords(spoken);
  const [answer, setAnswer] = useState(first);
  const [value, setValue] = useState(() => schema.parse(first.value));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [clash, setClash] = useState<SettingsAnswer>();
  const [why, setWhy] = useState<Failure>();
  const { part, former } = answer;

  const take = (now: SettingsAnswer): void => {
    setAnswer(now);
    setValue(schema.parse(now.value));
    setFaults([]);
    setClash(undefined);
  };
  const wrong = (found: readonly Fault[]): void => {
    setFaults(found);
    setAttempt(attempt + 1);
  };
  const send = async (edition: string, wanted: unknown): Promise<void> => {
    setWhy(undefined);
    const sent = await api.send('PUT', `/settings/${part}`, { edition, value: wanted }, SettingsAnswer);
    if (sent.ok) {
      const before = answer.value;
      const { edition: saved } = sent.value;
      take(sent.value);
      toast({ words: say.saved, undo: () => void send(saved, before) });
      await refresh();
      return;
    }
    const now = SettingsAnswer.safeParse(sent.now).data;
    const told = Faults.safeParse(sent.now).data;
    if (sent.why === 'changed' && now !== undefined) setClash(now);
    else if (sent.why === 'bad_fields' && told !== undefined) wrong(told.faults);
    else setWhy(sent.why);
  };
  const save = async (edition: string): Promise<void> => {
    const found = settingsFaults(part, value, answer);
    if (found.length > 0) return wrong(found);
    setFaults([]);
    await send(edition, value);
  };
  const submit = (event: Event): void => event.preventDefault();

  return (
    <form class="part" noValidate onSubmit={submit}>
      <Problems
        attempt={attempt}
        problems={faults.map(({ at, fault }) => ({ field: controlOf(at), words: faultWords(fault) }))}
      />
      {clash !== undefined && (
        <Clash
          now={clash}
          yours={value}
          say={say}
          mine={() => save(clash.edition)}
          theirs={() => take(clash)}
        />
      )}
      <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
      <Fields value={value} change={setValue} answer={answer} say={say} faults={faults} />
      <div class="save">
        <p class="actions">
          <Button
            press={() =>
              same(value, schema.parse(answer.value))
                ? toast({ words: say.nothingChanged })
                : save(answer.edition)
            }
          >
            {say.save}
          </Button>
        </p>
      </div>
      {former !== undefined && (
        <section class="card">
          <p class="quiet">{say.former(former.by, thaiDateTime(Date.parse(former.at)))}</p>
          <Confirm asks={say.undoAsks} press={() => send(answer.edition, former.value)}>
            {say.undo}
          </Confirm>
        </section>
      )}
    </form>
  );
}
