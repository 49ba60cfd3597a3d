import { z } from 'zod';
import { type Config, readConfig } from '../bot/config/config.ts';

const FirebaseConfig = z.object({ projectId: z.string() });

/** The settings with which nothing may be served; no line repeats a value. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the settings are not complete:\n  ${problems.join('\n  ')}`);
    this.problems = problems;
  }
}

function projectIn({ FIREBASE_CONFIG = '{}' }: NodeJS.ProcessEnv): string | undefined {
  let config: unknown;
  try {
    config = JSON.parse(FIREBASE_CONFIG);
  } catch {
    return undefined;
  }
  return FirebaseConfig.safeParse(config).data?.projectId;
}

/**
 * The configuration of an instance. Firebase names the project in its own way, and an instance's disk keeps nothing:
 * in Google's cloud there is no embedded store.
 * @throws SettingsRefused
 */
export function configOf(env: NodeJS.ProcessEnv): Extract<Config, { mode: 'line' }> {
  const project = env.GOOGLE_CLOUD_PROJECT ?? env.GCLOUD_PROJECT ?? projectIn(env);
  const outcome = readConfig({ ...env, GOOGLE_CLOUD_PROJECT: project });
  if (!outcome.ok) throw new SettingsRefused(outcome.problems);
  const { config } = outcome;
  if (config.mode !== 'line')
    throw new SettingsRefused(['LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN are missing']);
  if (config.store.kind === 'embedded' && env.K_SERVICE !== undefined)
    throw new SettingsRefused(['GOOGLE_CLOUD_PROJECT is missing']);
  return config;
}
