/** Receipt derivation beside bare scrypt, and the sealing of a text. */
import { randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { deriveReceipt } from '../../sealing/derive-receipt.ts';
import { Recipient } from '../../sealing/keys.ts';
import { sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';
import { median, table } from './report.ts';

const ROUNDS = 40;
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 * 128 * 2 ** 15 * 8 };
const READERS = 3;
const WORDS = 'ช่างเรียกเงินก่อนจะออกใบอนุญาต เมื่อวันจันทร์ที่สำนักงาน มีคนเห็นสองคน '.repeat(4);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const bareScrypt = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
const someDigits = (): string => Array.from({ length: 16 }, () => randomInt(10)).join('');

async function someReaders(): Promise<Recipient[]> {
  const identities = await Promise.all(Array.from({ length: READERS }, () => generateX25519Identity()));
  const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
  return recipients.map((recipient) => Recipient.parse(recipient));
}

/** Medians in milliseconds, taken in turn; the first round warms up and does not count. */
export async function receiptsReport(): Promise<string> {
  const salt = new Uint8Array(randomBytes(16));
  const readers = await someReaders();
  const part: Part = { version: 1, kind: 'text', agency: 'khoen', draft: 'bench', n: 1, text: WORDS };
  const random = (octets: number) => new Uint8Array(randomBytes(octets));
  const times: { bare: number; derived: number; sealed: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const digits = someDigits();
    times.push({
      bare: await timed(() => bareScrypt(digits, salt, 64, COST)),
      derived: await timed(() => deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits })),
      sealed: await timed(() => sealPart(part, readers, random)),
    });
  }
  const counted = times.slice(1);
  const derivedOverBare = median(counted.map(({ derived, bare }) => derived / bare));
  return table(
    ['what', 'median ms', '÷ bare scrypt'],
    [
      ['bare scrypt, N = 2^15, r = 8', median(counted.map(({ bare }) => bare)).toFixed(1), '1.00'],
      ['a receipt', median(counted.map(({ derived }) => derived)).toFixed(1), derivedOverBare.toFixed(2)],
      ['sealing a text to eight', median(counted.map(({ sealed }) => sealed)).toFixed(2), ''],
    ],
  );
}
