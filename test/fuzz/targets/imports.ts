import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readResultFile } from '../../../bot/publish/read-result.ts';
import { hostileText, MARK } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import { targetOf } from '../target.ts';

const folder = new URL('../../../templates/', import.meta.url);
const seeds = readdirSync(folder)
  .filter((name) => /\.(csv|xlsx)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder)));
const report = readFileSync(new URL('../../../domain/ita/data/khoen-2566/result.json', import.meta.url));

interface File {
  seed: number;
  spoils: Mutation[];
  rows: string[][] | undefined;
  year: number | undefined;
}

/** A row of our template's kind, so that it is read on and not only refused. */
const cell = fc.oneof(
  fc.constantFrom('ปีงบประมาณ', '2566', 'i1', 'e10', 'o28', '97.14', '100', '-1', '1e3', '๙๙', '='),
  hostileText,
);

const file: fc.Arbitrary<File> = fc.record({
  seed: fc.nat(seeds.length),
  spoils: mutations,
  rows: fc.oneof(fc.constant(undefined), fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })),
  year: fc.constantFrom(undefined, 2566, 2570),
});

const csvOf = (rows: string[][]): Buffer =>
  Buffer.from(rows.map((cells) => cells.map((text) => `"${text}"`).join(',')).join('\r\n'));

/**
 * Results of the ITA as files: CSV, XLSX, JSON. They have no door on the network; what reads them is called as the
 * command calls it.
 */
export const imports = targetOf<File>({
  name: 'imports',
  many: 40_000,
  few: 300,
  round: 10_000,
  atOnce: 8,
  keepsNothing: true,
  inputs: () => file,
  async give(_stage, { seed, spoils, rows, year }) {
    const octets = rows === undefined ? mutated(seeds[seed] ?? report, spoils) : csvOf(rows);
    const read = await readResultFile(octets, year);
    if (read.ok) return undefined;
    if (read.faults.length === 0) return 'a file was refused without a reason';
    return read.faults.some((fault) => fault.includes(MARK))
      ? 'a refusal that repeats what was sent'
      : undefined;
  },
});
