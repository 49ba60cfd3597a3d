import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from './certificate.ts';

/** What can be asked of a mail server, by what its answer follows. `end` follows the mail itself. */
type Step = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'end' | 'QUIT';

/** A mail as it arrived. */
export interface Arrived {
  from: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** All that came, as it came. */
  raw: string;
}

const usual: Readonly<Record<Step, string>> = {
  greeting: '220 mail.example ESMTP',
  EHLO: '250-mail.example\r\n250 AUTH PLAIN',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 fine',
  RCPT: '250 2.1.5 fine',
  DATA: '354 go on',
  end: '250 2.0.0 taken',
  QUIT: '221 2.0.0 bye',
};

const decodedWords = (words: string): string =>
  words
    .replaceAll(/\r\n[ \t]/g, '')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=\s?/gi, (_, kind, text) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : unquoted(text.replaceAll('_', ' ')),
    );

const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

function arrived(raw: string, from: string, to: string): Arrived {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const header = (name: string): string =>
    new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'im').exec(head)?.[1] ?? '';
  const coding = header('Content-Transfer-Encoding').toLowerCase();
  const text =
    coding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : coding === 'quoted-printable'
        ? unquoted(body)
        : body;
  return { from, to, subject: decodedWords(header('Subject')), text, messageId: header('Message-ID'), raw };
}

const TLS_OFFERED = '250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN';

/**
 * A mail server on loopback, as far as one conversation about one mail goes. With a certificate it offers STARTTLS, and
 * speaks TLS where it is asked to.
 */
export async function startSmtp(certificate?: Certificate) {
  const mails: Arrived[] = [];
  const heard: string[] = [];
  /** As `heard`, of what was said in clear. */
  const heardInClear: string[] = [];
  /** Answers other than the usual; with `silence` nothing is answered. */
  const answers = new Map<Step, string | 'silence'>();
  const sockets = new Set<Socket>();

  function serve(plain: Socket): void {
    let socket: Socket = plain;
    sockets.add(plain);
    plain.on('close', () => sockets.delete(plain)).on('error', () => plain.destroy());
    const offersTls = (): boolean => certificate !== undefined && socket === plain;
    const say = (step: Step): void => {
      const said = step === 'EHLO' && offersTls() ? TLS_OFFERED : usual[step];
      const answer = answers.get(step) ?? said;
      if (answer !== 'silence') socket.write(`${answer}\r\n`);
    };
    let [waiting, from, to, isMail] = ['', '', '', false];
    const address = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
    function command(line: string): void {
      heard.push(line);
      if (socket === plain) heardInClear.push(line);
      const verb = line.split(' ')[0]?.toUpperCase();
      if (verb === 'MAIL') from = address(line);
      if (verb === 'RCPT') to = address(line);
      if (verb === 'EHLO' || verb === 'AUTH' || verb === 'MAIL' || verb === 'RCPT') say(verb);
      else if (verb === 'DATA') {
        isMail = !answers.has('DATA');
        say('DATA');
      } else if (verb === 'STARTTLS' && offersTls()) {
        plain.write('220 2.0.0 go on\r\n');
        plain.off('data', listen);
        socket = new TLSSocket(plain, { isServer: true, ...certificate });
        socket.on('data', listen).on('error', () => plain.destroy());
      } else if (verb === 'STARTTLS') {
        socket.write('502 5.5.1 not here\r\n');
      } else if (verb === 'QUIT') {
        say('QUIT');
        socket.end();
      } else socket.write('250 fine\r\n');
    }
    function listen(octets: Buffer): void {
      waiting += octets.toString('latin1');
      for (;;) {
        const until = isMail ? '\r\n.\r\n' : '\r\n';
        const at = waiting.indexOf(until);
        if (at < 0) return;
        const part = waiting.slice(0, at);
        waiting = waiting.slice(at + until.length);
        if (!isMail) command(part);
        else {
          isMail = false;
          if (!answers.has('end')) mails.push(arrived(Buffer.from(part, 'latin1').toString(), from, to));
          say('end');
        }
      }
    }
    plain.on('data', listen);
    say('greeting');
  }
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    /** Every line that a client said, but the mails themselves. */
    heard,
    heardInClear,
    answers,
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type SmtpServer = Awaited<ReturnType<typeof startSmtp>>;
