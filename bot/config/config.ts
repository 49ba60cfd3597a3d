import type { z } from 'zod';
import { requirements } from './requirements.ts';
import { musts, type VariableName, Variables } from './variables.ts';

/** Which Firestore: in this process with its files in `dataDir`, an emulator, or a Google Cloud project. */
export type StoreChoice =
  | { kind: 'embedded'; dataDir: string }
  | { kind: 'emulator'; host: string; project: string }
  | { kind: 'project'; project: string };

/** The agency's LINE account and where the Messaging API is. Base addresses end without a slash. */
export interface LineChannel {
  channelSecret: string;
  channelAccessToken: string;
  apiBaseUrl: string;
  dataApiBaseUrl: string;
}

/** LIFF, and where the keys are that sign its ID tokens. */
export interface LiffLogin {
  liffId: string;
  loginChannelId: string;
  /** Asks LINE about the LIFF app; nothing but the doctor needs it. */
  channelSecret: string | undefined;
  jwksUrl: string;
}

interface Common {
  /** Where it listens; on every interface where it is absent, in try-out mode on this machine's own alone. */
  host?: string | undefined;
  port: number;
  /** Ends without a slash. */
  publicUrl: string;
  agencyId: string;
  dataDir: string;
  store: StoreChoice;
  liff: LiffLogin | undefined;
  /** For agencies whose accounts are in the store. */
  lineAddresses: LineAddresses;
  email: { smtpUrl: string; from: string } | undefined;
  bootstrapCode: string | undefined;
  /** Who may read `/metrics` from elsewhere; without it only this machine may. */
  metricsToken?: string | undefined;
}

/** Where LINE is. Without a slash at the end. */
export interface LineAddresses {
  apiBaseUrl: string;
  dataApiBaseUrl: string;
  jwksUrl: string;
}

/** In `try-out` mode the simulator stands in for LINE, and an absent key is kept in `dataDir`. */
export type Config =
  | (Common & { mode: 'try-out'; secretKey: Uint8Array | undefined })
  | (Common & { mode: 'line'; secretKey: Uint8Array; line: LineChannel });

export type ConfigOutcome = { ok: true; config: Config } | { ok: false; problems: string[] };

/** The variables that are set; spaces around a value, and empty values, are a slip of the pen. */
function givenIn(env: Record<string, string | undefined>): Partial<Record<VariableName, string>> {
  const given: Partial<Record<VariableName, string>> = {};
  for (const name of Variables.keyof().options) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  return given;
}

const malformedIn = (error: z.ZodError): VariableName[] => {
  const names = new Set(error.issues.map((issue) => issue.path[0]));
  return Variables.keyof().options.filter((name) => names.has(name));
};

function storeChoice(values: z.infer<typeof Variables>, dataDir: string): StoreChoice {
  const { FIRESTORE_EMULATOR_HOST: host, GOOGLE_CLOUD_PROJECT: project } = values;
  if (host !== undefined) return { kind: 'emulator', host, project: project ?? 'demo-prongsai' };
  return project === undefined ? { kind: 'embedded', dataDir } : { kind: 'project', project };
}

const LINE_KEYS = 'https://api.line.me/oauth2/v2.1/certs';

const lineAddresses = (values: z.infer<typeof Variables>): LineAddresses => ({
  apiBaseUrl: values.LINE_API_BASE_URL ?? 'https://api.line.me',
  dataApiBaseUrl: values.LINE_DATA_API_BASE_URL ?? 'https://api-data.line.me',
  jwksUrl: values.LINE_LOGIN_JWKS_URL ?? LINE_KEYS,
});

function liffLogin(values: z.infer<typeof Variables>): LiffLogin | undefined {
  const { LIFF_ID: liffId, LINE_LOGIN_CHANNEL_ID: loginChannelId, LINE_LOGIN_JWKS_URL: jwksUrl } = values;
  if (liffId === undefined || loginChannelId === undefined) return undefined;
  return {
    liffId,
    loginChannelId,
    channelSecret: values.LINE_LOGIN_CHANNEL_SECRET,
    jwksUrl: jwksUrl ?? LINE_KEYS,
  };
}

function emailChannel({ SMTP_URL: smtpUrl, ALERT_EMAIL_FROM: from }: z.infer<typeof Variables>) {
  return smtpUrl === undefined || from === undefined ? undefined : { smtpUrl, from };
}

/**
 * The configuration in an environment, or everything that is wrong with it, one line each in English and
 * Thai. No line repeats a value.
 */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  const given = givenIn(env);
  const parsed = Variables.safeParse(given);
  const malformed = parsed.success ? [] : malformedIn(parsed.error);
  const problems = [...malformed.map((name) => `${name} ${musts[name]}`), ...requirements(given)];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };

  const values = parsed.data;
  const port = values.PORT ?? 8080;
  const dataDir = values.DATA_DIR ?? '.data';
  const common: Common = {
    host: values.LISTEN_HOST,
    port,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${port}`,
    agencyId: values.AGENCY_ID ?? 'khoen',
    dataDir,
    store: storeChoice(values, dataDir),
    liff: liffLogin(values),
    lineAddresses: lineAddresses(values),
    email: emailChannel(values),
    bootstrapCode: values.BOOTSTRAP_CODE,
    metricsToken: values.METRICS_TOKEN,
  };
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = values;
  const secretKey = values.SECRET_KEY;
  if (channelSecret === undefined || channelAccessToken === undefined || secretKey === undefined) {
    return { ok: true, config: { ...common, mode: 'try-out', secretKey } };
  }
  const { apiBaseUrl, dataApiBaseUrl } = common.lineAddresses;
  const line = { channelSecret, channelAccessToken, apiBaseUrl, dataApiBaseUrl };
  return { ok: true, config: { ...common, mode: 'line', secretKey, line } };
}
