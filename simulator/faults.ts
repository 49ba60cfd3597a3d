import type { CallFault, Faults, FaultsChange, WebhookFault } from './contract.ts';
import { createDice } from './dice.ts';

export type CallFaultKind = 'status429' | 'status500' | 'timeout' | 'reset';
export type StruckCall = { kind: CallFaultKind; when: 'before' | 'after' };

const CALL_FAULTS: CallFaultKind[] = ['reset', 'timeout', 'status500', 'status429'];

function noFaults(): Faults {
  return {
    webhooks: { drop: 0, duplicate: 0, reorder: 0, delayMs: 0 },
    calls: { status429: 0, status500: 0, timeout: 0, reset: 0 },
    seed: 1,
  };
}

/** What goes wrong on purpose. Every decision comes from dice with a seed, so a run can be repeated. */
export function createFaults() {
  let settings = noFaults();
  let roll = createDice(settings.seed);

  function strikes(fault: WebhookFault | CallFault): boolean {
    if (typeof fault === 'number') return fault > 0 && roll() < fault;
    if (fault.count === 0) return false;
    const struck = roll() < (fault.probability ?? 1);
    if (struck && fault.count !== undefined) fault.count -= 1;
    return struck;
  }

  return {
    settings: (): Faults => settings,
    change({ webhooks, calls, seed }: FaultsChange): void {
      settings = {
        webhooks: { ...settings.webhooks, ...withoutUndefined(webhooks ?? {}) },
        calls: { ...settings.calls, ...withoutUndefined(calls ?? {}) },
        seed: seed ?? settings.seed,
      };
      if (seed !== undefined) roll = createDice(seed);
    },
    reset(): void {
      settings = noFaults();
      roll = createDice(settings.seed);
    },
    dropsWebhook: () => strikes(settings.webhooks.drop),
    duplicatesWebhook: () => strikes(settings.webhooks.duplicate),
    reordersWebhook: () => strikes(settings.webhooks.reorder),
    /** From 0 to `max` milliseconds. */
    someMs: (max: number): number => Math.floor(roll() * max),
    /** The first fault that strikes a call to `path`, or null. */
    onCall(path: string): StruckCall | null {
      for (const kind of CALL_FAULTS) {
        const fault = settings.calls[kind];
        const limited = typeof fault !== 'number' && fault.path !== undefined && !path.startsWith(fault.path);
        if (limited || !strikes(fault)) continue;
        return { kind, when: typeof fault === 'number' ? 'before' : (fault.when ?? 'before') };
      }
      return null;
    },
  };
}

export type FaultSwitches = ReturnType<typeof createFaults>;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function withoutUndefined<T extends object>(value: T): Defined<T> {
  const copy: Defined<T> = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
