import { connect, createServer, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailer } from '../../../bot/mail/mailer.ts';
import { selfSigned } from '../../support/certificate.ts';
import { startSmtp } from '../../support/smtp.ts';
import { alertTo, type Setting, startSetting } from './setting.ts';

const FROM = 'prongsai@khoen.example';
const TO = 'somchai@khoen.example';
/** This machine, under an address that the mailer does not take for this machine: there it insists on TLS. */
const ELSEWHERE = '0.0.0.0';
const PATIENCE_MILLISECONDS = 30_000;
/** What `nodemailer` waits for a handshake that never comes. */
const SOON_MILLISECONDS = 2_000;

const trusted = selfSigned(ELSEWHERE);
const before = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...before, trusted.cert]));
afterAll(() => setDefaultCACertificates(before));

let setting: Setting;
let officer: string;
beforeEach(async () => {
  setting = await startSetting();
  officer = await setting.addOfficer('สมชาย');
  await setting.documents.commit([{ op: 'merge', path: setting.paths.staff(officer), data: { email: TO } }]);
});
afterEach(() => setting.close());

/** One alert on its way by a server at this port; resolves once it was tried. */
async function alert(port: number, patience = PATIENCE_MILLISECONDS, scheme = 'smtp'): Promise<void> {
  await setting.addCase('c1');
  await setting.put('e1', alertTo(officer, 'c1'));
  const smtpUrl = `${scheme}://somebody:secret@${ELSEWHERE}:${port}`;
  await setting.dispatcher(setting.documents, createMailer({ smtpUrl, from: FROM }, patience)).runOnce();
}
const logged = (): unknown[] => setting.lines.map((line): unknown => JSON.parse(line));
const tried = (more: object) => expect.objectContaining({ code: 'outbox_retry', channel: 'email', ...more });
/** What tells anything of the account or of a mail. */
const TELLING = /AUTH|MAIL FROM|RCPT|DATA|khoen|somebody/i;

/** Somebody between us and a server, who changes what it says. */
async function between(port: number, change: (said: string) => string) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const there = connect(port, '127.0.0.1');
    for (const socket of [client, there]) sockets.add(socket);
    for (const socket of [client, there]) socket.on('error', () => undefined);
    client.pipe(there);
    there.on('data', (said) => client.write(change(said.toString('latin1')), 'latin1'));
    there.on('close', () => client.destroy());
    client.on('close', () => there.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('mail to a server that is not on this machine', () => {
  it('goes encrypted where its certificate is trusted: in clear nothing is said but that', async () => {
    const smtp = await startSmtp(trusted);
    await alert(smtp.port);
    expect(smtp.mails).toEqual([expect.objectContaining({ to: TO, from: FROM })]);
    expect(smtp.heardInClear.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'STARTTLS']);
    expect(smtp.heard.join()).toMatch(/AUTH PLAIN/);
    await smtp.close();
  });

  it('is not sent where its certificate is not trusted, and the log says why', async () => {
    const smtp = await startSmtp(selfSigned(ELSEWHERE));
    await alert(smtp.port);
    expect([smtp.mails, smtp.heard.filter((line) => TELLING.test(line))]).toEqual([[], []]);
    expect(logged()).toContainEqual(tried({ insecure: true }));
    await smtp.close();
  });

  it('is not sent where its certificate is for another server', async () => {
    const other = selfSigned('192.0.2.1');
    setDefaultCACertificates([...before, trusted.cert, other.cert]);
    const smtp = await startSmtp(other);
    await alert(smtp.port);
    expect([smtp.mails, smtp.heard.filter((line) => TELLING.test(line))]).toEqual([[], []]);
    expect(logged()).toContainEqual(tried({ insecure: true }));
    await smtp.close();
  });

  it('is not sent in clear where the server offers no encryption', async () => {
    const smtp = await startSmtp();
    await alert(smtp.port);
    expect([smtp.mails, smtp.heard.filter((line) => TELLING.test(line))]).toEqual([[], []]);
    expect(logged()).toContainEqual(tried({ insecure: true }));
    await smtp.close();
  });

  it.each([
    ['hides that it is offered', (said: string) => said.replace('250-STARTTLS\r\n', '')],
    ['refuses it', (said: string) => said.replace('220 2.0.0 go on', '454 4.7.0 not now')],
  ])('is not sent in clear where somebody in between %s', async (name, change) => {
    const smtp = await startSmtp(trusted);
    const somebody = await between(smtp.port, change);
    await alert(somebody.port, name === 'refuses it' ? SOON_MILLISECONDS : PATIENCE_MILLISECONDS);
    // Who hides the offer alone is asked for it all the same, and then sees nothing more.
    const sent = name === 'refuses it' ? 0 : 1;
    expect(smtp.mails).toHaveLength(sent);
    expect(smtp.heardInClear.filter((line) => TELLING.test(line))).toEqual([]);
    if (sent === 0) expect(logged()).toContainEqual(tried({ insecure: true }));
    await somebody.close();
    await smtp.close();
  });
});

describe('what stands in a mail', () => {
  it('adds no header and no reader, whatever an agency is called', async () => {
    const smtp = await startSmtp();
    const mailer = createMailer({ smtpUrl: smtp.url, from: FROM });
    const subject = 'อบต.เขิน\r\nBcc: elsewhere@example.org\r\n\r\nbody';
    expect(
      await mailer.send(TO, { subject, text: '.\r\n.\r\nMAIL FROM:<x@example.org>\r\n' }, 'id\r\nBcc: x'),
    ).toEqual({
      ok: true,
    });
    await mailer.send(`${TO}\r\nRCPT TO:<elsewhere@example.org>`, { subject: 'a', text: 'b' }, 'id');
    const head = smtp.mails[0]?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(bcc|cc):/im);
    expect(smtp.heard).not.toContain('RCPT TO:<elsewhere@example.org>');
    expect(smtp.mails[0]?.to).toBe(TO);
    await smtp.close();
  });
});
