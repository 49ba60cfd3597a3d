import { plain } from '../../publish/plain.ts';
import type { Write } from '../../store/documents.ts';

type Entry = { id?: string | undefined };

/** Entries with ids: those that are new are given one. */
export const named = <Item extends Entry>(
  items: readonly Item[],
  newId: () => string,
): (Item & { id: string })[] => items.map((item) => ({ ...item, id: item.id ?? newId() }));

/** Every entry in a document of its own, in order; what is no longer among them is deleted. */
export function listWrites(
  collection: string,
  before: readonly { id: string }[],
  items: readonly { id: string }[],
): Write[] {
  const gone = before.filter(({ id }) => !items.some((item) => item.id === id));
  return [
    ...gone.map(({ id }): Write => ({ op: 'delete', path: `${collection}/${id}` })),
    ...items.map(
      (item, order): Write => ({
        op: 'set',
        path: `${collection}/${item.id}`,
        data: plain({ ...item, order }),
      }),
    ),
  ];
}
