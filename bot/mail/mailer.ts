import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Mail } from '../../domain/outbox/compose-mail.ts';
import type { Sent } from '../line/api.ts';

/** How alerts go by e-mail: an `smtp:` or `smtps:` address with whatever name and password it asks for. */
export interface MailAccount {
  smtpUrl: string;
  from: string;
}

/**
 * What became of a mail. `never`: this mailbox does not take it, whenever it is tried. `insecure`: the way to the
 * server was not encrypted, or its certificate is not trusted, so that nothing was sent.
 */
export type Mailed =
  | Sent
  | { ok: false; failure: 'never'; status: number }
  | { ok: false; failure: 'insecure' };

export interface Mailer {
  /** Sends one mail. `id` is the same for the same mail, and goes into its Message-ID. */
  send(to: string, mail: Mail, id: string): Promise<Mailed>;
  /** Whether the server lets us in. */
  check(): Promise<'fine' | 'refused' | 'silent'>;
}

/** For each answer; a whole conversation has so many times that, which is below the lease of an outbox entry. */
const TIMEOUT_MILLISECONDS = 10_000;
const ANSWERS_MOST = 4;

/** How `nodemailer` says what went wrong. @see https://nodemailer.com/errors */
const Failure = z.object({
  command: z.string().optional(),
  responseCode: z.int().optional(),
  code: z.string().optional(),
  /** What Node said where `code` is the library's own. */
  originalCode: z.string().optional(),
  timeoutType: z.string().optional(),
});
/** What Node calls certificates that are not trusted, not of this host, or out of date. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(SSL|TLS)_/;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

function outcomeOf(error: unknown): Exclude<Mailed, { ok: true }> {
  const { command, responseCode: status, ...more } = Failure.safeParse(error).data ?? {};
  const { code = '', originalCode = '', timeoutType } = more;
  const isUpgrade = code === 'ETLS' || command === 'STARTTLS' || timeoutType === 'UPGRADE_TIMEOUT';
  if (isUpgrade || CERTIFICATE.test(code) || CERTIFICATE.test(originalCode)) {
    return { ok: false, failure: 'insecure' };
  }
  if (status === undefined) return { ok: false, failure: 'unreachable' };
  // What a server says to anything else is about our account or about this moment, not about the mailbox.
  const isMailbox = command === 'RCPT TO' && status >= 500;
  return { ok: false, failure: isMailbox ? 'never' : 'refused', status };
}

/**
 * Sends by a server of somebody else's. But for one on this machine, nothing goes to it unencrypted: where it offers
 * no TLS, nothing is sent.
 */
export function createMailer(
  { smtpUrl, from }: MailAccount,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
): Mailer {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  async function connection() {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: !secure && !isLoopback(hostname),
      ...(username === ''
        ? {}
        : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      connectionTimeout: timeoutMilliseconds,
      greetingTimeout: timeoutMilliseconds,
      socketTimeout: timeoutMilliseconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
  /** @throws where it takes too long; what was begun may still end, under the same Message-ID. */
  const inTime = <Result>(work: Promise<Result>): Promise<Result> =>
    Promise.race([
      work,
      pause(timeoutMilliseconds * ANSWERS_MOST, undefined, { ref: false }).then((): never => {
        throw new Error('the mail server takes too long');
      }),
    ]);
  return {
    async send(to, { subject, text }, id) {
      const transport = await connection();
      try {
        const messageId = `<${id}@${from.split('@')[1] ?? 'localhost'}>`;
        const mail = {
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        };
        await inTime(transport.sendMail(mail));
        return { ok: true };
      } catch (error) {
        return outcomeOf(error);
      } finally {
        transport.close();
      }
    },
    async check() {
      const transport = await connection();
      try {
        await inTime(transport.verify());
        return 'fine';
      } catch (error) {
        return Failure.safeParse(error).data?.responseCode === undefined ? 'silent' : 'refused';
      } finally {
        transport.close();
      }
    },
  };
}
