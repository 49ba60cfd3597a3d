/**
 * What else happened at the office: who answered its survey in two fiscal years, how often its services were given,
 * where residents had a say. Written down as it was, without any code of the program.
 */

export interface Answered {
  day: string;
  service: string;
  channel: 'web' | 'tablet' | 'paper' | 'line';
  /** Of the five questions that everybody is asked, in their order. */
  ratings: number[];
  /** Of the three further ones; none where nobody wanted to go on. */
  more: number[];
  age?: string;
  reasons: string[];
  comment?: string;
}

/** The survey's questions in their order, with what each is about. */
export const MAIN = ['overall', 'process', 'channel', 'staff', 'facilities'] as const;
export const FURTHER = [
  { id: 'clear-steps', about: 'process' },
  { id: 'fair', about: 'staff' },
  { id: 'reachable', about: 'channel' },
] as const;

const AGES = ['under-20', '20-39', '40-59', '60-up', 'unsaid'] as const;
const REASONS = ['slow', 'complicated', 'unsolved', 'nobody-there'] as const;
const CHANNELS = ['web', 'tablet', 'web', 'paper'] as const;
/** Two people alone rated the child centre, and three building permits: too few to be told by themselves. */
const SERVICES = ['land-tax', 'water-supply', 'land-tax', 'allowances', 'water-supply', 'land-tax'] as const;
const COMMENTS = new Map([
  [7, 'เจ้าหน้าที่อธิบายดี โทรกลับมาบอกผลด้วย'],
  [21, 'รอนานเพราะมีเจ้าหน้าที่คนเดียว โทร 081-234-5678 ก็ไม่มีคนรับ'],
  [33, 'อยากให้เปิดช่วงพักเที่ยง คนทำงานจะได้มาได้'],
]);

