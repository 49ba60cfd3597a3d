import type { Voice } from '../agency/agency.ts';
import { engineWords } from '../catalogue/engine.ts';
import { spoken } from '../catalogue/voice.ts';
import { noTag, writeButton } from '../conversation/button.ts';

/** A part of the menu's picture, in its pixels from the top left. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type MenuChoice = 'complaint' | 'tip' | 'track' | 'question' | 'survey' | 'contact';

/** One area to tap. `button` is postback data; a `silent` area puts no words into the chat. */
export interface MenuArea {
  choice: MenuChoice;
  label: string;
  button: string;
  silent: boolean;
  bounds: Bounds;
}

/** The menu under the chat. Its size is one that LINE's guidelines recommend. */
export interface RichMenu {
  width: number;
  height: number;
  chatBarText: string;
  areas: MenuArea[];
}

const width = 2500;
const height = 1686;
const rows: MenuChoice[][] = [
  ['complaint', 'tip', 'track'],
  ['question', 'survey', 'contact'],
];

/** Where the `part`-th of `parts` equal lengths of `whole` begins, on a whole pixel. */
const edge = (whole: number, part: number, parts: number): number => Math.round((whole * part) / parts);

function boundsOf(row: number, column: number, columns: number): Bounds {
  const x = edge(width, column, columns);
  const y = edge(height, row, rows.length);
  return {
    x,
    y,
    width: edge(width, column + 1, columns) - x,
    height: edge(height, row + 1, rows.length) - y,
  };
}

/**
 * The six areas of the menu, in reading order, without gaps. `agency` is what the agency is called on the
 * last one, as in ติดต่อ อบต.; the voice is the agency's.
 */
export function richMenu(agency: string, voice: Voice): RichMenu {
  const { menuLabels } = engineWords(spoken(voice));
  const labels: Record<MenuChoice, string> = { ...menuLabels, contact: menuLabels.contact(agency) };
  const areas = rows.flatMap((choices, row) =>
    choices.map((choice, column) => ({
      choice,
      label: labels[choice],
      button: writeButton({ tag: noTag, at: 'menu', choice }),
      silent: choice === 'tip',
      bounds: boundsOf(row, column, choices.length),
    })),
  );
  return { width, height, chatBarText: menuLabels.menu, areas };
}
