import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { retentionWords } from '../../../domain/catalogue/console-retention.ts';
import { RetainedKind } from '../../../domain/retention/retention.ts';
import { RetentionAnswer, type RetentionPreview } from '../../../domain/staff/retention.ts';
import type { SettingsValue } from '../../../domain/staff/settings-values.ts';
import { useConsole } from '../console.ts';
import { TextField } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { type FieldsProps, faultOf, numberIn, numberText } from './fields.ts';

const date = (day: string): string => thaiDate(day, 'medium');

const daysOf = ({ until, from, oldest, newest }: RetentionPreview) => ({
  until: date(until),
  from: date(from),
  oldest: oldest && date(oldest),
  newest: newest && date(newest),
});

/** What would go by the years that are saved. */
function Preview({ edition }: { edition: string }) {
  const { api, spoken } = useConsole();
  const say = retentionWords(spoken);
  const load = useLoad(`retention ${edition}`, () => api.get('/retention', RetentionAnswer));
  return (
    <section class="card" aria-labelledby="going">
      <h2 id="going">{say.preview}</h2>
      <p>{say.notice}</p>
      <p class="quiet">{say.saveFirst}</p>
      <Loaded load={load}>
        {({ preview, last }) => (
          <>
            <ul>
              {preview.map((one) => (
                <li key={one.kind}>{say.going(one, daysOf(one))}</li>
              ))}
            </ul>
            {last !== undefined && <p>{say.last(date(last.day), last.gone)}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

export function RetentionFields(props: FieldsProps<SettingsValue<'retention'>>) {
  const { value, change, answer } = props;
  const { spoken } = useConsole();
  const say = retentionWords(spoken);
  return (
    <>
      <p>{say.intro}</p>
      <p>{say.open}</p>
      <p class="quiet">{say.law}</p>
      {RetainedKind.options.map((kind) => (
        <TextField
          key={kind}
          {...faultOf(props, kind)}
          label={say.years(kind)}
          type="number"
          inputMode="numeric"
          value={numberText(value[kind])}
          change={(years) => change({ ...value, [kind]: numberIn(years) })}
        />
      ))}
      <Preview edition={answer.edition} />
    </>
  );
}
