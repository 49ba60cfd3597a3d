import { type ComponentChildren, h } from 'preact';
import { useId } from 'preact/hooks';
import { useConsole } from '../console.ts';

/** What every field says of itself. `problem` also stands in the form's summary, which leads to `id`. */
export interface FieldProps {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  optional?: boolean;
  id?: string;
}

/** A label, a hint and a problem around one control, tied to it for who hears the page. */
export function Field({
  label,
  hint,
  problem,
  optional = false,
  id: given,
  children,
}: FieldProps & {
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ComponentChildren;
}) {
  const { say } = useConsole();
  const made = useId();
  const id = given ?? made;
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id}>
        {label} {optional && <span class="quiet">{say.optional}</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="wrong-words" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': problem !== undefined,
      })}
    </div>
  );
}

export function TextField({
  value,
  change,
  type = 'text',
  most,
  autocomplete = 'off',
  inputMode,
  ...field
}: FieldProps & {
  value: string;
  change: (value: string) => void;
  type?: 'text' | 'date' | 'time' | 'number' | 'tel' | 'search' | 'password' | 'month';
  most?: number;
  autocomplete?: 'off' | 'new-password' | 'current-password';
  inputMode?: 'numeric' | 'decimal' | 'text' | 'tel' | 'search' | 'email';
}) {
  return (
    <Field {...field}>
      {(control) =>
        h('input', {
          ...control,
          type,
          value,
          autocomplete,
          ...(most === undefined ? {} : { maxLength: most }),
          ...(inputMode === undefined ? {} : { inputMode }),
          onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
            change(event.currentTarget.value),
        })
      }
    </Field>
  );
}

/** Words over several lines; `most` is counted in letters as a reader counts them, and never cuts what was typed. */
export function TextArea({
  value,
  change,
  most,
  rows = 4,
  ...field
}: FieldProps & { value: string; change: (value: string) => void; most?: number; rows?: number }) {
  const { say } = useConsole();
  const left = most === undefined ? undefined : most - [...value].length;
  return (
    <Field {...field}>
      {(control) => (
        <>
          <textarea
            {...control}
            rows={rows}
            value={value}
            onInput={(event) => change(event.currentTarget.value)}
          />
          {left !== undefined && most !== undefined && left < most / 5 && (
            <p class={left < 0 ? 'wrong-words' : 'hint'} aria-live="polite">
              {left < 0 ? say.lettersOver(-left) : say.lettersLeft(left)}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

export interface Option {
  id: string;
  label: string;
}

/** One of many, from a list; `none` is what the empty choice is called, absent where there is none. */
export function Select({
  value,
  change,
  options,
  none,
  ...field
}: FieldProps & {
  value: string;
  change: (id: string) => void;
  options: readonly Option[];
  none?: string;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => change(event.currentTarget.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
