import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SettingsWords } from '../../../domain/catalogue/console-settings.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { Button } from '../parts/button.tsx';
import { isWrong } from './fields.ts';

interface EntriesProps<Item> {
  items: readonly Item[];
  change(items: Item[]): void;
  /** Where these entries are in the value: `list`. */
  at: string;
  faults: readonly Fault[];
  say: SettingsWords;
  titleOf(item: Item): string;
  moreOf?(item: Item): string;
  /** An entry to begin with; without it none can be added. */
  fresh?: () => Item;
  addWords?: string;
  /** What else can be done with an entry, by its place. */
  actions?(nth: number): ComponentChildren;
  remove?: boolean;
  children(item: Item, set: (next: Item) => void, at: string): ComponentChildren;
}

/** Entries that open one by one; they can be moved, added, and taken out. */
export function Entries<Item>(props: EntriesProps<Item>) {
  const { items, change, at, faults, say, titleOf, moreOf, fresh, addWords, actions, remove = false } = props;
  const [opened, setOpened] = useState<number>();
  const set = (nth: number, next: Item): void =>
    change(items.map((one, index) => (index === nth ? next : one)));
  const swap = (nth: number, other: number): void => {
    const moved = [...items];
    const [one] = moved.splice(nth, 1);
    if (one === undefined) return;
    moved.splice(other, 0, one);
    change(moved);
    setOpened(other);
  };
  const add = (): void => {
    if (fresh === undefined) return;
    setOpened(items.length);
    change([...items, fresh()]);
  };
  return (
    <>
      <ul class="entries">
        {items.map((item, nth) => {
          const path = `${at}.${nth}`;
          const title = titleOf(item) || say.isNew;
          const wrong = isWrong({ faults }, path);
          return (
            <li key={nth}>
              <details
                class={wrong ? 'entry wrong' : 'entry'}
                open={wrong || opened === nth}
                onToggle={({ currentTarget: { open } }) => {
                  if (open) setOpened(nth);
                  else if (opened === nth) setOpened(undefined);
                }}
              >
                <summary id={`f-${path.replaceAll('.', '-')}`}>
                  <span>
                    {title}
                    {moreOf !== undefined && <small>{moreOf(item)}</small>}
                  </span>
                </summary>
                {(wrong || opened === nth) && (
                  <div class="inside">
                    {props.children(item, (next) => set(nth, next), path)}
                    <div class="inline-actions">
                      {nth > 0 && (
                        <Button kind="second" label={say.up(title)} press={() => swap(nth, nth - 1)}>
                          {say.upWord}
                        </Button>
                      )}
                      {nth < items.length - 1 && (
                        <Button kind="second" label={say.down(title)} press={() => swap(nth, nth + 1)}>
                          {say.downWord}
                        </Button>
                      )}
                      {actions?.(nth)}
                      {remove && (
                        <Button
                          kind="danger"
                          label={`${say.remove} ${title}`}
                          press={() => {
                            setOpened(undefined);
                            change(items.filter((_, index) => index !== nth));
                          }}
                        >
                          {say.remove}
                        </Button>
                      )}
                    </div>
                  </div>
                )}
              </details>
            </li>
          );
        })}
      </ul>
      {fresh !== undefined && (
        <p class="actions">
          <Button kind="second" press={add}>
            {addWords ?? say.add}
          </Button>
        </p>
      )}
    </>
  );
}

type Kept = { id?: string | undefined };
interface Lists<Item> {
  list: Item[];
  retired: Item[];
}

/** Entries that are offered, and below them those that are offered no longer. */
export function OfferedEntries<Item extends Kept>({
  value,
  change,
  retirable = () => true,
  ...props
}: Omit<EntriesProps<Item>, 'items' | 'change' | 'at' | 'actions' | 'remove'> & {
  value: Lists<Item>;
  change(next: Lists<Item>): void;
  retirable?: (item: Item) => boolean;
}) {
  const { say, titleOf, faults } = props;
  const { list, retired } = value;
  const without = (items: readonly Item[], nth: number): Item[] => items.filter((_, index) => index !== nth);
  const move = (item: Item | undefined, from: 'list' | 'retired', nth: number): void => {
    if (item === undefined) return;
    if (from === 'list') change({ list: without(list, nth), retired: [...retired, item] });
    else change({ list: [...list, item], retired: without(retired, nth) });
  };
  const drop = (nth: number) => (
    <Button
      kind="danger"
      label={`${say.remove} ${list[nth] === undefined ? '' : titleOf(list[nth])}`}
      press={() => change({ list: without(list, nth), retired })}
    >
      {say.remove}
    </Button>
  );
  return (
    <>
      <Entries
        {...props}
        items={list}
        change={(next) => change({ list: next, retired })}
        at="list"
        actions={(nth) => {
          const item = list[nth];
          if (item === undefined) return null;
          if (item.id === undefined) return drop(nth);
          if (!retirable(item)) return null;
          return (
            <Button
              kind="second"
              label={`${say.retire} ${titleOf(item)}`}
              press={() => move(item, 'list', nth)}
            >
              {say.retire}
            </Button>
          );
        }}
      />
      {retired.length > 0 && (
        <section aria-labelledby="retired">
          <h2 id="retired">{say.retired}</h2>
          <p class="hint">{say.retiredHint}</p>
          <ul class="entries">
            {retired.map((item, nth) => {
              const path = `retired.${nth}`;
              return (
                <li
                  key={item.id ?? nth}
                  class={isWrong({ faults }, path) ? 'entry wrong retired' : 'entry retired'}
                >
                  <span id={`f-retired-${nth}`} tabIndex={-1}>
                    {titleOf(item)}
                  </span>
                  <div class="inline-actions">
                    <Button
                      kind="second"
                      label={`${say.restore} ${titleOf(item)}`}
                      press={() => move(item, 'retired', nth)}
                    >
                      {say.restore}
                    </Button>
                    <Button
                      kind="danger"
                      label={`${say.remove} ${titleOf(item)}`}
                      press={() => change({ list, retired: without(retired, nth) })}
                    >
                      {say.remove}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
