import fc from 'fast-check';

/** One change to octets; `at` says where, as a share of their length. */
export type Mutation =
  | { do: 'flip'; at: number; bit: number }
  | { do: 'set'; at: number; octet: number }
  | { do: 'insert'; at: number; octets: Uint8Array }
  | { do: 'cut'; at: number; length: number }
  | { do: 'repeat'; at: number; length: number; times: number }
  | { do: 'word'; at: number; value: number; isLittle: boolean }
  | { do: 'end'; at: number };

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.integer({ min: 1, max: 64 });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('flip' as const), at, bit: fc.nat(7) }),
  fc.record({
    do: fc.constant('set' as const),
    at,
    octet: fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff, 0x22, 0x5c),
  }),
  fc.record({
    do: fc.constant('insert' as const),
    at,
    octets: fc.uint8Array({ minLength: 1, maxLength: 16 }),
  }),
  fc.record({ do: fc.constant('cut' as const), at, length }),
  fc.record({ do: fc.constant('repeat' as const), at, length, times: fc.integer({ min: 2, max: 30 }) }),
  fc.record({
    do: fc.constant('word' as const),
    at,
    value: fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff, 0x10000, 0xfffffff0),
    isLittle: fc.boolean(),
  }),
  fc.record({ do: fc.constant('end' as const), at }),
);

/** A few changes, often one. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 8 });

function changed(octets: Buffer, change: Mutation): Buffer {
  const from = Math.floor(change.at * octets.length);
  switch (change.do) {
    case 'flip':
    case 'set': {
      const made = Buffer.from(octets);
      const before = made[from];
      if (before !== undefined) made[from] = change.do === 'set' ? change.octet : before ^ (1 << change.bit);
      return made;
    }
    case 'word': {
      const made = Buffer.from(octets);
      if (from + 4 <= made.length) {
        if (change.isLittle) made.writeUInt32LE(change.value, from);
        else made.writeUInt32BE(change.value, from);
      }
      return made;
    }
    case 'insert':
      return Buffer.concat([octets.subarray(0, from), change.octets, octets.subarray(from)]);
    case 'cut':
      return Buffer.concat([octets.subarray(0, from), octets.subarray(from + change.length)]);
    case 'repeat': {
      const piece = octets.subarray(from, from + change.length);
      return Buffer.concat([
        octets.subarray(0, from),
        ...Array(change.times).fill(piece),
        octets.subarray(from),
      ]);
    }
    case 'end':
      return octets.subarray(0, from);
  }
}

/** Octets after changes, one after the other; the given ones are left as they are. */
export const mutated = (octets: Uint8Array, changes: readonly Mutation[]): Buffer =>
  changes.reduce(changed, Buffer.from(octets));
