import type { Channel } from './case.ts';

/** The channels for which nobody has to come, call or write on paper. */
const online: readonly Channel[] = ['line', 'web', 'facebook'];

export const isOnline = (channel: Channel): boolean => online.includes(channel);
