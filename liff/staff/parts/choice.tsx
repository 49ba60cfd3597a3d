import { useId } from 'preact/hooks';
import type { FieldProps, Option } from './field.tsx';

/** One or several of a few, each with its whole words in sight. */
export function Choice({
  label,
  hint,
  problem,
  id: given,
  options,
  chosen,
  change,
  many = false,
}: Omit<FieldProps, 'optional'> & {
  options: readonly (Option & { more?: string })[];
  chosen: readonly string[];
  change: (chosen: readonly string[]) => void;
  many?: boolean;
}) {
  const made = useId();
  const id = given ?? made;
  const pick = (option: string, isOn: boolean): void => {
    if (!many) change([option]);
    else change(isOn ? [...chosen, option] : chosen.filter((one) => one !== option));
  };
  return (
    <fieldset id={id} tabIndex={-1} class={problem === undefined ? 'field' : 'field wrong'}>
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {problem !== undefined && <p class="wrong-words">{problem}</p>}
      {options.map((option) => (
        <label class="option" key={option.id}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            value={option.id}
            checked={chosen.includes(option.id)}
            onChange={(event) => pick(option.id, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.more !== undefined && <small>{option.more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One thing that is so or not. */
export function Check({
  label,
  hint,
  checked,
  change,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  change: (checked: boolean) => void;
}) {
  return (
    <label class="option">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
