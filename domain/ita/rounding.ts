/**
 * A score as it is printed: two decimals, half up (the report prints 98.105 as 98.11 and 98.365 as 98.37).
 * What binary fractions lose (98.105 is stored as a little less) is given back first.
 */
export const asPrinted = (score: number): number => Math.round(Number((score * 100).toFixed(6))) / 100;

/**
 * The mean, reckoned in hundredths, so that scores of two decimals add up exactly; nine decimals, which
 * leaves out what binary fractions add.
 */
export const mean = (scores: readonly [number, ...number[]]): number => {
  const sum = scores.reduce((total, score) => total + hundredths(score), 0);
  return Number((sum / scores.length / 100).toFixed(9));
};

const hundredths = (score: number): number => Number((score * 100).toFixed(6));
