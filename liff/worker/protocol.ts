import type { Erasing } from '../../sealing/form-contract.ts';
import type { Followed } from './follow-tip.ts';
import type { Failure } from './not-done.ts';
import type { TipToSend } from './seal-tip.ts';
import type { Progress } from './send-tip.ts';

/** What the form shows before anything is asked; `readable` is whether somebody outside an office can read. */
export interface OpenedForm {
  open: boolean;
  offices: { id: string; label: string; readable: boolean }[];
  kinds: { id: string; label: string }[];
  /** Other bodies to turn to. */
  outside: { label: string; phone: string }[];
}

/** What a page asks its worker to do. `revision` changes with what is sent. */
export type Task =
  | { task: 'open' }
  | { task: 'send'; tip: TipToSend; revision: number }
  | { task: 'follow'; digits: string }
  | { task: 'add'; text: string }
  | { task: 'erase'; wants: Erasing['wants'] };

export interface Asked {
  id: number;
  task: Task;
}

/** What comes of it: news on the way of sending, then one end. */
export type Told =
  | { id: number; told: 'progress'; progress: Progress }
  | { id: number; told: 'opened'; form: OpenedForm }
  | { id: number; told: 'sent' }
  | { id: number; told: 'followed'; followed: Followed }
  | { id: number; told: 'not_done'; why: Failure };
