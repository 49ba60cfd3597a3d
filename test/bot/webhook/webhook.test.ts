import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { eventOf, postWebhook, says, sign, someUser } from '../../support/webhook.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

const bodyOf = (...events: unknown[]) => JSON.stringify({ destination: 'U0', events });
const quiet = async (work: () => Promise<unknown>) => {
  const { reads, commits } = bot.counts;
  const answers = bot.line.answers.length;
  await work();
  expect(bot.counts).toMatchObject({ reads, commits });
  expect(bot.line.answers).toHaveLength(answers);
};
const code = (answer: { body: string }): unknown => JSON.parse(answer.body).error.code;

describe('a webhook that LINE did not send', () => {
  it('is refused without a signature, and nothing is read', () =>
    quiet(async () => {
      const answer = await postWebhook(
        bot.webhook,
        bot.secret,
        bodyOf(eventOf(someUser(), says('สวัสดี'))),
        null,
      );
      expect(answer.status).toBe(401);
      expect(code(answer)).toBe('no_signature');
    }));

  it('is refused with the signature of another body, of another secret, or with nonsense', () =>
    quiet(async () => {
      const body = bodyOf(eventOf(someUser(), says('สวัสดี')));
      for (const wrong of [sign(`${body} `, bot.secret), sign(body, 'another'), 'x', '=']) {
        const answer = await postWebhook(bot.webhook, bot.secret, body, wrong);
        expect(answer.status).toBe(401);
      }
    }));

  it('is refused before it is parsed, so that a bad body tells nothing', async () => {
    const answer = await postWebhook(bot.webhook, bot.secret, '{', sign('[', bot.secret));
    expect(answer.status).toBe(401);
  });
});

describe('a signed body that is no webhook', () => {
  it.each(['', '{', 'null', '[]', '{}', '{"events":"none"}', '{"events":[1]}', '{"events":[{}]}'])(
    'is refused: %s',
    (body) =>
      quiet(async () => {
        const answer = await postWebhook(bot.webhook, bot.secret, body);
        expect(answer.status).toBe(400);
      }),
  );

  it('is refused when larger than 1 MiB', () =>
    quiet(async () => {
      const answer = await postWebhook(
        bot.webhook,
        bot.secret,
        bodyOf({ type: 'x', pad: 'ก'.repeat(400_000) }),
      );
      expect(answer.status).toBe(413);
      expect(code(answer)).toBe('too_large');
    }));

  it('has its sound events handled beside one of a broken shape', async () => {
    const user = someUser();
    const broken = { ...eventOf(user, says('x')), message: { type: 'text' } };
    const sound = eventOf(user, says('สวัสดี'));
    const answer = await bot.send(broken, sound);
    expect(answer.status).toBe(400);
    expect(bot.line.answers.map(({ to }) => to)).toContain(sound.replyToken);
  });
});

describe('what asks for nothing', () => {
  const nothing: [string, () => unknown[]][] = [
    ['no events, as the console verifies', () => []],
    ['standby', () => [eventOf(someUser(), says('สวัสดี'), { mode: 'standby' })]],
    ['an event type that does not exist yet', () => [eventOf(someUser(), { type: 'teleport', to: 'x' })]],
    [
      'a message type that does not exist yet',
      () => [eventOf(someUser(), { type: 'message', message: { type: 'smell' } })],
    ],
    [
      'a source that does not exist yet',
      () => [eventOf(someUser(), says('x'), { source: { type: 'planet' } })],
    ],
    ['unfollow', () => [eventOf(someUser(), { type: 'unfollow' })]],
    ['talk in a group', () => [eventOf('', says('สวัสดี'), { source: { type: 'group', groupId: 'C1' } })]],
  ];
  it.each(nothing)('is answered with 200 and nothing else: %s', (_name, events) =>
    quiet(async () => {
      expect((await bot.send(...events())).status).toBe(200);
    }),
  );
});

describe('the other addresses', () => {
  it('serves an agency by name, and knows no other', async () => {
    const body = bodyOf(eventOf(someUser(), says('สวัสดี')));
    expect((await postWebhook(`${bot.webhook}/khoen`, bot.secret, body)).status).toBe(200);
    const other = await postWebhook(`${bot.webhook}/elsewhere`, bot.secret, body);
    expect(other.status).toBe(404);
    expect(code(other)).toBe('unknown_agency');
  });

  it('says that it is alive and ready', async () => {
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  });

  it('answers anything else with an error that repeats nothing', async () => {
    const answer = await fetch(`${bot.url}/wp-admin?x=secret-words`);
    const body = await answer.text();
    expect(answer.status).toBe(404);
    expect(body).not.toContain('secret-words');
  });
});

it('logs no header and no word of any request', async () => {
  const user = someUser();
  await bot.send(eventOf(user, says('ถ้อยคำที่ไม่ควรอยู่ในบันทึก')));
  const log = bot.lines.join('');
  expect(log).toContain('webhook_refused');
  for (const secret of [user, 'ถ้อยคำ', 'signature":', bot.secret]) expect(log).not.toContain(secret);
});
