import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { loadAgency } from '../../../bot/agency/loaded.ts';
import { seedAgency } from '../../../bot/agency/seed.ts';
import { lineApi } from '../../../bot/line/api.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { Mailer } from '../../../bot/mail/mailer.ts';
import { createDispatcher, type Dispatcher } from '../../../bot/outbox/dispatcher.ts';
import { openGround } from '../../../bot/records/open-ground.ts';
import { storeEntry } from '../../../bot/records/outbox.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import type { Documents } from '../../../bot/store/documents.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { instantOf } from '../../../domain/calendar/day.ts';
import type { Case, CaseMessage } from '../../../domain/case/case.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import type { OutboxEntry } from '../../../domain/outbox/entry.ts';
import { startSimulator } from '../../../simulator/server.ts';
import { openTestStore } from '../../support/store.ts';

const accessToken = 'an access token for tests';
/** A Tuesday on which the office works. */
export const DAY = '2026-11-24';
export const MINUTE = 60_000;

export type Setting = Awaited<ReturnType<typeof startSetting>>;

/** A seeded store, LINE's stand-in, a clock that only moves when told, and dispatchers over them. */
export async function startSetting(time = '10:20') {
  const store = await openTestStore();
  const { documents } = store;
  await seedAgency(documents, {
    agency: khoen(randomBytes(16).toString('base64')),
    survey: khoenSurvey,
    demo: [],
  });
  const clock = { now: instantOf(DAY, time) };
  const simulator = await startSimulator({
    port: 0,
    webhookUrl: 'http://127.0.0.1:9/',
    channelSecret: 'a secret',
    accessToken,
    now: () => clock.now,
    webhooks: { redeliveryDelaysMs: [], timeoutMs: 100 },
  });
  const loaded = await loadAgency(documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const lines: string[] = [];
  const secrets = openSecrets(new Uint8Array(randomBytes(32)));
  const line = lineApi({
    baseUrl: simulator.apiUrl,
    dataBaseUrl: simulator.apiUrl,
    accessToken,
    timeoutMs: 250,
  });
  const groundOver = (over: Documents) =>
    openGround({
      agencyId: 'khoen',
      documents: over,
      secrets,
      clock: () => clock.now,
      chatMode: async () => 'bot',
      bootstrapCode: undefined,
    });
  const ground = groundOver(documents);
  const { paths } = ground;
  const started: Dispatcher[] = [];
  let numbers = 0;

  return {
    ...simulator,
    store,
    documents,
    ground,
    paths,
    clock,
    lines,
    /** One more dispatcher, as a further instance would run; over `over` it may meet faults. */
    dispatcher(over: Documents = documents, mailer?: Mailer): Dispatcher {
      const dispatcher = createDispatcher({
        ground: groundOver(over),
        current: loaded.current,
        line,
        mailer,
        clock: () => clock.now,
        publicUrl: 'http://localhost',
        log: createLog({ write: (written: string) => lines.push(written) }),
      });
      started.push(dispatcher);
      return dispatcher;
    },
    /** One that knows the agency as it now stands, with whoever joined the staff. */
    async freshDispatcher(): Promise<Dispatcher> {
      await loaded.refresh();
      return this.dispatcher();
    },
    /** Somebody of the staff who follows the account. */
    async addOfficer(name: string, unit = 'works'): Promise<string> {
      const { userId } = await simulator.client.addPerson(name, 'officer');
      const data = { version: 1, id: userId, name, roles: ['officer'], unit };
      await documents.commit([{ op: 'create', path: paths.staff(userId), data }]);
      return userId;
    },
    /** A case, with what was said in its thread. */
    async addCase(id: string, more: Partial<Case> = {}, thread: CaseMessage[] = []): Promise<Case> {
      numbers += 1;
      const record = newCase({
        version: 1,
        kind: 'complaint',
        number: `70-${String(numbers).padStart(4, '0')}`,
        status: 'new',
        where: { place: 'moo-4' },
        text: 'ไฟดับมาสามคืน',
        attachments: 0,
        unit: 'works',
        channel: 'line',
        received: DAY,
        due: '2026-12-09',
        messages: thread.length,
        ...more,
      });
      await documents.commit([
        { op: 'set', path: paths.case(id), data: { ...record } },
        ...thread.map((message, n) => ({
          op: 'set' as const,
          path: paths.message(id, n),
          data: { ...message },
        })),
      ]);
      return record;
    },
    async put(id: string, more: Pick<OutboxEntry, 'addressee' | 'notice'> & { dueAt?: number }) {
      await documents.commit([storeEntry(ground, { id, dueAt: clock.now, ...more })]);
    },
    /** What stands in an outbox document; undefined where there is none. */
    entry: async (id: string) => (await documents.read(paths.outbox(id)))?.data,
    /** The bot's messages in a chat, each as one text with all that stands in it. */
    async chat(chatId: string): Promise<string[]> {
      const { messages } = await simulator.client.chat(chatId);
      return messages.filter(({ from }) => from === 'bot').map(({ message }) => JSON.stringify(message));
    },
    async pushes(): Promise<number[]> {
      const { log } = await simulator.client.state();
      return log.filter(({ path }) => path.endsWith('/push')).map(({ status }) => status);
    },
    async close(): Promise<void> {
      await Promise.all(started.map((one) => one.stop()));
      await simulator.close();
      await pause(0);
      await store.close();
      expect(simulator.platform.wrongMessages).toEqual([]);
    },
  };
}

export const alertTo = (staffId: string, caseId: string, news: 'new' | 'message' = 'new') => ({
  addressee: { to: 'staff' as const, staffId },
  notice: { notice: 'case' as const, news, caseId },
});
