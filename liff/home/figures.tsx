import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomeFigure } from '../../domain/published/home.ts';

/** Two decimals, as reports print scores. */
export const printed = (score: number): string => {
  const whole = Math.round(Number((score * 100).toFixed(6))) / 100;
  return whole.toFixed(2);
};

/** `+8.53`, `−0.20` */
export const signed = (change: number): string => `${change < 0 ? '−' : '+'}${printed(Math.abs(change))}`;

export const shown = ({ value }: HomeFigure): string => (value === undefined ? say.unknown : printed(value));

/** A score as a bar, the year before as a thinner one under it, and a line at 85. For the eye alone. */
export function Bar({ value, before }: { value: number | undefined; before?: number | undefined }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      {value !== undefined && <path d={`M0 2h${value}`} />}
      {before !== undefined && <path class="b" d={`M0 5h${before}`} />}
      <path class="l" d="M85 0v6" />
    </svg>
  );
}
