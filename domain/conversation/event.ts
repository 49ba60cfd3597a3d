import type { Where } from '../case/case.ts';

/** What became of a photo or a voice note before the step: cleaned and at hand, not fetched, or refused. */
export type Media =
  | { state: 'ready'; kind: 'photo' | 'voice' }
  | { state: 'not_fetched' }
  | { state: 'refused'; reason: 'too_large' | 'unreadable' | 'too_many_pixels' | 'too_slow' | 'gone' };

type Point = NonNullable<Where['point']>;

/** What a resident (or an officer) did in their chat with the account. */
export type Input =
  | { type: 'text'; text: string; message: string }
  | { type: 'photo'; message: string; media: Media }
  | { type: 'voice'; message: string; media: Media }
  | { type: 'place'; message: string; point: Point; title: string }
  | { type: 'sticker' }
  | { type: 'unsupported'; what: 'video' | 'file' }
  | { type: 'unsend'; message: string }
  | { type: 'button'; data: string }
  | { type: 'follow' };

/** One event of a one-to-one chat. `id` is LINE's webhookEventId, `at` milliseconds since the epoch. */
export interface ChatEvent {
  id: string;
  at: number;
  input: Input;
}

/** Whether a step would want the octets behind a photo or voice event in this state; video and files never. */
export const isMedia = (input: Input): input is Extract<Input, { type: 'photo' | 'voice' }> =>
  input.type === 'photo' || input.type === 'voice';
