/** What is written short, and what is said for it. Those with dots may be written without their last one. */
const spelledOut: readonly (readonly [string, string])[] = [
  ['อบต.', 'องค์การบริหารส่วนตำบล'],
  ['อบจ.', 'องค์การบริหารส่วนจังหวัด'],
  ['อปท.', 'องค์กรปกครองส่วนท้องถิ่น'],
  ['รพ.สต.', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'],
  ['รพ.', 'โรงพยาบาล'],
  ['ร.ร.', 'โรงเรียน'],
  ['รร.', 'โรงเรียน'],
  ['ศพด.', 'ศูนย์พัฒนาเด็กเล็ก'],
  ['กศน.', 'การศึกษานอกโรงเรียน'],
  ['อสม.', 'อาสาสมัครสาธารณสุข'],
  ['อปพร.', 'อาสาสมัครป้องกันภัยฝ่ายพลเรือน'],
  ['ผญบ.', 'ผู้ใหญ่บ้าน'],
  ['ผอ.', 'ผู้อำนวยการ'],
  ['ผวจ.', 'ผู้ว่าราชการจังหวัด'],
  ['กฟภ.', 'การไฟฟ้าส่วนภูมิภาค'],
  ['กปภ.', 'การประปาส่วนภูมิภาค'],
  ['ปภ.', 'ป้องกันและบรรเทาสาธารณภัย'],
  ['ปชช.', 'ประชาชน'],
  ['จนท.', 'เจ้าหน้าที่'],
  ['ธ.ก.ส.', 'ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร'],
  ['ธกส.', 'ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร'],
  ['พ.ร.บ.', 'พระราชบัญญัติ'],
  ['พรบ.', 'พระราชบัญญัติ'],
  ['ส.อบต.', 'สมาชิกสภาองค์การบริหารส่วนตำบล'],
  ['ส.ส.', 'สมาชิกสภาผู้แทนราษฎร'],
  ['ป.ป.ช.', 'คณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ'],
  ['ป.ป.ท.', 'คณะกรรมการป้องกันและปราบปรามการทุจริตในภาครัฐ'],
  ['พ.ศ.', 'พุทธศักราช'],
  ['ค.ศ.', 'คริสต์ศักราช'],
  ['โทร.', 'โทรศัพท์'],
  ['โทร', 'โทรศัพท์'],
  ['ฯลฯ', 'และอื่น ๆ'],
  ['กรุงเทพฯ', 'กรุงเทพมหานคร'],
  ['กทม.', 'กรุงเทพมหานคร'],
  ['ด.ช.', 'เด็กชาย'],
  ['ด.ญ.', 'เด็กหญิง'],
  ['น.ส.', 'นางสาว'],
];

/** Short for a place, before its name or number. */
const places: readonly (readonly [string, string])[] = [
  ['ต.', 'ตำบล'],
  ['อ.', 'อำเภอ'],
  ['จ.', 'จังหวัด'],
  ['ถ.', 'ถนน'],
  ['ซ.', 'ซอย'],
  ['บ.', 'บ้าน'],
];

/** Measures, behind a number. */
const measures: readonly (readonly [string, string])[] = [
  ['ตร.กม.', 'ตารางกิโลเมตร'],
  ['ตร.ม.', 'ตารางเมตร'],
  ['ตร.ว.', 'ตารางวา'],
  ['ลบ.ม.', 'ลูกบาศก์เมตร'],
  ['กก.', 'กิโลกรัม'],
  ['กม.', 'กิโลเมตร'],
  ['ซม.', 'เซนติเมตร'],
  ['มม.', 'มิลลิเมตร'],
  ['ชม.', 'ชั่วโมง'],
  ['ม.', 'เมตร'],
  ['ล.', 'ลิตร'],
  ['บ.', 'บาท'],
];

const latin: readonly (readonly [string, string])[] = [
  ['LINE OA', 'ไลน์ทางการ'],
  ['LINE', 'ไลน์'],
  ['Facebook', 'เฟซบุ๊ก'],
  ['QR Code', 'คิวอาร์โค้ด'],
  ['QR', 'คิวอาร์'],
  ['COVID', 'โควิด'],
  ['Wi-Fi', 'ไวไฟ'],
  ['OTOP', 'โอทอป'],
];

const thaiLetter = 'ก-ฺเ-๎';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Rule = (text: string) => string;
const rule =
  (pattern: RegExp, put: string): Rule =>
  (text) =>
    text.replace(pattern, put);

const longestFirst = (list: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
  list.toSorted(([a], [b]) => b.length - a.length);

const rules: readonly Rule[] = [
  ...longestFirst(measures).map(([short, long]) =>
    rule(new RegExp(`(?<=\\d) ?${escaped(short)}(?![${thaiLetter}]\\.)`, 'gu'), ` ${long}`),
  ),
  ...longestFirst(spelledOut).map(([short, long]) =>
    rule(
      new RegExp(
        `(?<![${thaiLetter}.])${escaped(short).replace(/\\\.$/, '(?:\\.|(?=$|[\\s\\d,;:()"“”]))')}(?![${thaiLetter}]\\.|ศัพท์)`,
        'gu',
      ),
      long,
    ),
  ),
  rule(/(?<![ก-ฺเ-๎.])ม\. ?(?=\d)/gu, 'หมู่ที่ '),
  ...places.map(([short, long]) =>
    rule(
      new RegExp(
        `(?<![${thaiLetter}.])${escaped(short)} ?(?=[${thaiLetter}\\d])(?![${thaiLetter}]\\.)`,
        'gu',
      ),
      long,
    ),
  ),
  ...longestFirst(latin).map(([short, long]) =>
    rule(new RegExp(`(?<![A-Za-z])${escaped(short)}(?![A-Za-z])`, 'giu'), long),
  ),
];

/** Abbreviations spelled out, of which only what is known. Takes text whose digits are Arabic and not yet said. */
export const spelledAbbreviations = (text: string): string => rules.reduce((so, each) => each(so), text);
