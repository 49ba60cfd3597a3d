import { createLog } from '../bot/log/log.ts';
import { lazyRenderer } from '../bot/pages/renderer.ts';
import { liffLogin, openServing, type Serving } from '../bot/serving.ts';
import { openStore } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { configOf } from './environment.ts';

async function open(): Promise<Serving> {
  const config = configOf(process.env);
  const { secretKey, line, liff, bootstrapCode } = config;
  const { documents } = await openStore(storeConfigOf(config));
  return openServing({
    config,
    secretKey,
    line,
    login: liff && liffLogin(liff),
    documents,
    renderer: lazyRenderer(() => import('virtual:pages')),
    log: createLog(process.stdout, 'severity'),
    bootstrapCode,
    clock: Date.now,
    afterCommit: 'elsewhere',
  });
}

let opening: Promise<Serving> | undefined;

/**
 * The one application of this instance, opened when it is first asked for; tried anew where that failed.
 * @throws SettingsRefused
 */
export async function application(): Promise<Serving> {
  opening ??= open();
  try {
    return await opening;
  } catch (error) {
    opening = undefined;
    throw error;
  }
}
