/** This bot as `npm start` serves it: the whole application over the embedded store and its journal. */
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedAgency } from '../../bot/agency/seed.ts';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log/log.ts';
import { startServer } from '../../bot/server.ts';
import { countedDocuments } from '../../bot/store/counted-documents.ts';
import { openStore } from '../../bot/store/open.ts';
import { storeConfigOf } from '../../bot/store-config.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { answerParent } from './child.ts';

const [, , channelSecret = '', apiBaseUrl = '', dataDir = '', secretKey = ''] = process.argv;
const read = readConfig({ DATA_DIR: dataDir });
if (!read.ok) throw new Error(read.problems.join('\n'));
mkdirSync(dataDir, { recursive: true });
/** Any free port. */
const config = { ...read.config, port: 0 };

const file = createWriteStream(join(dataDir, 'bench.log'), { flags: 'a' });
let photosRefused = 0;
const lines = {
  write(line: string) {
    if (line.includes('"code":"media_refused"')) photosRefused += 1;
    file.write(line);
  },
};

const opened = await openStore(storeConfigOf(config));
const documents = countedDocuments(opened.documents);
const agency = khoen(randomBytes(16).toString('base64'));
await seedAgency(documents, { agency, survey: khoenSurvey, demo: demoStaff });
const server = await startServer({
  config,
  secretKey: Buffer.from(secretKey, 'base64'),
  line: { channelSecret, channelAccessToken: 'bench', apiBaseUrl, dataApiBaseUrl: apiBaseUrl },
  store: { ...opened, documents },
  log: createLog(lines),
  bootstrapCode: 'ABCDEFGHJK',
});

answerParent({
  url: () => `http://127.0.0.1:${server.port}/webhook`,
  counts: () => documents.counts,
  photosRefused: () => photosRefused,
  stop: () => server.close(),
});
