/** Values that the server has given away, by the name of the field in which they stood. */
export interface Harvest {
  /** Takes in an answer's JSON. */
  take(value: unknown): void;
  /** The `nth` of the values under a name, counted around; undefined where there is none. */
  give(name: string, nth: number): unknown;
}

const MOST_OF_A_NAME = 40;
const MOST_DEPTH = 12;

/** Remembers the last values of each name, so that what is asked next can name what is there. */
export function createHarvest(): Harvest {
  const known = new Map<string, unknown[]>();

  function keep(name: string, value: unknown): void {
    const values = known.get(name) ?? [];
    known.set(name, values);
    if (values.includes(value)) return;
    values.push(value);
    if (values.length > MOST_OF_A_NAME) values.shift();
  }

  function take(value: unknown, depth = 0): void {
    if (depth > MOST_DEPTH || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, MOST_OF_A_NAME)) take(one, depth + 1);
      return;
    }
    for (const [name, field] of Object.entries(value)) {
      keep(name, field);
      take(field, depth + 1);
    }
  }

  return {
    take: (value) => take(value),
    give(name, nth) {
      const values = known.get(name);
      return values?.[nth % values.length];
    },
  };
}