const pick = <One>(of: readonly One[], n: number): One => {
  const one = of[n % of.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** Answers of a year, some on each of its days; `lowest` to `lowest + 3` are given. */
function answersOn(days: readonly string[], each: number, lowest: number): Answered[] {
  return days.flatMap((day, nth) =>
    Array.from({ length: each }, (_, at): Answered => {
      const n = nth * each + at;
      // What is asked of is liked differently: by k % 3 the lower, all, or the upper ratings come more often.
      const rating = (k: number): number =>
        lowest + Math.min(3, (n * 5 + k * 3 + (n % 7) * k) % (3 + (k % 3)));
      const ratings = MAIN.map((_one, k) => rating(k + 1));
      const isLow = Math.min(...ratings) <= 2;
      const age = pick(AGES, n);
      const comment = lowest === 1 ? undefined : COMMENTS.get(n);
      return {
        day,
        service: pick(SERVICES, n),
        channel: pick(CHANNELS, n),
        ratings,
        more: n % 3 === 0 ? FURTHER.map((_one, k) => rating(k + 6)) : [],
        ...(age === 'unsaid' ? {} : { age }),
        reasons: isLow ? [pick(REASONS, n), ...(n % 4 === 0 ? [pick(REASONS, n + 1)] : [])] : [],
        ...(comment === undefined ? {} : { comment }),
      };
    }),
  );
}

const alone = (day: string, service: string, channel: Answered['channel'], rating: number): Answered => ({
  day,
  service,
  channel,
  ratings: MAIN.map(() => rating),
  more: [],
  reasons: [],
});

/** Fiscal year 2568, in which people were less content. */
const yearBefore = answersOn(['2024-11-12', '2025-02-04', '2025-05-20', '2025-08-13'], 9, 1);

/** Fiscal year 2569: nobody answered in December, and fewer than thirty did in the first quarter. */
const yearItself = [
  ...answersOn(
    ['2025-10-07', '2025-11-18', '2026-01-13', '2026-02-17', '2026-04-07', '2026-06-16', '2026-08-18'],
    8,
    2,
  ),
  ...['2026-03-03', '2026-03-04', '2026-07-07'].map((day) => alone(day, 'building-permit', 'line', 4)),
  ...['2026-05-12', '2026-05-13'].map((day) => alone(day, 'child-centre', 'line', 4)),
];

export const answers: readonly Answered[] = [...yearBefore, ...yearItself];

/** Those of some months (`YYYY-MM`). */
export const answeredIn = (months: readonly string[]): Answered[] =>
  answers.filter(({ day }) => months.includes(day.slice(0, 7)));

/** The services of the agency in its order. */
export const EVERY_SERVICE = [
  { id: 'land-tax', label: 'ภาษีที่ดิน/ภาษีป้าย' },
  { id: 'building-permit', label: 'ขออนุญาตก่อสร้าง' },
  { id: 'allowances', label: 'เบี้ยสูงอายุ/พิการ' },
  { id: 'water-supply', label: 'น้ำประปา/ค่าน้ำ' },
  { id: 'waste-collection', label: 'เก็บขยะ' },
  { id: 'street-lights', label: 'ซ่อมไฟสาธารณะ' },
  { id: 'emergency-medical', label: 'การแพทย์ฉุกเฉิน' },
  { id: 'child-centre', label: 'ศูนย์เด็กเล็ก' },
] as const;

const MONTHS_2569 = [
  ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
  ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
] as const;

export interface Counted {
  /** `YYYY-MM` */
  month: string;
  service: string;
  walkIn: number;
  online: number;
  /** Entered at first by mistake. */
  wrongly?: { walkIn: number; online: number };
}

/** How often services were given: nobody entered August, nor the child centre's March. */
export const counts: readonly Counted[] = MONTHS_2569.flatMap((month, m) =>
  EVERY_SERVICE.flatMap(({ id }, at): Counted[] =>
    month === '2026-08' || (month === '2026-03' && id === 'child-centre')
      ? []
      : [
          {
            month,
            service: id,
            walkIn: (at + 2) * 9 + m * 3,
            online: at === 6 ? 0 : at * 2 + m,
            ...(month === '2026-01' && id === 'land-tax' ? { wrongly: { walkIn: 900, online: 90 } } : {}),
          },
        ],
  ),
);

/** Where residents had a say in fiscal year 2569, in words as long as offices write them. */
export const activities = [
  {
    title:
      'ประชุมประชาคมท้องถิ่นระดับตำบลเพื่อทบทวนและเพิ่มเติมแผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570) เพิ่มเติม ครั้งที่ 2 ปีงบประมาณ พ.ศ. 2569',
    day: '2026-01-22',
    place: 'หอประชุมองค์การบริหารส่วนตำบลเขิน อำเภอน้ำเกลี้ยง จังหวัดศรีสะเกษ',
    people: 137,
    result:
      'ผู้เข้าร่วมประชุมเสนอโครงการก่อสร้างถนนคอนกรีตเสริมเหล็กสายหลังวัดบ้านเขิน หมู่ที่ 4 เชื่อมหมู่ที่ 7 โครงการขุดลอกหนองสาธารณประโยชน์ และโครงการติดตั้งโคมไฟฟ้าพลังงานแสงอาทิตย์ คณะกรรมการพัฒนาท้องถิ่นมีมติเห็นชอบและบรรจุไว้ในแผนพัฒนาท้องถิ่นแล้ว 2 โครงการ ส่วนโครงการขุดลอกให้สำรวจแนวเขตก่อนเสนออีกครั้ง',
  },
  {
    title: 'รับฟังความคิดเห็นต่อร่างข้อบัญญัติว่าด้วยการจัดการสิ่งปฏิกูลและมูลฝอย',
    day: '2026-06-09',
    place: 'ศาลาประชาคม หมู่ 2',
    people: 41,
    result: 'ปรับอัตราค่าเก็บขนของครัวเรือนตามที่ผู้เข้าร่วมเสนอ แล้วเสนอสภา อบต.',
    url: 'https://khoen.example/hearing-2569',
  },
  { title: 'ประชาคมหมู่บ้าน หมู่ 8', day: '2025-03-05', place: 'วัดบ้านเขิน', people: 55, result: 'ของปีก่อน' },
] as const;

/** How many people the services are for. */
export const POPULATION = 4812;

/** What is asked often, with the office's answers. */
export const common = [
  {
    question: 'จ่ายภาษีที่ดินได้ถึงเมื่อไร',
    answer: 'ชำระได้ภายในเดือนเมษายนของทุกปี ผ่อนได้ 3 งวด ติดต่อกองคลัง โทร 045-000-000',
  },
  { question: 'ขอถังขยะเพิ่มต้องทำอย่างไร', answer: 'แจ้งที่สำนักปลัด หรือทักมาทาง LINE แล้วเลือก “แจ้งปัญหา”' },
] as const;
