/** What of an account's messages of a month is left, as a share; and from where on it is told. */
interface Account {
  left: number;
  from: readonly number[];
}

/** How much of the month's messages is left to the account that has least, told as one of four levels. */
export interface QuotaLevels {
  learn(agencyId: string, quota: { limit: number | undefined; used: number }): void;
  /** 1, 0.5, 0.2 or 0; undefined where no account has a limit that LINE told. */
  level(): number | undefined;
}

const LEVELS = [0.5, 0.2, 0.07];
const LOWEST = 0.8;
const WIDTH = 0.4;

/**
 * A level begins a fifth below to a fifth above the share that it is called by, drawn anew each month: an alert about
 * tips takes a message too, and where a level is told at an exact share, whoever knows how many other messages went
 * out can subtract. @param random at least 0, less than 1
 */
export function quotaLevels(random: () => number): QuotaLevels {
  const accounts = new Map<string, Account>();
  const draw = (): number[] => LEVELS.map((share) => share * (LOWEST + WIDTH * random()));
  const levelOf = ({ left, from }: Account): number => {
    const passed = from.filter((share) => left < share).length;
    return passed === 0 ? 1 : passed === LEVELS.length ? 0 : (LEVELS[passed - 1] ?? 0);
  };
  return {
    learn(agencyId, { limit, used }) {
      if (limit === undefined || limit <= 0) {
        accounts.delete(agencyId);
        return;
      }
      const left = Math.max(0, limit - used) / limit;
      const known = accounts.get(agencyId);
      const from = known === undefined || left > known.left ? draw() : known.from;
      accounts.set(agencyId, { left, from });
    },
    level: () => (accounts.size === 0 ? undefined : Math.min(...[...accounts.values()].map(levelOf))),
  };
}
