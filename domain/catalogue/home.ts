/** Words of the public page. */
export const homeWords = {
  title: (agency: string) => `${agency} โปร่งใสแค่ไหน`,
  heading: (agency: string) => `${agency}โปร่งใสแค่ไหน`,
  asOf: (agency: string, day: string) => `${agency} ข้อมูล ณ ${day}`,
  description: (agency: string) => `ผลประเมินความโปร่งใส เรื่องร้องเรียน และความพึงพอใจ ของ${agency}`,
  describeResult: (agency: string, year: number, score: string, level: string) =>
    `ปี ${year} ได้ ${score} คะแนน ระดับ${level} ดูว่าอะไรฉุดไว้ และหลักฐานทุกข้อ ของ${agency}`,
  unknown: 'ไม่ทราบ',
  contents: 'ในหน้านี้',
  parts: {
    steps: 'ทำอะไรคะแนนขึ้น',
    indicators: 'ตัวชี้วัด',
    items: 'ข้อมูลที่ต้องเปิดเผย',
    issues: 'ประเด็นที่วิเคราะห์',
    cases: 'เรื่องที่ได้รับ',
    satisfaction: 'ความพึงพอใจ',
    measures: 'มาตรการ',
    questions: 'ถามบ่อย',
    evidence: 'หลักฐาน',
  },
  withdrawn: (year: number, day: string, by: string, because: string) =>
    `ถอนผล ITA ปี ${year} เมื่อวันที่ ${day} โดย ${by} เพราะ ${because}`,
  noResult: 'ยังไม่มีผลประเมินที่อนุมัติให้เผยแพร่',
  score: {
    heading: (year: number) => `คะแนน ITA ปี ${year}`,
    outOf: 'เต็ม 100 ระดับ',
    before: (year: string) => `${year}ได้`,
    caption: 'สามด้านที่วัด ขีดในแท่งคือ 85',
    columns: { instrument: 'ด้าน', weight: 'น้ำหนัก', score: 'คะแนน' },
    instruments: { IIT: 'เจ้าหน้าที่ตอบ', EIT: 'ประชาชนตอบ', OIT: 'ข้อมูลที่เปิดเผย' },
    noLevel: 'ยังบอกระดับไม่ได้ เพราะคะแนนไม่ครบ',
    highest: 'เป็นระดับสูงสุดแล้ว',
    needsOverall: (level: string, needs: number, score: string) =>
      `ระดับ “${level}” ต้องได้คะแนนรวมอย่างน้อย ${needs} ตอนนี้ได้ ${score}`,
    overallReached: (score: string) => `คะแนนรวม ${score} ถึงเกณฑ์แล้ว `,
    notYet: (level: string) => `ที่ยังไม่ได้ระดับ “${level}” เพราะ`,
    below: (who: string, id: string, score: string, needs: number) =>
      `ด้าน${who} (${id}) ได้ ${score} ต่ำกว่า ${needs}`,
    and: ' และ ',
    with: ' กับ ',
    mean: (numbers: string, values: string, whole: number) =>
      `(เฉลี่ยตัวชี้วัดที่ ${numbers}: ${values} ได้ ${whole})`,
  },
  steps: {
    heading: 'เผยแพร่อะไรแล้วคะแนนขึ้นมากที่สุด',
    how: (score: number | undefined, level: string | undefined) =>
      `ข้อเหล่านี้ได้ 0 คะแนน ถ้าเผยแพร่ทีละข้อตามลำดับ และแต่ละข้อได้เต็ม 100 คะแนนรวมจะขึ้นจาก ${score ?? ''} (${level ?? ''}) ดังนี้ เป็นการคำนวณ ไม่ใช่คำรับรอง`,
    reached: (gain: string, score: string, level: string | undefined) =>
      `${gain} เป็น ${score} ระดับ${level ?? ''}`,
    notReckoned: (codes: string) => `ได้ 0 คะแนนแต่ยังคำนวณผลไม่ได้: ${codes}`,
  },
  indicators: {
    heading: (count: number) => `ตัวชี้วัด ${count} ข้อ`,
    caption: (year: number, before: string | undefined) =>
      `แท่งหนาคือปี ${year}${before === undefined ? '' : ` แท่งบางคือ${before}`} ขีดคือ 85`,
    column: 'ตัวชี้วัด',
    change: 'ต่าง',
    madeOf: 'แต่ละตัวชี้วัดมาจากอะไร',
    wordingIn: 'คำถามเต็มของแต่ละข้ออยู่ใน',
    wordingInIssues: 'ประเด็นที่วิเคราะห์',
    reported: 'คะแนนนี้เป็นไปตามรายงาน คำนวณจากรายข้อที่พิมพ์ไว้ไม่ได้',
  },
  items: {
    heading: (count: number) => `ข้อมูลที่ต้องเปิดเผย ${count} ข้อ`,
    zero: (count: number) => `ยังไม่ได้คะแนน ${count} ข้อ`,
    noScore: 'ไม่มีคะแนน',
    evidence: (year: number) => `หลักฐานปี ${year}`,
  },
  issues: { heading: (count: number) => `${count} ประเด็นที่หน่วยงานวิเคราะห์` },
  cases: {
    heading: 'เรื่องที่ได้รับ',
    tips: 'แจ้งทุจริต',
    noTips: 'ยังไม่มีครึ่งปีที่นับครบ จะแสดงเมื่อครึ่งปีสิ้นสุด เพื่อไม่ให้เดาได้ว่าใครแจ้ง',
    general: (year: number) => `เรื่องทั่วไป ปีงบประมาณ ${year}`,
    notChecked: 'ยังไม่มีเรื่องในระบบ',
    none: (month: string) => `ไม่มีเรื่อง ถึงสิ้นเดือน ${month} (ตรวจครบทุกช่องทางแล้ว)`,
    counted: (all: number, done: number, underway: number) =>
      `ทั้งหมด ${all} แล้วเสร็จ ${done} อยู่ระหว่างดำเนินการ ${underway}`,
    since: (day: string) => `นับตั้งแต่ ${day}`,
    monthly: 'สถิติรายเดือน',
  },
  satisfaction: {
    heading: (year: number) => `ความพึงพอใจ ปีงบประมาณ ${year}`,
    answered: (n: number) => (n === 0 ? 'ยังไม่มีผู้ตอบ' : `มีผู้ตอบ ${n} คน เต็ม 5`),
    method: 'หน่วยงานสำรวจเองใน LINE และที่จุดบริการ ผู้รับบริการสมัครใจตอบ ไม่ได้สุ่มตัวอย่าง จึงไม่ใช่ตัวแทนของทุกคน',
    few: (n: number) => `ผู้ตอบน้อยกว่า ${n} คน ยังสรุปความเห็นของคนทั่วไปไม่ได้`,
    dimension: 'ด้าน',
    service: 'บริการ (ภาพรวม)',
    interval: 'ช่วง 95%',
    report: 'รายงานฉบับเต็ม',
  },
  measures: {
    heading: (year: number) => `มาตรการปีงบประมาณ ${year}`,
    steps: 'ขั้นตอนของทุกมาตรการ',
    states: { not_started: 'ยังไม่เริ่ม', in_progress: 'กำลังทำ', done: 'ทำแล้ว' },
    asOf: (day: string) => `ณ ${day}`,
    come: (done: number, of: number, late: number) =>
      `${done}/${of} ขั้นตอน${late === 0 ? '' : ` เลยกำหนด ${late}`}`,
    overdue: 'ครบกำหนดแล้ว ยังไม่ได้บันทึกผล',
    nothingNoted: 'ยังไม่ได้บันทึกความก้าวหน้า',
    about: (issue: number, responsible: string, from: string, to: string) =>
      `ประเด็นที่ ${issue} · ผู้รับผิดชอบ ${responsible} · ${from} – ${to} ·`,
  },
  answered: (n: number) => `ถามบ่อย ${n} ข้อ`,
  evidence: {
    heading: 'หลักฐานที่เผยแพร่',
    approved: (year: number, day: string) => `ปี ${year} อนุมัติ ${day}`,
  },
  about: {
    heading: 'ที่มาของตัวเลข',
    source: (approver: string, day: string) =>
      `จากรายงานผล ITA ของหน่วยงาน ผู้อนุมัติเผยแพร่ ${approver} วันที่ ${day}`,
    json: 'ข้อมูลทั้งหน้าเป็น JSON',
    constraints: 'ข้อจำกัดที่หน่วยงานบอก',
    notes: (count: number) => `ข้อสังเกตต่อรายงาน ${count} ข้อ`,
  },
};

/** What its data say to people, as they are put together. */
export const homeDataWords = {
  year: (year: number) => `ปี ${year}`,
  yearBefore: 'ปีก่อน',
  overallReckoned: (label: string) => `${label} คะแนนรวมของปีนั้นไม่ได้พิมพ์ไว้ คำนวณจากตัวชี้วัดทั้งสิบ`,
};

export const BACK_TO_CHAT = 'กลับไปที่แชต';
