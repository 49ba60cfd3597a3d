import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Expression, expressionsIn, sources } from './expressions.ts';

/** As long as a text in LINE can be. */
const LONGEST = 5000;
/** What takes a few milliseconds where each place is looked at once; what backtracks without end takes longer than any machine. */
const PATIENCE_MILLISECONDS = 20_000;
const LONGEST_MILLISECONDS = 600_000;

const TimedOut = z.object({ code: z.literal('ERR_SCRIPT_EXECUTION_TIMEOUT') });

/** One character of each class that an expression may name. */
const CLASSES: readonly [RegExp, string][] = [
  [/\\d|0-9/, '7'],
  [/\\s| |\\n/, ' '],
  [/\\w|a-z|A-Z|\./, 'a'],
  [/๐-๙/, '๗'],
  [/[\u0e00-\u0e7f]|\\u0e|\\p\{/, 'ก'],
  [/[\u0e31-\u0e4e]|\\u0e|\\p\{M/, '่'],
];
const MOST_CHARACTERS = 7;

/** Characters that it takes: of its classes, and such as stand in it. */
function charactersOf(pattern: string): string[] {
  const classes = CLASSES.flatMap(([named, one]) => (named.test(pattern) ? [one] : []));
  const literal = pattern.match(/[\p{L}\p{N}\-:/@,.]/gu) ?? [];
  return [...new Set([...classes, ...literal])].slice(0, MOST_CHARACTERS);
}

/** Runs of one character and of two in turn, with an end that nothing takes. */
function hostileTexts(pattern: string): string[] {
  const characters = charactersOf(pattern);
  return characters.flatMap((one) =>
    characters.map((other) => `${`${one}${other}`.repeat(LONGEST / 2)}\u0000`),
  );
}

/** The texts by which an expression did not come to an end. */
function endless({ pattern, flags }: Expression, timeout = PATIENCE_MILLISECONDS): string[] {
  const expression = new RegExp(pattern, flags);
  return hostileTexts(pattern).filter((text) => {
    expression.lastIndex = 0;
    try {
      runInNewContext('expression.test(text)', { expression, text }, { timeout });
      return false;
    } catch (error) {
      if (!TimedOut.safeParse(error).success) throw error;
      return true;
    }
  });
}

test(
  'an expression that backtracks without end is seen',
  () => {
    expect(endless({ file: '', pattern: '^(\\d+)+$', flags: '' }, 1000)).not.toEqual([]);
  },
  LONGEST_MILLISECONDS,
);

test(
  'no regular expression of the program takes without end over what people can send',
  () => {
    const expressions = sources().flatMap(expressionsIn);
    expect(expressions.length).toBeGreaterThan(100);
    const found = expressions.filter((expression) => endless(expression).length > 0);
    expect(found).toEqual([]);
  },
  LONGEST_MILLISECONDS,
);
