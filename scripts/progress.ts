import type { Progress } from '../bot/backup/format.ts';

const WIDTH = 30;

/** A bar on the terminal's one line; on anything that is no terminal, nothing. */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stderr): Progress {
  return (done, of) => {
    if (!out.isTTY) return;
    const share = of === undefined || of === 0 ? undefined : Math.min(1, done / of);
    const filled = Math.round((share ?? 0) * WIDTH);
    const bar = share === undefined ? '' : `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `;
    const count = of === undefined ? `${done}` : `${done}/${of}`;
    out.write(`\r${label} ${bar}${count}${done === of ? '\n' : ''}`);
  };
}
