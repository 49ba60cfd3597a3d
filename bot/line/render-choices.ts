import type { messagingApi } from '@line/bot-sdk';
import type { Choice, Reply } from '../../domain/conversation/reply.ts';
import { matchChoice } from '../../domain/words/choice.ts';
import { bubbleAction, labelOf } from './render-action.ts';
import { palette } from './render-look.ts';

/** Most choices in one bubble; the conversation pages what is more. */
const MOST = 13;
/** Up to this many stand one below the other; more stand in two columns. */
const ONE_COLUMN = 7;

/** A choice with the number that picks it when typed; undefined where no number does. */
interface Numbered {
  choice: Choice;
  number: number | undefined;
}

/** Whether the label begins with, or names, the number that picks it: "หมู่ 4", "5 มากที่สุด", not "20–39 ปี". */
function carriesNumber(label: string, index: number, labels: readonly string[]): boolean {
  const own = /\p{Nd}+/u.exec(label)?.[0];
  return own !== undefined && matchChoice(own, labels) === index;
}

/**
 * The choices of a reply with what a person can type for them: their position among the answers. None where there
 * is only one answer, and where labels carry numbers of their own, which are what people call them by.
 */
export function numbered({ choices, asides }: Reply, typed: boolean): Numbered[] {
  const labels = [...choices, ...asides].flatMap(({ does, label }) => (does === 'answer' ? [label] : []));
  const answers = choices.filter(({ does }) => does === 'answer').length;
  const counts = typed && answers > 1 && !labels.some((label, index) => carriesNumber(label, index, labels));
  let position = 0;
  return choices.map((choice) => {
    if (choice.does !== 'answer') return { choice, number: undefined };
    position += 1;
    return { choice, number: counts ? position : undefined };
  });
}

type Tone = 'primary' | 'secondary' | 'outlined';

const tones = {
  primary: { ground: palette.green, words: palette.paper, badge: palette.paper, figure: palette.green },
  secondary: { ground: palette.tint, words: palette.deepGreen, badge: palette.paper, figure: palette.green },
  outlined: { ground: palette.paper, words: palette.green, badge: palette.tint, figure: palette.green },
} as const;

const badge = (number: number, tone: Tone, side: number): messagingApi.FlexBox => ({
  type: 'box',
  layout: 'vertical',
  flex: 0,
  width: `${side}px`,
  height: `${side}px`,
  cornerRadius: `${side / 2}px`,
  backgroundColor: tones[tone].badge,
  justifyContent: 'center',
  contents: [
    {
      type: 'text',
      text: String(number),
      size: side > 26 ? 'md' : 'sm',
      weight: 'bold',
      align: 'center',
      color: tones[tone].figure,
    },
  ],
});

/** How wide a button is: the whole bubble, or half of it. */
type Room = 'row' | 'cell';

const cellPadding = { paddingAll: '12px', paddingStart: '8px', paddingEnd: '6px' } as const;

function button({ choice, number }: Numbered, tone: Tone, room: Room, most: number): messagingApi.FlexBox[] {
  const action = bubbleAction(choice);
  if (action === undefined) return [];
  const isRow = room === 'row';
  const words: messagingApi.FlexText = {
    type: 'text',
    text: labelOf(choice, most),
    wrap: true,
    flex: 1,
    size: isRow ? 'lg' : 'md',
    weight: 'bold',
    gravity: 'center',
    color: tones[tone].words,
    ...(number === undefined ? { align: 'center' } : {}),
  };
  return [
    {
      type: 'box',
      layout: 'horizontal',
      flex: 1,
      action,
      backgroundColor: tones[tone].ground,
      cornerRadius: '12px',
      ...(isRow ? { paddingAll: '12px' } : cellPadding),
      spacing: isRow ? 'lg' : 'sm',
      alignItems: 'center',
      ...(tone === 'outlined' ? { borderColor: palette.green, borderWidth: 'normal' } : {}),
      contents: number === undefined ? [words] : [badge(number, tone, isRow ? 28 : 24), words],
    },
  ];
}

const emptyCell: messagingApi.FlexBox = {
  type: 'box',
  layout: 'vertical',
  flex: 1,
  ...cellPadding,
  contents: [],
};

/** Buttons side by side, two in a line. */
const inPairs = (cells: messagingApi.FlexBox[]): messagingApi.FlexBox[] =>
  cells.flatMap((cell, index) =>
    index % 2 === 1
      ? []
      : [
          {
            type: 'box',
            layout: 'horizontal',
            spacing: 'md',
            contents: [cell, cells[index + 1] ?? emptyCell],
          },
        ],
  );

/**
 * The buttons of a reply. What leads out of the chat is outlined; with `led`, the first answer stands out.
 * `most` is how many grapheme clusters of a label are shown.
 */
export function choiceButtons(
  choices: readonly Numbered[],
  led: boolean,
  most: number,
): messagingApi.FlexBox[] {
  const shown = choices.filter(({ choice }) => choice.does !== 'share place').slice(0, MOST);
  const room: Room = shown.length > ONE_COLUMN ? 'cell' : 'row';
  const first = led ? shown.find(({ choice }) => choice.does === 'answer') : undefined;
  const toneOf = (one: Numbered): Tone => {
    if (one === first) return 'primary';
    return one.choice.does === 'answer' ? 'secondary' : 'outlined';
  };
  const buttons = shown.flatMap((one) => button(one, toneOf(one), room, most));
  return room === 'cell' ? inPairs(buttons) : buttons;
}
