import { Timestamp } from '@google-cloud/firestore';

const MICROS_A_SECOND = 1_000_000;
const NANOS_A_MICRO = 1_000;

/**
 * The time that commits are stamped with: the system's, but never twice the same and never backwards, in
 * the microseconds of Firestore. Otherwise two commits within a millisecond, or a clock that is set back,
 * would let a write pass that is conditional on what the first of them left.
 */
export class CommitClock {
  #last = 0;
  #fixed: Timestamp | undefined;

  readonly now = (): Timestamp => {
    if (this.#fixed !== undefined) return this.#fixed;
    this.#last = Math.max(this.#last + 1, Date.now() * 1_000);
    const seconds = Math.floor(this.#last / MICROS_A_SECOND);
    return new Timestamp(seconds, (this.#last % MICROS_A_SECOND) * NANOS_A_MICRO);
  };

  /** Runs `act` as of `time`; every later time is after it. */
  at(time: Timestamp, act: () => void): void {
    const micros = time.seconds * MICROS_A_SECOND + Math.floor(time.nanoseconds / NANOS_A_MICRO);
    this.#last = Math.max(this.#last, micros);
    this.#fixed = time;
    try {
      act();
    } finally {
      this.#fixed = undefined;
    }
  }
}
