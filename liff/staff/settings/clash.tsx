import { useEffect, useRef } from 'preact/hooks';
import type { SettingsWords } from '../../../domain/catalogue/console-settings.ts';
import type { SettingsAnswer } from '../../../domain/staff/settings.ts';
import { Button } from '../parts/button.tsx';
import { differences } from './differences.ts';

/** Somebody saved first: what they saved and what was typed, side by side, and what to do. */
export function Clash({
  now,
  yours,
  say,
  mine,
  theirs,
}: {
  now: SettingsAnswer;
  yours: unknown;
  say: SettingsWords;
  mine: () => unknown;
  theirs: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [now]);
  const { clash } = say;
  return (
    <div class="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{clash.title}</h2>
      <p>{clash.words}</p>
      <dl class="differs">
        {differences(now.value, yours, now, say).map((one, nth) => (
          <div key={nth}>
            <dt>{one.title}</dt>
            <dd>
              {clash.now}: {one.now || clash.empty}
            </dd>
            <dd>
              {clash.yours}: {one.yours || clash.empty}
            </dd>
          </div>
        ))}
      </dl>
      <p class="actions">
        <Button press={mine}>{clash.mine}</Button>
        <Button kind="second" press={theirs}>
          {clash.theirs}
        </Button>
      </p>
    </div>
  );
}
