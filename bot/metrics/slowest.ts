/** The slowest of what was noted lately; nothing of how much that was. Milliseconds throughout. */
export interface Slowest {
  note(milliseconds: number): void;
  /** Zero where nothing was noted. */
  lately(): number;
}

const WINDOW_MILLISECONDS = 5 * 60_000;

/** Looks back five to ten minutes. `now` is any clock that never goes back. */
export function slowest(now: () => number): Slowest {
  let began = now();
  let before = 0;
  let current = 0;
  function roll(): void {
    const passed = now() - began;
    if (passed < WINDOW_MILLISECONDS) return;
    before = passed < 2 * WINDOW_MILLISECONDS ? current : 0;
    current = 0;
    began = now();
  }
  return {
    note(milliseconds) {
      roll();
      if (milliseconds > current) current = milliseconds;
    },
    lately() {
      roll();
      return Math.max(before, current);
    },
  };
}
