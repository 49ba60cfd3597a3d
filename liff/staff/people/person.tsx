import { useState } from 'preact/hooks';
import type { Role } from '../../../domain/agency/staff.ts';
import { type PeopleWords, peopleWords } from '../../../domain/catalogue/console-people.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import {
  type Duties,
  NotNow,
  type PeopleAnswer,
  PersonRow,
  personFaults,
} from '../../../domain/staff/people.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import { failureWords, labelOf, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { Problem, Problems } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { type About, AboutFields, aboutValue, fieldId, problemAt } from './about-fields.tsx';
import { dutiesWords } from './duties-words.ts';
import { Removal, type Successor, SuccessorField } from './removal.tsx';

type Duty = keyof PeopleWords['duty'];
const duties = ['none', 'person', 'deputy'] as const satisfies readonly Duty[];

const worksCases = (roles: readonly Role[]): boolean => roles.includes('officer') || roles.includes('admin');

const begin = ({
  name,
  position = '',
  email = '',
  roles,
  unit = '',
  person,
  deputy,
  heads,
}: PersonRow): { about: About; email: string; duties: Duties } => ({
  about: { name, position, roles, unit },
  email,
  duties: { person, deputy, heads },
});

function dutyOf({ person, deputy }: Pick<PersonRow, 'person' | 'deputy'>, id: string): Duty {
  if (person.includes(id)) return 'person';
  return deputy.includes(id) ? 'deputy' : 'none';
}

/** Puts a category where somebody has it, and out of where they do not. */
const withDuty = (now: Pick<PersonRow, 'person' | 'deputy'>, id: string, duty: string) => {
  const without = (ids: readonly string[]): string[] => ids.filter((one) => one !== id);
  return {
    person: duty === 'person' ? [...without(now.person), id] : without(now.person),
    deputy: duty === 'deputy' ? [...without(now.deputy), id] : without(now.deputy),
  };
};

function Form({ row: first, answer }: { row: PersonRow; answer: PeopleAnswer }) {
  const { api, say: shell, spoken, toast, refresh } = useConsole();
  const say = peopleWords(spoken);
  const [row, setRow] = useState(first);
  const [typed, setTyped] = useState(() => begin(first));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [needs, setNeeds] = useState(false);
  const [successor, setSuccessor] = useState<Successor>('');
  const { about } = typed;
  const works = worksCases(about.roles);
  const leavesTips = row.readsTips && (!about.roles.includes('integrity') || about.unit !== (row.unit ?? ''));

  const wrong = (found: readonly Fault[]): void => {
    setFaults(found);
    setAttempt(attempt + 1);
  };
  const refused = (why: Parameters<typeof failureWords>[1], now: unknown): void => {
    const told = Faults.safeParse(now).data;
    const other = PersonRow.safeParse(now).data;
    const notNow = NotNow.safeParse(now).data;
    if (told !== undefined) {
      wrong(told.faults);
    } else if (other !== undefined) {
      setRow(other);
      const unit = other.unit === undefined ? say.noUnit : labelOf(answer.units, other.unit);
      const roles = other.roles.map((role) => shell.roles[role]).join(', ');
      const is = [other.name, other.position, unit, roles].filter((one) => one !== undefined).join(' · ');
      setProblem(`${say.changed} ${say.nowIs(is)}`);
    } else if (notNow?.why === 'open_cases') {
      setNeeds(true);
      setProblem(say.openCases(notNow.open ?? 0));
    } else {
      setProblem(failureWords(shell, why));
    }
  };
  const save = async (): Promise<void> => {
    setProblem(undefined);
    const value = {
      ...aboutValue(about),
      ...(typed.email.trim() === '' ? {} : { email: typed.email.trim() }),
      ...typed.duties,
      ...(works ? {} : { person: [], deputy: [] }),
    };
    const found = personFaults(value, answer);
    if (found.length > 0) return wrong(found);
    setFaults([]);
    const body = {
      edition: row.edition,
      value,
      ...(successor === '' ? {} : { successor: successor === 'nobody' ? null : successor }),
    };
    const sent = await api.send('PUT', `/people/${row.handle}`, body, PersonRow);
    if (!sent.ok) return refused(sent.why, sent.now);
    setRow(sent.value);
    setTyped(begin(sent.value));
    setNeeds(false);
    toast({ words: say.saved });
    await refresh();
  };
  return (
    <>
      <form class="part" noValidate onSubmit={(event) => event.preventDefault()}>
        <Problems
          attempt={attempt}
          problems={faults.map(({ at, fault }) => ({ field: fieldId(at), words: faultWords(fault) }))}
        />
        <AboutFields
          about={about}
          change={(next) => setTyped({ ...typed, about: next })}
          faults={faults}
          units={answer.units}
          say={say}
        />
        <TextField
          {...problemAt(faults, 'email')}
          label={say.email}
          hint={say.emailHint}
          inputMode="email"
          optional
          value={typed.email}
          change={(email) => setTyped({ ...typed, email })}
        />
        {leavesTips && <p class="problem">{say.tipsLost}</p>}
        {works && (
          <details class="entry" open={faults.some(({ at }) => at === 'person')}>
            <summary id={fieldId('person')}>
              <span>
                {say.duties}
                <small>
                  {dutiesWords({ ...row, ...typed.duties, heads: [] }, answer, say) || say.nothing}
                </small>
              </span>
            </summary>
            <div class="inside">
              <p class="hint">{say.dutiesHint}</p>
              <div class="two">
                {answer.categories.map(({ id, label }) => (
                  <Select
                    key={id}
                    label={label}
                    value={dutyOf(typed.duties, id)}
                    options={duties.map((duty) => ({ id: duty, label: say.duty[duty] }))}
                    change={(duty) =>
                      setTyped({
                        ...typed,
                        duties: { ...typed.duties, ...withDuty(typed.duties, id, duty) },
                      })
                    }
                  />
                ))}
              </div>
            </div>
          </details>
        )}
        <Choice
          {...problemAt(faults, 'heads')}
          label={say.heads}
          many
          options={answer.units}
          chosen={typed.duties.heads}
          change={(heads) => setTyped({ ...typed, duties: { ...typed.duties, heads: [...heads] } })}
        />
        <Problem words={problem} />
        {needs && (
          <SuccessorField
            people={answer.people}
            except={row.handle}
            value={successor}
            change={setSuccessor}
            say={say}
          />
        )}
        <div class="save">
          <p class="actions">
            <Button press={save}>{say.save}</Button>
          </p>
        </div>
      </form>
      <Removal row={row} people={answer.people} />
    </>
  );
}

/** Somebody on the staff: who they are, what they answer for, and the way out. */
export function Person({ handle, answer }: { handle: string; answer: PeopleAnswer }) {
  const { say } = useConsole();
  const row = answer.people.find((one) => one.handle === handle);
  if (row === undefined) {
    return (
      <>
        <ViewTitle>{say.views.people}</ViewTitle>
        <p class="problem">{say.failures.not_found}</p>
      </>
    );
  }
  return (
    <>
      <ViewTitle>{row.name}</ViewTitle>
      <Form key={handle} row={row} answer={answer} />
    </>
  );
}
