import { z } from 'zod';
import { Agency } from '../../domain/agency/agency.ts';
import { readCode } from '../../domain/agency/staff.ts';
import { parseSecretKey } from './secret-key.ts';

/** Octets or a value read from a text, or an issue that says nothing of the text. */
const readBy = <T>(read: (text: string) => T | undefined) =>
  z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', input: undefined, message: 'malformed' });
    return z.NEVER;
  });

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535));

/** An address to which paths are appended: http or https, no query, no fragment, no password; no slash at its end. */
const baseUrl = readBy((text) => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  const plain = search === '' && hash === '' && username === '' && password === '';
  if (!plain || (protocol !== 'https:' && protocol !== 'http:')) return undefined;
  return `${origin}${pathname}`.replace(/\/+$/, '');
});

const credential = z.string().regex(/^[\x21-\x7e]+$/);

/**
 * The shape of every environment variable that the program reads, when it is set.
 * @see https://developers.line.biz/en/docs/liff/registering-liff-apps/ for the form of a LIFF id
 * @see https://cloud.google.com/resource-manager/docs/creating-managing-projects for that of a project id
 */
export const Variables = z.object({
  LISTEN_HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:-]{1,253}$/)
    .optional(),
  PORT: port.optional(),
  PUBLIC_URL: baseUrl.optional(),
  AGENCY_ID: Agency.shape.id.optional(),
  LINE_CHANNEL_SECRET: credential.optional(),
  LINE_CHANNEL_ACCESS_TOKEN: credential.optional(),
  LINE_API_BASE_URL: baseUrl.optional(),
  LINE_DATA_API_BASE_URL: baseUrl.optional(),
  LIFF_ID: z
    .string()
    .regex(/^\d{10}-[A-Za-z0-9]{1,20}$/)
    .optional(),
  LINE_LOGIN_CHANNEL_ID: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  LINE_LOGIN_CHANNEL_SECRET: credential.optional(),
  LINE_LOGIN_JWKS_URL: baseUrl.optional(),
  SECRET_KEY: readBy(parseSecretKey).optional(),
  GOOGLE_CLOUD_PROJECT: z
    .string()
    .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/)
    .optional(),
  FIRESTORE_EMULATOR_HOST: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[A-Za-z0-9.-]+):\d{1,5}$/)
    .optional(),
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  DATA_DIR: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ALERT_EMAIL_FROM: z.email().optional(),
  BOOTSTRAP_CODE: readBy(readCode).optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{32,200}$/)
    .optional(),
});

export type VariableName = keyof typeof Variables.shape;

/** What each variable must be, for whoever starts the program; never with its value. */
export const musts: Record<VariableName, string> = {
  LISTEN_HOST:
    'must be the address or name of a network interface of this machine, such as 127.0.0.1 / ต้องเป็นที่อยู่ของเครื่องนี้',
  PORT: 'must be a port number from 1 to 65535 / ต้องเป็นเลขพอร์ต 1 ถึง 65535',
  PUBLIC_URL: 'must be an address such as https://example.go.th / ต้องเป็นที่อยู่เว็บ',
  AGENCY_ID: 'must be 1 to 40 of a-z, 0-9 and "-", starting with a letter or digit / ใช้ได้เฉพาะ a-z 0-9 และ -',
  LINE_CHANNEL_SECRET:
    'must be the channel secret as LINE shows it, without spaces / ต้องคัดลอกมาให้ครบ ไม่มีเว้นวรรค',
  LINE_CHANNEL_ACCESS_TOKEN:
    'must be the channel access token as LINE shows it, without spaces / ต้องคัดลอกมาให้ครบ ไม่มีเว้นวรรค',
  LINE_API_BASE_URL: 'must be an http or https address / ต้องเป็นที่อยู่เว็บ',
  LINE_DATA_API_BASE_URL: 'must be an http or https address / ต้องเป็นที่อยู่เว็บ',
  LIFF_ID: 'must look like 1234567890-AbcdEfgh / ต้องเป็นรหัส LIFF',
  LINE_LOGIN_CHANNEL_ID: 'must be the ten digits of the LINE Login channel / ต้องเป็นเลข 10 หลัก',
  LINE_LOGIN_CHANNEL_SECRET:
    'must be the secret of the LINE Login channel as LINE shows it, without spaces / ต้องคัดลอกมาให้ครบ ไม่มีเว้นวรรค',
  LINE_LOGIN_JWKS_URL: 'must be an http or https address / ต้องเป็นที่อยู่เว็บ',
  SECRET_KEY:
    'must be 32 random octets in standard Base64, as `openssl rand -base64 32` prints them / ต้องเป็นค่าสุ่ม 32 ไบต์แบบ Base64',
  GOOGLE_CLOUD_PROJECT: 'must be the id of a Google Cloud project / ต้องเป็นรหัสโครงการ Google Cloud',
  FIRESTORE_EMULATOR_HOST: 'must be host:port / ต้องเป็น ชื่อเครื่อง:พอร์ต',
  GOOGLE_APPLICATION_CREDENTIALS: 'must be the path of a file / ต้องเป็นที่อยู่ไฟล์',
  DATA_DIR: 'must be the path of a directory / ต้องเป็นที่อยู่โฟลเดอร์',
  SMTP_URL: 'must look like smtps://user:password@host:465 / ต้องเป็นที่อยู่เซิร์ฟเวอร์อีเมล',
  ALERT_EMAIL_FROM: 'must be an e-mail address / ต้องเป็นที่อยู่อีเมล',
  METRICS_TOKEN:
    'must be 32 characters or more without spaces, as `openssl rand -hex 32` prints them / ต้องเป็นค่าสุ่ม 32 ตัวขึ้นไป',
  BOOTSTRAP_CODE:
    'must be ten of A-Z and 2-9 without I, L and O / ต้องเป็นอักษร A-Z หรือเลข 2-9 รวม 10 ตัว ไม่มี I L O',
};
