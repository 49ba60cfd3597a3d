/** The error that both yardsticks are used with in Thai local government: 5 in a hundred. */
const ERROR = 0.05;
/** χ² of one degree of freedom at 95 %. */
const CHI_SQUARE = 3.841;
/** A half: the share that asks for the largest sample. */
const SHARE = 0.5;

/**
 * How many of a population (people, at least 1) Taro Yamane's formula asks for at an error of 5 %:
 * N ÷ (1 + N·e²), to the nearest whole as his tables print it.
 */
export const yamane = (population: number): number => Math.round(population / (1 + population * ERROR ** 2));

/**
 * How many of a population (people, at least 1) Krejcie and Morgan ask for at an error of 5 % and 95 % confidence:
 * χ²NP(1−P) ÷ (e²(N−1) + χ²P(1−P)), to the nearest whole as their table prints it.
 */
export function krejcieMorgan(population: number): number {
  const spread = CHI_SQUARE * SHARE * (1 - SHARE);
  return Math.round((spread * population) / (ERROR ** 2 * (population - 1) + spread));
}
