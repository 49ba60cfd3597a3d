/** Something a person can tap or type in answer. `button` is postback data; `silent` puts no words into the chat. */
export type Choice =
  | { does: 'answer'; label: string; button: string; silent?: boolean }
  | { does: 'open'; label: string; uri: string }
  | { does: 'call'; label: string; phone: string }
  | { does: 'copy'; label: string; text: string }
  | { does: 'share place'; label: string };

/**
 * One bubble of an answer, in no channel's format yet.
 * `choices` are the answers to the question it asks, in the order they are numbered; `asides` are ways out
 * (back, cancel) that are typed by their words. A `card` shows rows of a label and a value, and a photo where it has
 * one; `label` opens it where the channel cannot show it.
 */
export type Reply =
  | { reply: 'text'; text: string; choices: Choice[]; asides: Choice[] }
  | {
      reply: 'card';
      title: string;
      rows: { label: string; value: string; strong?: boolean }[];
      text: string;
      photo?: { uri: string; label: string };
      choices: Choice[];
      asides: Choice[];
    };

export const text = (words: string, choices: Choice[] = [], asides: Choice[] = []): Reply => ({
  reply: 'text',
  text: words,
  choices,
  asides,
});

/** The answers that a reply offers, as they can be typed. */
export const offeredBy = (reply: Reply): { label: string; button: string }[] =>
  [...reply.choices, ...reply.asides].flatMap((choice) =>
    choice.does === 'answer' ? [{ label: choice.label, button: choice.button }] : [],
  );
