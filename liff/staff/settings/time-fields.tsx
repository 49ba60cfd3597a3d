import { useState } from 'preact/hooks';
import { weekday } from '../../../domain/calendar/day.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { thaiHolidays } from '../../../domain/calendar/thai-holidays.ts';
import type { SettingsValue } from '../../../domain/staff/settings-values.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { TextField } from '../parts/field.tsx';
import { type FieldsProps, faultOf, numberIn, numberText } from './fields.ts';

export function TimesFields(props: FieldsProps<SettingsValue<'times'>>) {
  const { value, change, say } = props;
  const { officeHours, tipTimes } = value;
  const hours = (more: Partial<typeof officeHours>): void =>
    change({ ...value, officeHours: { ...officeHours, ...more } });
  return (
    <>
      <Choice
        {...faultOf(props, 'officeHours.days')}
        label={say.field.officeDays}
        many
        options={say.weekdays.map((label, index) => ({ id: String(index + 1), label }))}
        chosen={officeHours.days.map(String)}
        change={(days) => hours({ days: days.map(Number) })}
      />
      <div class="two">
        <TextField
          {...faultOf(props, 'officeHours.from')}
          label={say.field.from}
          type="time"
          value={officeHours.from}
          change={(from) => hours({ from })}
        />
        <TextField
          {...faultOf(props, 'officeHours.to')}
          label={say.field.to}
          type="time"
          value={officeHours.to}
          change={(to) => hours({ to })}
        />
      </div>
      <TextField
        {...faultOf(props, 'firstAnswerDays')}
        label={say.field.firstAnswerDays}
        hint={say.field.firstAnswerDaysHint}
        type="number"
        inputMode="numeric"
        value={numberText(value.firstAnswerDays)}
        change={(days) => change({ ...value, firstAnswerDays: numberIn(days) })}
      />
      <fieldset class="field">
        <legend>{say.field.tipTimes}</legend>
        <p class="hint">{say.field.tipTimesHint}</p>
        <div class="two">
          <TextField
            {...faultOf(props, 'tipTimes.0')}
            label={say.field.tipTime(1)}
            type="time"
            value={tipTimes[0]}
            change={(time) => change({ ...value, tipTimes: [time, tipTimes[1]] })}
          />
          <TextField
            {...faultOf(props, 'tipTimes.1')}
            label={say.field.tipTime(2)}
            type="time"
            value={tipTimes[1]}
            change={(time) => change({ ...value, tipTimes: [tipTimes[0], time] })}
          />
        </div>
      </fieldset>
      <TextField
        {...faultOf(props, 'morningCardAt')}
        label={say.field.morningCardAt}
        type="time"
        value={value.morningCardAt}
        change={(morningCardAt) => change({ ...value, morningCardAt })}
      />
    </>
  );
}

export function HolidaysFields({ value, change, say }: FieldsProps<SettingsValue<'holidays'>>) {
  const { me } = useConsole();
  const [day, setDay] = useState('');
  const { days } = value;
  const put = (more: readonly string[]): void =>
    change({ days: [...new Set([...days, ...more])].toSorted() });
  const thisYear = Number(me.today.slice(0, 4)) + 543;
  const names = new Map(
    [thisYear - 1, thisYear, thisYear + 1].flatMap((year) =>
      thaiHolidays(year).map((holiday) => [holiday.day, holiday.name] as const),
    ),
  );
  const said = (one: string): string =>
    `${say.weekdays[weekday(one) - 1]} ${thaiDate(one, 'medium')} ${names.get(one) ?? ''}`.trim();
  return (
    <>
      {[thisYear, thisYear + 1].map((year) => {
        const missing = thaiHolidays(year).filter((holiday) => !days.includes(holiday.day));
        return (
          <section class="card" key={year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{say.field.year(year)}</h2>
            {missing.length === 0 ? (
              <p>{say.field.allThere}</p>
            ) : (
              <>
                <ul>
                  {missing.map((holiday) => (
                    <li key={holiday.day}>
                      {thaiDate(holiday.day, 'medium')} {holiday.name}
                      {!holiday.seen && <span class="quiet"> ({say.field.computed})</span>}
                    </li>
                  ))}
                </ul>
                <Button kind="second" press={() => put(missing.map((holiday) => holiday.day))}>
                  {say.field.addYear(missing.length)}
                </Button>
              </>
            )}
          </section>
        );
      })}
      <TextField label={say.field.holiday} type="date" value={day} change={setDay} />
      <p class="actions">
        <Button
          kind="second"
          disabled={day === ''}
          press={() => {
            put([day]);
            setDay('');
          }}
        >
          {say.field.addHoliday}
        </Button>
      </p>
      {days.length === 0 && <p>{say.field.noHolidays}</p>}
      {[...Map.groupBy(days, (one) => Number(one.slice(0, 4)) + 543)].map(([year, ofYear]) => (
        <details key={year} class="entry">
          <summary>
            <span>{say.field.daysOf(year, ofYear.length)}</span>
          </summary>
          <ul class="days">
            {ofYear.map((one) => (
              <li key={one}>
                <span>{said(one)}</span>
                <button
                  type="button"
                  class="plain"
                  aria-label={say.field.removeDay(said(one))}
                  onClick={() => change({ days: days.filter((other) => other !== one) })}
                >
                  {say.field.removeWord}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
