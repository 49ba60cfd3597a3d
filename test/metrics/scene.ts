import { subscribe } from 'node:diagnostics_channel';
import { request, Server } from 'node:http';
import { z } from 'zod';
import { standInLogin } from '../../scripts/try-out.ts';
import { type Product, startProduct, TUESDAY_AFTERNOON } from '../browser/product.ts';
import { type Metric, parseExposition } from './grammar.ts';

const Started = z.object({ server: z.instanceof(Server) });

// Client and servers share a thread here: while one works, the others must not give a connection up.
subscribe('http.server.request.start', (message) => {
  const { data } = Started.safeParse(message);
  if (data !== undefined) data.server.keepAliveTimeout = 0;
});

const SLOT_MILLISECONDS = 5 * 60_000;

export interface Asked {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks with headers that `fetch` would not send. */
export function ask(url: string, headers: Record<string, string> = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The whole product, residents who type, and its figures. */
export interface Scene {
  product: Product;
  person(): Promise<string>;
  /** Resolves to what they are answered. */
  says(userId: string, text: string): Promise<string>;
  /** Everything of a chat. */
  chat(userId: string): Promise<string>;
  /** The figures of five minutes later. */
  scrape(): Promise<Metric[]>;
  close(): Promise<void>;
}

/** @param variables of the environment, beside those that every scene has */
export async function openScene(variables: Record<string, string> = {}): Promise<Scene> {
  const product = await startProduct(TUESDAY_AFTERNOON, standInLogin, variables);
  const { client } = product.simulator;
  await client.idle();
  const chat = async (userId: string) => JSON.stringify((await client.chat(userId)).messages);
  return {
    product,
    person: async () => (await client.addPerson('ผู้ทดลอง')).userId,
    chat,
    async says(userId, text) {
      await client.sendText(userId, text);
      await client.idle();
      const { messages } = await client.chat(userId);
      return JSON.stringify(messages.slice(messages.findLastIndex(({ from }) => from === 'user') + 1));
    },
    async scrape() {
      product.later(SLOT_MILLISECONDS);
      const { status, text } = await ask(`${product.url}/metrics`);
      if (status !== 200) throw new Error(`/metrics answered ${status}`);
      return parseExposition(text);
    },
    close: product.close,
  };
}

/** Types a complaint from end to end; resolves to how many messages that took. */
export async function complains({ says }: Scene, userId: string): Promise<number> {
  await says(userId, 'ไฟถนนดับหน้าวัด หมู่ 3');
  let shown = await says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
  let sent = 3;
  for (; sent < 10 && !shown.includes('ยืนยันส่ง'); sent += 1) {
    shown = await says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
  }
  const answer = await says(userId, 'ยืนยันส่ง');
  if (!answer.includes('ส่งเรื่องแล้ว')) throw new Error(`not sent: ${answer}`);
  return sent;
}

/** Types a tip from end to end; resolves to how many messages that took. */
export async function tipsOff({ says }: Scene, userId: string): Promise<number> {
  const typed = ['เมนู', 'แจ้งทุจริต (ลับ)', 'แจ้งในแชตนี้', 'กองช่าง', 'เรียกเงิน/สินบน'];
  const words = ['หัวหน้าเรียกเงินสามพันบาทก่อนเซ็นใบอนุญาต', 'เมื่อวันศุกร์ที่แล้ว ตอนบ่ายสอง'];
  const rest = ['ไปต่อ', 'ตรวจแล้ว ไปต่อ', 'ยืนยันส่ง'];
  const all = [...typed, ...words, ...rest];
  let answer = '';
  for (const text of all) answer = await says(userId, text);
  if (!answer.includes('ขอบคุณ')) throw new Error(`not sent: ${answer}`);
  return all.length;
}
