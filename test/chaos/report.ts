import { machineNow } from './virtual-time.ts';
import type { World } from './world.ts';

const PROGRESS_MILLISECONDS = 10_000;
const SHOWN_FINDINGS = 8;
const SHOWN_LETTERS = 3000;

/** Says how far a long run is, every ten seconds of the machine's own time. */
export function progress(say: (line: string) => void): (line: () => string) => void {
  let last = machineNow();
  return (line) => {
    if (machineNow() - last < PROGRESS_MILLISECONDS) return;
    last = machineNow();
    say(line());
  };
}

/** What went wrong, for whoever has to find out why. */
export function failureLines(
  found: readonly { promise: string; findings: readonly string[] }[],
  step: string,
  world: Pick<World, 'lastEvents'>,
): string[] {
  return [
    `FAILED at ${step}`,
    ...found.flatMap(({ promise, findings }) => [
      `  broken: ${promise} (${findings.length})`,
      ...findings.slice(0, SHOWN_FINDINGS).map((finding) => `    ${finding.slice(0, SHOWN_LETTERS)}`),
    ]),
    '  the last events:',
    ...world.lastEvents().map((event) => `    ${event}`),
  ];
}
