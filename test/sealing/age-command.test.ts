import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealPart } from '../../sealing/part.ts';
import { decodePart, type Part } from '../../sealing/plaintext.ts';
import { makePeople, seededRandom } from './people.ts';

const hasAge = spawnSync('age', ['--version']).status === 0;
if (!hasAge) process.stderr.write('skipped: the age command is not installed here\n');

test.skipIf(!hasAge)('the age command opens a sealed part', async () => {
  const [reader, other] = await makePeople(2);
  if (!reader || !other) throw new Error('two people were asked for');
  const part: Part = { version: 1, agency: 'khoen', draft: 'a', n: 1, kind: 'text', text: 'เก็บเงินใต้โต๊ะ' };
  const recipients = [other.recipient, reader.recipient];
  const sealed = await sealPart(part, recipients, seededRandom('command'));
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-age-'));
  try {
    const keyFile = join(folder, 'key.txt');
    writeFileSync(keyFile, `${reader.identity}\n`, { mode: 0o600 });
    const plaintext = execFileSync('age', ['--decrypt', '--identity', keyFile], { input: sealed });
    expect(decodePart(new Uint8Array(plaintext))).toEqual(part);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
