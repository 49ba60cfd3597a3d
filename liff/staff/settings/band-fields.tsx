import { useEffect, useState } from 'preact/hooks';
import type { SettingsValue } from '../../../domain/staff/settings-values.ts';
import { type BandLimits, bestLimits, equalLimits } from '../../../domain/survey/bands.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { type FieldsProps, faultOf, numberIn } from './fields.ts';

const shown = (limits: BandLimits): string[] => limits.map((limit) => limit.toFixed(2));

/** Where the words for means of the survey begin: two usual sets, or the agency's own. */
export function BandFields(props: FieldsProps<SettingsValue<'evidence'>>) {
  const { value, change, say } = props;
  const limits = value.bands ?? bestLimits;
  const [typed, setTyped] = useState(() => shown(limits));
  const isTyped = limits.every((limit, at) => Object.is(limit, numberIn(typed[at] ?? '')));
  // What was saved by somebody else, or taken back, is shown; what is being typed stays as it is typed.
  useEffect(() => {
    if (!isTyped) setTyped(limits.map((limit) => (Number.isNaN(limit) ? '' : limit.toFixed(2))));
  }, [isTyped]);
  const take = (next: readonly string[]): void => {
    const [a = '', b = '', c = '', d = ''] = next;
    setTyped([a, b, c, d]);
    change({ ...value, bands: [numberIn(a), numberIn(b), numberIn(c), numberIn(d)] });
  };
  return (
    <fieldset class="bands">
      <legend>{say.field.bands}</legend>
      <p class="hint">{say.field.bandsHint}</p>
      <div class="inline-actions">
        <Button kind="second" press={() => take(shown(bestLimits))}>
          {say.field.bandsUsual}
        </Button>
        <Button kind="second" press={() => take(shown(equalLimits))}>
          {say.field.bandsEqual}
        </Button>
      </div>
      <div class="two">
        {say.field.bandWords.map((word, at) => (
          <TextField
            key={word}
            {...faultOf(props, `bands.${at}`)}
            label={say.field.bandFrom(word)}
            inputMode="decimal"
            most={4}
            value={typed[at] ?? ''}
            change={(text) => take(typed.map((one, nth) => (nth === at ? text : one)))}
          />
        ))}
      </div>
    </fieldset>
  );
}
