import { encode } from 'uqr';
import { oitWords as say } from '../../domain/catalogue/oit.ts';

/** Runs of dark modules as one path: `M x y h length v1 h-length z`. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of modules.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      const length = x - from + 1;
      runs.push(`M${from} ${y}h${length}v1h-${length}z`);
    }
  }
  return runs.join('');
}

/** A QR code that leads to an address, or says what `label` names, dark on white in every colour scheme. */
export function QrCode({ url, label }: { url: string; label?: string }) {
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  return (
    <svg class="qr" role="img" aria-label={label ?? say.blocks.qr(url)} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
