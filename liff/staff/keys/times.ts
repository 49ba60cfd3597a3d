import { dayOf } from '../../../domain/calendar/day.ts';
import { thaiDate, thaiDateTime } from '../../../domain/calendar/thai-date.ts';

/** An instant, ISO, as day and time in Bangkok. */
export const timeWords = (instant: string): string => thaiDateTime(Date.parse(instant));

export const dayWords = (instant: string): string => thaiDate(dayOf(Date.parse(instant)), 'long');
