import { describe, expect, test } from 'vitest';
import { khoen } from '../../../domain/agency/khoen.ts';
import { tellsOfCorruption, tellsOfDanger } from '../../../domain/words/alarm.ts';
import { guessCategory } from '../../../domain/words/classify.ts';
import {
  asksForHuman,
  asksForMenu,
  asksForMine,
  asksToCancel,
  asksToGoBack,
  asksToTrack,
  isGreeting,
  isThanks,
  lostReceipt,
} from '../../../domain/words/intents.ts';
import { guessPlace, placeNumber } from '../../../domain/words/place.ts';
import { corpus, type Example, unseen } from './corpus.ts';

const { categories, places } = khoen('');
const intents = {
  greeting: isGreeting,
  thanks: isThanks,
  menu: asksForMenu,
  cancel: asksToCancel,
  back: asksToGoBack,
  human: asksForHuman,
  mine: asksForMine,
  track: asksToTrack,
  lost: lostReceipt,
};

const guesses = (examples: readonly Example[]) => {
  const guessed = examples.map((example) => ({
    ...example,
    guess: guessCategory(example.text, categories)?.id,
  }));
  const wrong = guessed.filter(({ guess, category }) => guess !== undefined && guess !== category);
  const expected = guessed.filter(({ category }) => category !== undefined);
  const right = expected.filter(({ guess, category }) => guess === category);
  return {
    wrong: wrong.map(({ text, guess }) => `${guess}: ${text}`),
    found: right.length / expected.length,
    precision: right.length / (right.length + wrong.length),
  };
};

describe('messages as residents write them', () => {
  test('the category is right or left open', () => {
    const { wrong, found } = guesses(corpus);
    expect(wrong).toEqual(['lamp: วัดระเบียบดีมากค่ะ ไม่มีไฟไหม้แล้วปีนี้']);
    expect(found).toBeGreaterThan(0.98);
  });

  test('messages that no word was chosen for fare nearly as well', () => {
    const { found, precision } = guesses(unseen);
    expect(precision).toBeGreaterThan(0.9);
    expect(found).toBeGreaterThan(0.7);
  });

  test.each(corpus)('$text', ({ text, place, corruption, danger, intent }) => {
    expect(placeNumber(text)).toBe(place);
    expect(guessPlace(text, places)).toBe(place === undefined ? undefined : `moo-${place}`);
    expect(tellsOfCorruption(text)).toBe(corruption ?? false);
    expect(tellsOfDanger(text)).toBe(danger ?? false);
    const seen = Object.entries(intents).flatMap(([name, asks]) => (asks(text) ? [name] : []));
    expect(seen).toEqual(intent === undefined ? [] : [intent]);
  });
});
