import { anyoneLeft } from '../../sealing/readers.ts';
import { scryptBrowser } from '../../sealing/scrypt-browser.ts';
import { fetchKeys } from './api.ts';
import type { Door } from './door.ts';
import { tipFollower } from './follow-tip.ts';
import { NotDone } from './not-done.ts';
import type { Asked, OpenedForm, Told } from './protocol.ts';
import { tipSender } from './send-tip.ts';

const door: Door = {
  fetching: (path, init) => fetch(path, init),
  scrypt: scryptBrowser,
  random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
};
const send = tipSender(door);
const follower = tipFollower(door);

async function openForm(): Promise<OpenedForm> {
  const { agency, readers } = await fetchKeys(door.fetching);
  const offices = agency.offices.map(({ id, label }) => ({ id, label, readable: anyoneLeft(readers, [id]) }));
  const { kinds, outside } = agency;
  return { open: anyoneLeft(readers, []), offices, kinds, outside };
}

async function done({ id, task }: Asked): Promise<Told> {
  switch (task.task) {
    case 'open':
      return { id, told: 'opened', form: await openForm() };
    case 'send':
      await send(task.tip, task.revision, (progress) => postMessage({ id, told: 'progress', progress }));
      return { id, told: 'sent' };
    case 'follow':
      return { id, told: 'followed', followed: await follower.follow(task.digits) };
    case 'erase':
      return { id, told: 'followed', followed: await follower.erase(task.wants) };
    case 'add':
      return { id, told: 'followed', followed: await follower.add(task.text) };
  }
}

addEventListener('message', (event: MessageEvent<Asked>) => {
  const asked = event.data;
  done(asked).then(
    (told) => postMessage(told),
    (error: unknown) => {
      const why = error instanceof NotDone ? error.why : 'failed';
      postMessage({ id: asked.id, told: 'not_done', why } satisfies Told);
    },
  );
});
