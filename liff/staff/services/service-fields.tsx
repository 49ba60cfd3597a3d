import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { consoleServicesWords } from '../../../domain/catalogue/console-services.ts';
import type { ServiceRow } from '../../../domain/staff/service-counts.ts';
import { useConsole } from '../console.ts';
import { TextField } from '../parts/field.tsx';
import type { Typed } from './typed.ts';

/** Who entered it when, and what was there before. */
function Story({ row: { entered, former } }: { row: ServiceRow }) {
  const { spoken } = useConsole();
  const say = consoleServicesWords(spoken);
  if (entered === undefined) return null;
  return (
    <>
      <p class="quiet">
        {say.was(entered.walkIn, entered.online)} ·{' '}
        {say.enteredBy(entered.by.name, thaiDate(entered.day, 'medium'))}
      </p>
      {former.length > 0 && (
        <details class="former">
          <summary>{say.former(former.length)}</summary>
          <ul>
            {former.map(({ walkIn, online, by, day }, at) => (
              <li key={`${former.length - at}`}>
                {say.was(walkIn, online)}{' '}
                <small class="quiet">{say.enteredBy(by.name, thaiDate(day, 'medium'))}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The two numbers of a service. */
export function ServiceFields({
  id,
  row,
  typed,
  fault,
  change,
}: {
  id: string;
  row: ServiceRow;
  typed: Typed;
  fault: 'half' | 'notNumber' | undefined;
  change: (typed: Typed) => void;
}) {
  const { spoken } = useConsole();
  const say = consoleServicesWords(spoken);
  const { label, entered, suggested } = row;
  const isSuggested = entered === undefined && suggested !== undefined && !typed.isTouched;
  return (
    <fieldset class="card service-count">
      <legend>{label}</legend>
      {isSuggested && <p class="hint">{say.suggested[suggested.from]}</p>}
      {fault !== undefined && <p class="wrong-words">{say[fault]}</p>}
      <div class="pair">
        {(['walkIn', 'online'] as const).map((way) => (
          <TextField
            key={way}
            id={`${id}-${way}`}
            label={say[way]}
            inputMode="numeric"
            most={6}
            value={typed[way]}
            change={(value) => change({ ...typed, [way]: value, isTouched: true })}
          />
        ))}
      </div>
      <Story row={row} />
    </fieldset>
  );
}

/** A service's numbers for who does not enter them. */
export function SeenService({ row }: { row: ServiceRow }) {
  const { spoken } = useConsole();
  const say = consoleServicesWords(spoken);
  const { label, entered } = row;
  return (
    <section class="card service-count">
      <h2>{label}</h2>
      {entered === undefined && <p>{say.notEntered}</p>}
      <Story row={row} />
    </section>
  );
}
