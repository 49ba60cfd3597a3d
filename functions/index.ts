// The application as Cloud Functions. What is here is loaded before anything is asked; all else when it is needed.
import './production.ts';
import { work } from 'virtual:work';
import { onDocumentCreated } from 'firebase-functions/firestore';
import { onRequest } from 'firebase-functions/https';
import { setGlobalOptions } from 'firebase-functions/options';
import { onSchedule } from 'firebase-functions/scheduler';
import { freshRequest } from './fresh-request.ts';
import { isForNow } from './new-entry.ts';
import { minInstances, missingIn, REGION, secrets } from './settings.ts';

const ZONE = 'Asia/Bangkok';

/** The function that this instance is; absent where `firebase deploy` looks what there is. */
const target = process.env.FUNCTION_TARGET;
if (target !== undefined) {
  const missing = missingIn(process.env);
  if (missing.length > 0) throw new Error(`cannot start without ${missing.join(', ')}`);
}

setGlobalOptions({ region: REGION, secrets, memory: '512MiB', cpu: 1 });

/** Everything that people and LINE call. One photo is decoded at a time, and one receipt derived. */
export const web = onRequest(
  { invoker: 'public', concurrency: 40, memory: '1GiB', minInstances, maxInstances: 20, timeoutSeconds: 60 },
  async (request, response) => {
    const { app } = await work().application();
    app(freshRequest(request, request.rawBody), response);
  },
);

/** Sends alerts as soon as they are in the outbox. What fails is tried again. */
export const outbox = onDocumentCreated(
  {
    document: 'agencies/{agencyId}/outbox/{id}',
    retry: true,
    concurrency: 20,
    maxInstances: 5,
    timeoutSeconds: 60,
  },
  async ({ params, data, time }) => {
    const entry = { dueAt: data?.get('dueAt'), createdAt: Date.parse(time) };
    if (isForNow(entry, Date.now())) await work().sendOutbox(params.agencyId);
  },
);

/** Each minute: what has become due in any outbox, and what has expired anywhere. */
export const minute = onSchedule(
  { schedule: '* * * * *', timeZone: ZONE, concurrency: 1, maxInstances: 2, timeoutSeconds: 300 },
  () => work().eachMinute(),
);

/** When tips become listed and people look at their cards. */
export const cards = onSchedule(
  { schedule: '30 8,16 * * *', timeZone: ZONE, retryCount: 3, maxInstances: 1, timeoutSeconds: 540 },
  () => work().atCards(),
);

/** While everybody sleeps. */
export const night = onSchedule(
  { schedule: '15 2 * * *', timeZone: ZONE, retryCount: 3, maxInstances: 1, timeoutSeconds: 1800 },
  () => work().nightly(),
);
