import { z } from 'zod';

/** How often a service was given in a month: to those who came or called, and to those who asked online. */
export const Ways = z.object({
  walkIn: z.int().min(0).max(1_000_000),
  online: z.int().min(0).max(1_000_000),
});
export type Ways = z.infer<typeof Ways>;

/** A count as somebody entered it: `by` is a staff id. */
export const EnteredCount = Ways.extend({ by: z.string(), day: z.iso.date() });
export type EnteredCount = z.infer<typeof EnteredCount>;

/** Corrections of one count that are kept beside it; the audit keeps all. */
export const FORMER_MOST = 20;

/** What is said of a service's month now, and what was said before, the newest first. */
export const ServiceEntry = z.object({ now: EnteredCount, former: z.array(EnteredCount).max(FORMER_MOST) });
export type ServiceEntry = z.infer<typeof ServiceEntry>;

/** `serviceMonths/{YYYY-MM}`, by service. A service that is not there was not entered: that is not zero. */
export const ServiceMonth = z.object({
  version: z.literal(1),
  services: z.record(z.string(), ServiceEntry),
});
export type ServiceMonth = z.infer<typeof ServiceMonth>;

export const noServices: ServiceMonth = { version: 1, services: {} };

export const waysOf = ({ walkIn, online }: Ways): Ways => ({ walkIn, online });

/** Takes a count in: the one before it, where there is one that says something else, becomes a former one. */
export function entered(entry: ServiceEntry | undefined, count: EnteredCount): ServiceEntry {
  if (entry === undefined) return { now: count, former: [] };
  return { now: count, former: [entry.now, ...entry.former].slice(0, FORMER_MOST) };
}
