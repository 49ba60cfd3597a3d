import { asPrinted } from '../ita/rounding.ts';
import type { Cell, Column } from './content.ts';

/** A number as it is printed: half up, so many decimals (at most two), no grouping. */
export const shownNumber = (value: number, decimals: number): string => asPrinted(value).toFixed(decimals);

/** A cell as people read it; empty where there is nothing to say. */
export function shownCell(cell: Cell | undefined, { decimals }: Column): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'number' ? shownNumber(cell, decimals ?? 0) : cell;
}
