import { useState } from 'preact/hooks';
import { consoleServicesWords } from '../../../domain/catalogue/console-services.ts';
import {
  ServiceCounts,
  type ServiceCountsBody,
  type ServiceRow,
} from '../../../domain/staff/service-counts.ts';
import { failureWords, hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Problem, Problems } from '../parts/problems.tsx';
import { SeenService, ServiceFields } from './service-fields.tsx';
import { faultIn, rowsOf, type Typed, typedOf } from './typed.ts';

const controlOf = (id: string): string => `service-${id}`;

const allTyped = ({ services }: ServiceCounts): Record<string, Typed> =>
  Object.fromEntries(services.map((row) => [row.id, typedOf(row)]));

/** One's own unit's services first, and the others behind a fold. */
export function MonthForm({ counts, put }: { counts: ServiceCounts; put: (counts: ServiceCounts) => void }) {
  const { api, me, spoken, toast, say: shell } = useConsole();
  const say = consoleServicesWords(spoken);
  const [typed, setTyped] = useState(() => allTyped(counts));
  const [attempt, setAttempt] = useState(0);
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { month, mayEnter, services } = counts;
  const mine = services.filter(({ isMine }) => isMine);
  const others = services.filter(({ isMine }) => !isMine);
  const isOpen = mayEnter && hasRole(me, 'officer', 'admin');
  const faultOf = ({ id }: ServiceRow) => faultIn(typed[id] ?? { walkIn: '', online: '', isTouched: false });
  const wrong = services.filter((row) => faultOf(row) !== undefined);

  const save = async (): Promise<void> => {
    setProblem(undefined);
    setShown(true);
    if (wrong.length > 0) return setAttempt(attempt + 1);
    const rows = rowsOf(counts, typed);
    if (rows.length === 0) return toast({ words: say.nothing });
    const body: ServiceCountsBody = { rows };
    const sent = await api.send('PUT', `/service-counts/${month}`, body, ServiceCounts);
    if (sent.ok) {
      put(sent.value);
      setTyped((before) => ({ ...before, ...entered(sent.value, rows) }));
      return toast({ words: say.saved(rows.length) });
    }
    const now = ServiceCounts.safeParse(sent.now);
    if (now.success) put(now.data);
    setProblem(sent.why === 'changed' ? say.changed : failureWords(shell, sent.why));
  };
  const entered = (now: ServiceCounts, rows: ServiceCountsBody['rows']): Record<string, Typed> =>
    Object.fromEntries(
      now.services
        .filter(({ id }) => rows.some(({ service }) => service === id))
        .map((row) => [row.id, typedOf(row)]),
    );
  const fields = (rows: readonly ServiceRow[]) =>
    rows.map((row) =>
      isOpen ? (
        <ServiceFields
          key={row.id}
          id={controlOf(row.id)}
          row={row}
          typed={typed[row.id] ?? typedOf(row)}
          fault={isShown ? faultOf(row) : undefined}
          change={(next) => setTyped({ ...typed, [row.id]: next })}
        />
      ) : (
        <SeenService key={row.id} row={row} />
      ),
    );
  return (
    <form
      class="part"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <p class="hint">{!mayEnter ? say.notOver : isOpen ? say.hint : say.readOnly}</p>
      <Problems
        attempt={attempt}
        problems={
          isShown
            ? wrong.map((row) => ({
                field: `${controlOf(row.id)}-walkIn`,
                words: `${row.label}: ${say[faultOf(row) ?? 'half']}`,
              }))
            : []
        }
      />
      {fields(mine)}
      {others.length > 0 && (
        <details class="entry">
          <summary>
            <span>{say.others(others.length)}</span>
          </summary>
          <div class="inside">{fields(others)}</div>
        </details>
      )}
      <Problem words={problem} />
      {isOpen && (
        <div class="save">
          <p class="actions">
            <Button press={save}>{say.save}</Button>
          </p>
        </div>
      )}
    </form>
  );
}
