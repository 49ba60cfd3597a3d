import fc from 'fast-check';

/** Stands in much of what is sent; nothing that is refused or logged may hold it. */
export const MARK = 'zqfuzzmark';

/** Texts that programs have stumbled over. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e\u0e01\u0e32\u202c',
  '\u200b\u200d\u2060',
  'ก\u0e47\u0e47\u0e47\u0e47',
  '👨‍👩‍👧‍👦'.repeat(9),
  'ﷺ'.repeat(40),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '9007199254740993',
  '๑๒๓๔',
  '-1',
  '0x10',
  '../../../etc/passwd',
  '..%2f..%2f',
  '%',
  '%00',
  '%E0%A4',
  '%ff',
  '/',
  '.',
  '..',
  '*',
  '__name__',
  '__.*__',
  'a/b',
  "'; drop table cases; --",
  '=HYPERLINK("http://x","y")',
  '@SUM(1+1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '$where',
  'javascript:alert(1)',
  'https://example.org/\u0000',
  '1111 1111 1111 1111',
  '1-1-1',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2026-11-24T25:61:61Z',
  '+275760-09-13',
  'v1|-|menu|tip',
  'v1|-|menu|__proto__',
];

const longText = fc
  .record({
    unit: fc.constantFrom('ก', 'a', ' ', '1', '(', '\\', '\u0e48', '💡', ',', '"'),
    times: fc.nat(9000),
  })
  .map(({ unit, times }) => unit.repeat(times));

/** Any UTF-16 units at all. */
const units = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0x0e00, max: 0x0e5b }),
      fc.integer({ min: 0, max: 0x7f }),
    ),
  )
  .map((codes) => String.fromCharCode(...codes));

/** Any text, often one that is known to be awkward. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 5, arbitrary: units },
  { weight: 2, arbitrary: units.map((text) => `${MARK}${text}`) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...TEXTS, MARK)).map((texts) => texts.join('')) },
  { weight: 1, arbitrary: longText },
);

const hostileNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 0.1, 1e21, 1e308, 2 ** 31, 2 ** 53, -(2 ** 53), 2 ** 63, 2569, 1970),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Keys that reach into prototypes where a program copies them without looking. */
const hostileKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toJSON', 'length', 'version', 'id', '$ref', '0'),
  units,
);

/** An object with own fields, `__proto__` among them perhaps. */
export const objectOf = (fields: readonly (readonly [string, unknown])[]): object => {
  const made = {};
  for (const [key, value] of fields) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
};

/** Any value that JSON has. */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 4, arbitrary: hostileText },
    { weight: 2, arbitrary: hostileNumber },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null]) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    {
      weight: 2,
      arbitrary: fc.array(fc.tuple(hostileKey, tie('value')), { maxLength: 4 }).map(objectOf),
    },
  ),
})).value;

/** JSON, nested far deeper than anything asks for. */
export const deepJson: fc.Arbitrary<string> = fc
  .record({ depth: fc.integer({ min: 100, max: 20_000 }), isArray: fc.boolean() })
  .map(({ depth, isArray }) =>
    isArray ? '['.repeat(depth) + ']'.repeat(depth) : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  );

/** Something once in so many times, else undefined. */
export const onceIn = <Value>(
  times: number,
  arbitrary: fc.Arbitrary<Value>,
): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
