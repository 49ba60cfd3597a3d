// Reads files as `npm run import` does, one after the other, in a process of its own, and prints for each what came
// of it and the most memory that the process has needed until then, in KiB.
import { readFileSync } from 'node:fs';
import { readResultFile } from '../../bot/publish/read-result.ts';

for (const file of process.argv.slice(2)) {
  const reading = await readResultFile(readFileSync(file), undefined);
  const came = reading.ok ? 'read' : reading.faults[0];
  process.stdout.write(`${JSON.stringify({ came, peak: process.resourceUsage().maxRSS })}\n`);
}
