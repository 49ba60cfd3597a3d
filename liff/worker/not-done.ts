import type { FormRefusal } from '../../sealing/form-contract.ts';

/** Why something was not done. `offline`: no answer came. `unreadable`: an answer that is none of ours. */
export type Failure = FormRefusal | 'offline' | 'unreadable';

/** Something that was not done, and why. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
  readonly why: Failure;
  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}
