import type { Choice, Reply } from '../../domain/conversation/reply.ts';
import type { TestBot } from './bot.ts';
import { presses, says, sendsPhoto, someUser } from './webhook.ts';

const choicesIn = (replies: Reply[]): Choice[] =>
  replies.flatMap(({ choices, asides }) => [...choices, ...asides]);

/** Somebody at their phone: says and taps what they last saw. */
export function somebody(bot: TestBot, userId = someUser()) {
  let seen: Reply[] = [];
  const shown = () =>
    seen
      .map((reply) =>
        reply.reply === 'card'
          ? [reply.title, ...reply.rows.map(({ label, value }) => `${label} ${value}`), reply.text].join('\n')
          : reply.text,
      )
      .join('\n');
  const buttonOf = (label: string): string => {
    const found = choicesIn(seen).find((choice) => choice.does === 'answer' && choice.label.includes(label));
    if (found?.does !== 'answer') throw new Error(`nothing to tap says ${label} in: ${shown()}`);
    return found.button;
  };
  const person = {
    userId,
    /** All words on the last answer. */
    shown,
    buttonOf,
    async says(text: string) {
      seen = await bot.does(userId, says(text));
      return shown();
    },
    async taps(label: string) {
      seen = await bot.does(userId, presses(buttonOf(label)));
      return shown();
    },
    async presses(data: string) {
      seen = await bot.does(userId, presses(data));
      return shown();
    },
    async sendsPhoto(octets: Uint8Array | undefined) {
      const id = String(Math.floor(Math.random() * 1e15));
      if (octets !== undefined) bot.line.contents.set(id, octets);
      seen = await bot.does(userId, sendsPhoto(id));
      return shown();
    },
    /** The receipt on the last answer, 16 digits. */
    receipt(): string {
      const digits = /รหัสลับ (\d{4} \d{4} \d{4} \d{4})/.exec(shown())?.[1];
      if (digits === undefined) throw new Error(`no receipt in: ${shown()}`);
      return digits.replaceAll(' ', '');
    },
  };
  return person;
}

export type Person = ReturnType<typeof somebody>;

/** Brings a complaint to its review card. */
export async function complains(person: Person, words: string, told: 'แจ้งผลในแชตนี้' | 'ไม่เก็บว่าใครแจ้ง') {
  await person.says(words);
  await person.taps('แจ้งปัญหา');
  for (let steps = 0; steps < 6 && !person.shown().includes('รหัสลับ'); steps += 1) {
    const asked = person.shown();
    if (asked.includes('เกี่ยวกับอะไร')) await person.taps('ไฟ');
    else if (asked.includes('หมู่ไหน')) await person.taps('หมู่ 3');
    else if (asked.includes('เพิ่มไหม')) await person.taps('พอแล้ว');
    else if (asked.includes('เรื่องเดียวกันไหม')) await person.taps('เป็นคนละเรื่อง');
    else await person.taps(told);
  }
  return person.receipt();
}

/** Brings a tip to its review card. */
export async function tips(person: Person, office: string, words: string[]) {
  await person.says('เมนู');
  await person.taps('แจ้งทุจริต');
  await person.taps('แจ้งในแชตนี้');
  await person.taps(office);
  await person.taps('เรียกเงิน');
  for (const text of words) await person.says(text);
  await person.taps('ไปต่อ');
  await person.taps('ตรวจแล้ว');
  return person.receipt();
}
