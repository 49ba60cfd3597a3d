import type { Response } from '../../domain/survey/survey.ts';

/** Two passes over the ratings themselves: nothing of how the report reckons. */
export function reckon(responses: readonly Pick<Response, 'ratings'>[], questions: readonly string[]) {
  const values = responses.flatMap(({ ratings }) => questions.flatMap((question) => ratings[question] ?? []));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  const margin = (1.96 * deviation) / Math.sqrt(responses.length);
  const word = ['น้อยที่สุด', 'น้อย', 'ปานกลาง', 'มาก', 'มากที่สุด'][
    [1.505, 2.505, 3.505, 4.505].filter((limit) => mean >= limit).length
  ];
  return { n: values.length, mean, deviation, margin, word };
}
