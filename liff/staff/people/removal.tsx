import { useState } from 'preact/hooks';
import { z } from 'zod';
import { type PeopleWords, peopleWords } from '../../../domain/catalogue/console-people.ts';
import { NotNow, PersonRow, PersonWork } from '../../../domain/staff/people.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';

/** Who takes over: a handle, `nobody` in particular, or not chosen yet. */
export type Successor = string;

/** Who takes over what somebody has open. */
export function SuccessorField({
  people,
  except,
  value,
  change,
  say,
}: {
  people: readonly PersonRow[];
  except: string;
  value: Successor;
  change: (value: Successor) => void;
  say: PeopleWords;
}) {
  const others = people.filter(
    ({ handle, roles }) => handle !== except && (roles.includes('officer') || roles.includes('admin')),
  );
  return (
    <Select
      label={say.successor}
      value={value}
      none={say.successorNone}
      options={[
        ...others.map(({ handle, name }) => ({ id: handle, label: name })),
        { id: 'nobody', label: say.successorNobody },
      ]}
      change={change}
    />
  );
}

/** Takes somebody off the staff, after saying what becomes of their work. */
export function Removal({ row, people }: { row: PersonRow; people: readonly PersonRow[] }) {
  const { api, say: shell, spoken, toast, go, refresh } = useConsole();
  const say = peopleWords(spoken);
  const [work, setWork] = useState<PersonWork>();
  const [successor, setSuccessor] = useState<Successor>('');
  const [problem, setProblem] = useState<string>();

  const begin = async (): Promise<void> => {
    setProblem(undefined);
    const found = await api.get(`/people/${row.handle}/work`, PersonWork);
    if (found.ok) setWork(found.value);
    else setProblem(failureWords(shell, found.why));
  };
  const remove = async (): Promise<void> => {
    setProblem(undefined);
    if (successor === '') return setProblem(say.chooseSuccessor);
    const body = { edition: row.edition, successor: successor === 'nobody' ? null : successor };
    const sent = await api.send('POST', `/people/${row.handle}/removal`, body, z.unknown());
    if (sent.ok) {
      toast({ words: say.removed(row.name) });
      await refresh();
      return go('/people');
    }
    const notNow = NotNow.safeParse(sent.now).data;
    if (notNow?.why === 'last_admin') return setProblem(say.lastAdmin);
    if (notNow?.why === 'open_cases') return setProblem(say.openCases(notNow.open ?? 0));
    setProblem(PersonRow.safeParse(sent.now).success ? say.changed : failureWords(shell, sent.why));
  };
  return (
    <section class="card part" aria-labelledby="removal">
      <h2 id="removal">{say.removal(row.name)}</h2>
      <p>{say.removalWords}</p>
      {row.readsTips && <p>{say.removalTips}</p>}
      <Problem words={problem} />
      {work === undefined ? (
        <Button kind="danger" press={begin}>
          {say.remove}
        </Button>
      ) : (
        <>
          <p role="status">{work.open === 0 ? say.noWork : say.work(work.open, work.more)}</p>
          <SuccessorField
            people={people}
            except={row.handle}
            value={successor}
            change={setSuccessor}
            say={say}
          />
          <p class="actions">
            <Button kind="danger" press={remove}>
              {say.removal(row.name)}
            </Button>
            <Button kind="second" press={() => setWork(undefined)}>
              {shell.cancel}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
