import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Product } from '../../browser/product.ts';

const sampleVoice = new URL('../../../simulator/page/sample-voice.m4a', import.meta.url);
const PATIENCE_MILLISECONDS = 15_000;

const solid = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
});

/** A picture that is not one colour, so that blurring it can be seen: a lamp post before a wall. */
export const somePhoto = (wall = '#c60'): Promise<Buffer> =>
  sharp(solid(1200, 900, wall))
    .composite([
      { input: solid(1200, 200, '#465'), top: 700, left: 0 },
      { input: solid(50, 640, '#333'), top: 120, left: 560 },
      { input: solid(260, 60, '#333'), top: 100, left: 560 },
      { input: solid(120, 70, '#fe8'), top: 160, left: 720 },
    ])
    .jpeg()
    .toBuffer();

/** Somebody with LINE on their phone, through the stand-in. */
export async function villager(product: Product, name: string) {
  const { client, platform } = product.simulator;
  const { userId } = await client.addPerson(name);
  const said = (): string => JSON.stringify((platform.chats.get(userId) ?? []).map(({ message }) => message));
  let heard = 0;
  const settled = async (act: () => Promise<unknown>): Promise<void> => {
    heard = said().length;
    await act();
    expect(await client.idle()).toBe(true);
  };
  const dataOf = (label: string): string => {
    const found = [...said().matchAll(/"label":"([^"]*)","data":"([^"]*)"/g)].findLast(
      (one) => one[1] === label,
    );
    if (found?.[2] === undefined) throw new Error(`no button says ${label}`);
    return found[2];
  };
  const person = {
    userId,
    says: (text: string) => settled(() => client.sendText(userId, text)),
    taps: (label: string) => settled(() => client.postback(userId, { data: dataOf(label) })),
    sendsPhoto: () =>
      settled(async () =>
        client.sendMedia(userId, { type: 'image', content: new Uint8Array(await somePhoto()) }),
      ),
    sendsVoice: () =>
      settled(async () =>
        client.sendMedia(userId, {
          type: 'audio',
          content: new Uint8Array(await readFile(sampleVoice)),
          duration: 2000,
        }),
      ),
    /** Waits for words that came after what this person did last. */
    hears: (words: string) =>
      expect.poll(() => said().slice(heard), { timeout: PATIENCE_MILLISECONDS }).toContain(words),
    /** How many messages of their chat say these words. */
    times: (words: string): number =>
      (platform.chats.get(userId) ?? []).filter(({ message }) => JSON.stringify(message).includes(words))
        .length,
    /** All that their chat shows, as JSON. */
    said,
    /** Confirms a complaint about a street lamp that was begun with `words`; its answers come into the chat. */
    async complains(words: string): Promise<void> {
      await person.says(words);
      await person.taps('แจ้งปัญหา/แจ้งซ่อม');
      for (let steps = 0; steps < 6 && !said().slice(heard).includes('ยืนยันส่ง'); steps += 1) {
        const asked = said().slice(heard);
        if (asked.includes('เกี่ยวกับอะไร')) await person.taps('ไฟฟ้าสาธารณะ');
        else if (asked.includes('หมู่ไหน')) await person.says('หมู่ 4');
        else if (asked.includes('เพิ่มไหม')) await person.taps('พอแล้ว ไปต่อ');
        else if (asked.includes('เรื่องเดียวกันไหม')) await person.taps('เป็นคนละเรื่อง');
        else await person.taps('แจ้งผลในแชตนี้');
      }
      await person.taps('ยืนยันส่ง');
    },
  };
  return person;
}

export type Villager = Awaited<ReturnType<typeof villager>>;
