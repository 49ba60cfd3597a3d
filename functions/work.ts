// What `index.ts` calls once there is something to do: an entry of its own, which the build puts into the one file as
// text, so that the engine reads it when it is first called.
export { application } from './application.ts';
export { sendOutbox } from './outbox.ts';
export { atCards, eachMinute, nightly } from './schedules.ts';
