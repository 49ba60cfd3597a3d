/** Counters of a tally by name; one that is missing is 0. */
export type Counters = Readonly<Record<string, number>>;

/** The numbers in a stored tally: a day or a version may stand beside them. */
export const countersIn = (data: Readonly<Record<string, unknown>> | undefined): Record<string, number> =>
  Object.fromEntries(
    Object.entries(data ?? {}).flatMap(([name, value]) =>
      typeof value === 'number' && name !== 'version' ? [[name, value]] : [],
    ),
  );

/**
 * What is to be added to each counter of a tally so that it holds what was counted; those that are right are left
 * out. `isMeant`: the counters that were counted at all.
 */
export function differences(
  tally: Counters,
  counted: Counters,
  isMeant: (name: string) => boolean,
): Record<string, number> {
  const names = new Set([...Object.keys(tally), ...Object.keys(counted)].filter(isMeant));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const by = (counted[name] ?? 0) - (tally[name] ?? 0);
      return by === 0 ? [] : [[name, by]];
    }),
  );
}

/** Whether two differences are the same. */
export const isSame = (one: Counters, other: Counters): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);
