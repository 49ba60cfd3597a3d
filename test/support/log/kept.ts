/** What the bots of one test file logged, and what people sent them; `watch.ts` fills it and looks through it. */
export const lines: string[] = [];
export const heard = new Set<string>();

let refusals: 'a fault' | 'meant' = 'a fault';

/** For tests that log what must not be logged, to see it refused. */
export function refusalsAreMeant(): void {
  refusals = 'meant';
}

export const areRefusalsMeant = (): boolean => refusals === 'meant';
