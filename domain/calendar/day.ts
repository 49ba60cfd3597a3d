/** Asia/Bangkok is UTC+7 the whole year. */
const bangkokOffsetMilliseconds = 7 * 3_600_000;
const dayMilliseconds = 86_400_000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** The ISO day in Asia/Bangkok on which an instant (milliseconds since the epoch) lies. */
export const dayOf = (instant: number): string =>
  new Date(instant + bangkokOffsetMilliseconds).toISOString().slice(0, 10);

/** The time of day of an instant in Asia/Bangkok, `HH:MM`. */
export const timeOf = (instant: number): string =>
  new Date(instant + bangkokOffsetMilliseconds).toISOString().slice(11, 16);

/**
 * The instant of a time of day (`HH:MM`) on an ISO day in Asia/Bangkok.
 *
 * @throws RangeError when the day does not exist
 */
export const instantOf = (day: string, time = '00:00'): number =>
  midnightUtc(day) + minutesOf(time) * 60_000 - bangkokOffsetMilliseconds;

/** @throws RangeError when the day does not exist */
export const addDays = (day: string, count: number): string =>
  new Date(midnightUtc(day) + count * dayMilliseconds).toISOString().slice(0, 10);

/**
 * The ISO weekday, 1 Monday to 7 Sunday.
 *
 * @throws RangeError when the day does not exist
 */
export const weekday = (day: string): number => new Date(midnightUtc(day)).getUTCDay() || 7;

/**
 * How many days `to` lies after `from`; negative when it lies before.
 *
 * @throws RangeError when a day does not exist
 */
export const daysBetween = (from: string, to: string): number =>
  (midnightUtc(to) - midnightUtc(from)) / dayMilliseconds;

function midnightUtc(day: string): number {
  const instant = isoDay.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const exists = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
  if (!exists) throw new RangeError('not an ISO day');
  return instant;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}
