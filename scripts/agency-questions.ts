/** What `npm run agency -- add` is told: by flags and a file, or by asking. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { NewAgency } from '../domain/agency/new-agency.ts';
import { agencyCommand as say } from '../domain/catalogue/agency-command.ts';

const credential = z.string().regex(/^[\x21-\x7e]+$/);
const GivenSecrets = z
  .strictObject({
    channelSecret: credential,
    channelAccessToken: credential,
    liffId: z
      .string()
      .regex(/^\d{10}-[A-Za-z0-9]{1,20}$/)
      .optional(),
    loginChannelId: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
    /** Lets `npm run doctor` ask about the LIFF app. */
    loginChannelSecret: credential.optional(),
    /** Where its Messaging API is, for an account that something else plays. */
    apiBaseUrl: z.url().optional(),
  })
  .refine(({ liffId, loginChannelId }) => (liffId === undefined) === (loginChannelId === undefined));
export type GivenSecrets = z.infer<typeof GivenSecrets>;

export type Given = { ok: true; said: NewAgency; secrets: GivenSecrets } | { ok: false; wrong: string[] };

const Field = z.enum(['id', 'name', 'shortName', 'district', 'province', 'phone', 'villages', 'publicUrl']);

/** Everything that is wrong with what was given, at once; no line repeats a value. */
function check(said: unknown, secrets: unknown): Given {
  const agency = NewAgency.safeParse(said);
  const account = GivenSecrets.safeParse(secrets);
  if (agency.success && account.success) return { ok: true, said: agency.data, secrets: account.data };
  const fields = new Set((agency.error?.issues ?? []).map(({ path }) => Field.parse(path[0])));
  return {
    ok: false,
    wrong: [...[...fields].map((field) => say.wrong[field]), ...(account.success ? [] : [say.wrong.secrets])],
  };
}

async function secretsIn(file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(file === '-' ? await textOf(process.stdin) : await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

export async function readGiven(values: Readonly<Record<string, string | undefined>>): Promise<Given> {
  const { id, name, short, district, province, phone, villages, secrets } = values;
  const publicUrl = values['public-url'];
  const said = {
    id,
    name,
    shortName: short,
    district,
    province,
    phone,
    villages: Number(villages),
    publicUrl,
  };
  return check(said, await secretsIn(secrets));
}

/** Asks one after another; what is secret is not shown while it is typed. */
export async function askForAgency(): Promise<Given> {
  let isHidden = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isHidden) process.stdout.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (question: string, hidden = false): Promise<string> => {
    process.stdout.write(`${question}: `);
    isHidden = hidden;
    const { value: answer = '' } = await answers.next();
    isHidden = false;
    if (hidden) process.stdout.write('\n');
    return answer.trim();
  };
  const said: Record<string, unknown> = {};
  for (const field of Field.options) said[field] = await ask(say.ask[field]);
  const channelSecret = await ask(say.ask.channelSecret, true);
  const channelAccessToken = await ask(say.ask.channelAccessToken, true);
  const liffId = (await ask(say.ask.liffId)) || undefined;
  const loginChannelId = (await ask(say.ask.loginChannelId)) || undefined;
  lines.close();
  return check(
    { ...said, villages: Number(said.villages) },
    { channelSecret, channelAccessToken, liffId, loginChannelId },
  );
}
