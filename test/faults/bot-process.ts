// The whole bot as a process of its own, to be killed: real HTTP, real store on disk, a clock that can be advanced.
import { keepDemoKeys } from '../../bot/agency/demo-keys.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log/log.ts';
import { startServer } from '../../bot/server.ts';
import { openStore } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { failingStore } from './failing-store.ts';
import { Order, Setting, type Word } from './orders.ts';

const setting = Setting.parse(process.env);
const outcome = readConfig(process.env);
if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
const { config } = outcome;
if (config.secretKey === undefined) throw new Error('SECRET_KEY is missing');

const tell = (word: Word): void => {
  process.send?.(word);
};

let ahead = setting.FAULT_CLOCK_SHOWED - setting.FAULT_CLOCK_STARTED;
const store = await openStore({ ...storeConfigOf(config), keepEveryVersion: true });
const keys = await seedAgency(store.documents, {
  agency: khoen(setting.FAULT_RECEIPT_SALT),
  survey: khoenSurvey,
  demo: demoStaff,
});
if (keys !== undefined) await keepDemoKeys(config.dataDir, keys);

const failing = failingStore(store.documents, setting.FAULT_SEED);
const server = await startServer({
  config: { ...config, port: setting.FAULT_PORT },
  secretKey: config.secretKey,
  line: {
    channelSecret: setting.FAULT_CHANNEL_SECRET,
    channelAccessToken: setting.FAULT_ACCESS_TOKEN,
    apiBaseUrl: setting.FAULT_API,
    dataApiBaseUrl: setting.FAULT_API,
  },
  store: { ...store, documents: failing.documents },
  log: createLog(process.stderr),
  bootstrapCode: 'ABCDEFGHJK',
  clock: () => Date.now() + ahead,
});

process.on('message', (message) => {
  const order = Order.parse(message);
  if (order.order === 'faults') failing.set(order.faults);
  else ahead += order.milliseconds;
  tell({ word: 'done', struck: failing.struck });
});
process.on('SIGTERM', () => {
  server.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
tell({ word: 'listening', port: server.port });
