import { deflateSync } from 'node:zlib';

/** A PDF of one page, drawn by one stream. @param filter how the stream is packed, as a PDF names it */
function pdfOf(stream: Uint8Array, filter: string): Buffer {
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>'),
    Buffer.concat([
      Buffer.from(`<</Length ${stream.length}/Filter ${filter}>>stream\n`),
      stream,
      Buffer.from('\nendstream\n'),
    ]),
  ];
  let whole = Buffer.from('%PDF-1.4\n');
  const places = objects.map((object, n) => {
    const place = whole.length;
    whole = Buffer.concat([whole, Buffer.from(`${n + 1} 0 obj`), object, Buffer.from('endobj\n')]);
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer<</Size 5/Root 1 0 R>>\n`;
  return Buffer.concat([whole, Buffer.from(`${table}startxref\n${whole.length}\n%%EOF`)]);
}

const MEBIBYTE = 1024 * 1024;

/** PDFs whose page is so many mebibytes of blanks, packed a thousand to one, or a thousand times a thousand. */
export function bombPdfs(mebibytes: number): { once: Buffer; twice: Buffer } {
  const packed = deflateSync(Buffer.alloc(mebibytes * MEBIBYTE, ' '));
  return {
    once: pdfOf(packed, '/FlateDecode'),
    twice: pdfOf(deflateSync(packed), '[/FlateDecode/FlateDecode]'),
  };
}
