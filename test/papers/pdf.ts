import { randomFillSync } from 'node:crypto';

/** What a PDF of a test holds. Without `lines` it is a scan: a page on which nothing is written. */
export interface PdfParts {
  lines?: readonly string[];
  /** A script that runs when a reader's program opens it. */
  script?: string;
  /** Opened by nobody without a password. */
  locked?: boolean;
  /** Filled up to so many octets with what looks like a picture. */
  octets?: number;
}

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A font without letters of its own: what is written stands as Unicode, and a map says so. */
const UNICODE_MAP = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Prongsai-Test def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0E00> <0E7F> <0E00>
endbfrange
1 beginbfrange
<0020> <007E> <0020>
endbfrange
1 beginbfrange
<F700> <F71A> <F700>
endbfrange
endcmap
end
end`;

const stream = (content: string | Buffer, dictionary = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    typeof content === 'string' ? Buffer.from(content, 'latin1') : content,
    Buffer.from('\nendstream'),
  ]);

/** A PDF 1.7 with one page, written here from its parts. */
export function makePdf({ lines = [], script, locked = false, octets }: PdfParts = {}): Uint8Array {
  const written = lines.map((line, nth) => `1 0 0 1 50 ${780 - nth * 24} Tm <${hexOf(line)}> Tj`);
  const content = lines.length === 0 ? '0.5 g 50 50 400 600 re f' : `BT /F1 14 Tf ${written.join('\n')} ET`;
  const opening = script === undefined ? '' : ' /OpenAction 8 0 R';
  const bodies: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R${opening} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 600 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    stream(UNICODE_MAP),
    `<< /Type /Action /S /JavaScript /JS (${script ?? 'none'}) >>`,
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ];
  const write = (padding: number): Buffer => {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    const places: number[] = [];
    let at = parts[0]?.length ?? 0;
    const add = (part: Buffer): void => {
      parts.push(part);
      at += part.length;
    };
    const filling = padding === 0 ? [] : [stream(randomFillSync(Buffer.alloc(padding)))];
    for (const [nth, body] of [...bodies, ...filling].entries()) {
      places.push(at);
      add(Buffer.concat([Buffer.from(`${nth + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
    }
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = places.length + 1;
    const encrypt = locked ? ` /Encrypt 9 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]` : '';
    const from = String(at).padStart(10, '0');
    add(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R${encrypt} >>\nstartxref\n${from}\n%%EOF\n`,
      ),
    );
    return Buffer.concat(parts);
  };
  if (octets === undefined) return new Uint8Array(write(0));
  let padding = octets - write(0).length;
  while (write(padding).length !== octets) padding += octets - write(padding).length;
  return new Uint8Array(write(padding));
}
