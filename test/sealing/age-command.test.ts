import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { consoleTipsWords } from '../../domain/catalogue/console-tips.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import { filesOf } from '../../liff/staff/tips/download.ts';
import { pack } from '../../liff/staff/vault/pack.ts';
import { headerFor, headerOf, underHeader } from '../../sealing/header.ts';
import { sealPart } from '../../sealing/part.ts';
import { decodePart, type Part } from '../../sealing/plaintext.ts';
import { makePeople, type Person, seededRandom } from './people.ts';

const hasAge = spawnSync('age', ['--version']).status === 0;
if (!hasAge) process.stderr.write('skipped: the age command is not installed here\n');

const part: Part = { version: 1, agency: 'khoen', draft: 'a', n: 1, kind: 'text', text: 'เก็บเงินใต้โต๊ะ' };

async function people(): Promise<[Person, Person]> {
  const [reader, other] = await makePeople(2);
  if (!reader || !other) throw new Error('two people were asked for');
  return [reader, other];
}

/** Does something in a folder of its own that holds somebody's identity as `key.txt`. */
function withKey<Value>({ identity }: Person, act: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-age-'));
  try {
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`, { mode: 0o600 });
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const decrypt = (sealed: Uint8Array, folder: string): Uint8Array =>
  new Uint8Array(
    execFileSync('age', ['--decrypt', '--identity', join(folder, 'key.txt')], {
      input: sealed,
      stdio: 'pipe',
    }),
  );

test.skipIf(!hasAge)('the age command opens a sealed part', async () => {
  const [reader, other] = await people();
  const sealed = await sealPart(part, [other.recipient, reader.recipient], seededRandom('command'));
  expect(decodePart(withKey(reader, (folder) => decrypt(sealed, folder)))).toEqual(part);
});

test.skipIf(!hasAge)('the age command opens a part for a reader who was added later', async () => {
  const [reader, added] = await people();
  const sealed = await sealPart(part, [reader.recipient], seededRandom('first'));
  expect(() => withKey(added, (folder) => decrypt(sealed, folder))).toThrow();
  const header = headerOf(sealed);
  const next = header && (await headerFor(reader.identity, header, [added.recipient], seededRandom('next')));
  if (next === undefined) throw new Error('a reader can write a header');
  expect(decodePart(withKey(added, (folder) => decrypt(underHeader(sealed, next), folder)))).toEqual(part);
});

test.skipIf(!hasAge)(
  'the age and tar commands open a downloaded tip with the officer’s identity',
  async () => {
    const [officer] = await people();
    const photo = new Uint8Array(seededRandom('photo')(3000));
    const shown = {
      answer: {
        id: 'a',
        name: 'ดอกบัว สีทอง',
        status: 'new' as const,
        received: '2026-11-24',
        parts: [],
        next: 5,
        readers: { edition: '', officers: [] },
        names: {},
      },
      tip: {
        lines: [
          { n: 1, from: 'reporter' as const, text: 'เก็บเงินใต้โต๊ะ' },
          { n: 4, from: 'staff' as const, text: 'รับเรื่องแล้ว', day: '2026-11-25' },
        ],
        photos: [{ n: 2, octets: photo }],
        office: 'works',
        kind: 'bribe',
        channel: undefined,
        reporter: undefined,
        faults: [],
        unopened: [],
      },
    };
    const say = consoleTipsWords(spoken({ you: 'ท่าน', particle: 'ค่ะ' }));
    const files = filesOf(shown, say, { office: 'กองช่าง', kind: 'เรียกเงิน' });
    const sealed = await pack(files, officer.recipient);
    withKey(officer, (folder) => {
      const archive = join(folder, 'tip.tar');
      writeFileSync(archive, decrypt(sealed, folder));
      execFileSync('tar', ['--extract', '--file', archive, '--directory', folder]);
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(['เรื่อง.txt', 'รูป-1.jpg']));
      const words = readFileSync(join(folder, 'เรื่อง.txt'), 'utf8');
      for (const one of ['ดอกบัว สีทอง', 'กองช่าง', 'เก็บเงินใต้โต๊ะ', 'รับเรื่องแล้ว']) expect(words).toContain(one);
      expect(new Uint8Array(readFileSync(join(folder, 'รูป-1.jpg')))).toEqual(photo);
    });
  },
);
