import type { PaperKind } from '../papers/paper.ts';
import { comparable, letters } from './clean.ts';
import { foldedLetters } from './folded.ts';
import { particles } from './particles.ts';
import { wordList } from './word-list.ts';

/** What kinds of papers are called, the longest names first where one holds another. */
const kindNames: readonly (readonly [name: string, kind: PaperKind])[] = (
  [
    ['ข้อบัญญัติ', 'regulation'],
    ['เทศบัญญัติ', 'regulation'],
    ['ข้อบังคับตำบล', 'regulation'],
    ['คู่มือ', 'manual'],
    ['แบบฟอร์ม', 'form'],
    ['แบบคำขอ', 'form'],
    ['แบบคำร้อง', 'form'],
    ['ใบคำร้อง', 'form'],
    ['จัดซื้อจัดจ้าง', 'procurement'],
    ['จัดซื้อ', 'procurement'],
    ['จัดจ้าง', 'procurement'],
    ['ราคากลาง', 'procurement'],
    ['ประกวดราคา', 'procurement'],
    ['บริหารงานบุคคล', 'staff_rules'],
    ['ทรัพยากรบุคคล', 'staff_rules'],
    ['อัตรากำลัง', 'staff_rules'],
    ['งบประมาณ', 'budget'],
    ['แผน', 'plan'],
    ['รายงาน', 'report'],
    ['ประกาศ', 'order'],
    ['คำสั่ง', 'order'],
    ['ระเบียบ', 'order'],
  ] as const
).map(([name, kind]) => [letters(name), kind] as const);

/** Words for the same thing, residents' and officials'. The first that is found in a query stands for all. */
const alike: readonly (readonly string[])[] = `
  ขยะ มูลฝอย ปฏิกูล
  น้ำประปา ประปา
  ก่อสร้าง ปลูกสร้าง สร้างบ้าน ต่อเติม
  ผู้สูงอายุ คนแก่ คนชรา
  ผู้พิการ คนพิการ
  หมา แมว สุนัข สัตว์เลี้ยง เลี้ยงสัตว์
  ตลาดนัด ตลาด
  ขายของ หาบเร่ จำหน่ายอาหาร
  ศูนย์เด็ก ศูนย์พัฒนาเด็กเล็ก เด็กเล็ก
  รับสมัคร สรรหา สมัครงาน
  ไฟถนน ไฟฟ้าสาธารณะ ไฟส่องสว่าง
  ขุดดิน ถมดิน
  ซ่อมถนน ถนน
  เงินเดือน ค่าตอบแทน
`
  .trim()
  .split('\n')
  .map((row) => wordList(row).map(letters));

/** Words that ask, and say nothing of what is sought. */
const asking = new Set(
  [
    ...particles,
    ...wordList(`
      ขอ ขอดู ดู อยาก อยากได้ ได้ จะ หา ค้น ค้นหา เอา มี ไหม มั้ย บ่ เรื่อง เกี่ยว กับ เกี่ยวกับ ของ การ ที่ และ ใน ให้
      เป็น อยู่ ไหน ตรง เอกสาร ไฟล์ pdf ฉบับ ล่าสุด ใหม่ โหลด ดาวน์โหลด ดาวน์ เปิด ส่ง อ่าน เบิ่ง ปี พ ศ อบต สำหรับ เพื่อ
      ว่า ด้วย หรือ ต้องการ ช่วย รบกวน ผม หนู ฉัน ดิฉัน ข้อย หน่อย ไป มา นี้ อัน อะไร ยังไง ได้ที่ เดือน ผล ลง ท้อง ถิ่น ตำบล เผยแพร่
    `),
  ].map(letters),
);

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** One thing that is sought: `words` are its names, as {@link letters} gives them; `folded` the same, folded. */
export interface Sought {
  readonly words: readonly string[];
  readonly folded: readonly string[];
}

/** What words ask for: kinds of papers, fiscal years, and everything else that they name. */
export interface PaperQuery {
  readonly kinds: readonly PaperKind[];
  readonly years: readonly number[];
  readonly sought: readonly Sought[];
}

const sought = (words: readonly string[]): Sought => ({ words, folded: words.map(foldedLetters) });

/** The years that are named, whole (2569) or short (ปี 69), and the text without them. */
function takeYears(text: string): { years: number[]; rest: string } {
  const years: number[] = [];
  const rest = text.replace(
    /(?:ปี|พ\.?\s*ศ\.?)?\s*(25[4-9]\d)(?!\d)|ปี\s*([4-9]\d)(?!\d)/gu,
    (_, whole, short) => {
      years.push(Number(whole ?? `25${short}`));
      return ' ';
    },
  );
  return { years, rest };
}

const MOST_SOUGHT = 12;

/** Takes a wish for papers apart. Thai has no spaces: known names are cut out first, the rest is segmented. */
export function readPaperQuery(text: string): PaperQuery {
  const { years, rest } = takeYears(comparable(text));
  const kinds = new Set<PaperKind>();
  const found: Sought[] = [];
  let left = rest;
  for (const [name, kind] of kindNames) {
    if (!left.includes(name)) continue;
    kinds.add(kind);
    left = left.replaceAll(name, ' ');
  }
  for (const group of alike) {
    const said = group.filter((word) => left.includes(word));
    if (said.length === 0) continue;
    found.push(sought([...said, ...group.filter((word) => !said.includes(word))]));
    for (const word of said) left = left.replaceAll(word, ' ');
  }
  const words = Array.from(segmenter.segment(left))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => letters(segment))
    .filter((word) => word.length > 1 && !asking.has(word));
  for (const word of new Set(words)) found.push(sought([word]));
  return { kinds: [...kinds], years, sought: found.slice(0, MOST_SOUGHT) };
}
