import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { casesIn } from '../../case/case-tally.ts';
import type { Block, Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthLabel, monthsOf } from '../periods.ts';
import { clockRange } from '../settings.ts';

/** Q&A: where a person asks and is answered, both ways, and what was asked often. */
export function qAndA(inputs: EvidenceInputs): Content {
  const { agency, profile, fiscalYear, today, cases } = inputs;
  const months = monthsOf(wholeYear(fiscalYear), today);
  const counted = months.map((month) => ({
    month,
    ...casesIn(cases[fiscalYear] ?? {}, month, 'question'),
  }));
  const often: Block[] =
    profile.questions.length === 0
      ? []
      : [
          { kind: 'heading', text: 'คำถามที่พบบ่อย' },
          {
            kind: 'facts',
            rows: profile.questions.map(({ question, answer }) => ({ label: question, value: answer })),
          },
        ];
  const asked: Block[] =
    counted.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: 'questions',
            caption: 'คำถามที่ได้รับ ตามเดือน (คำถาม)',
            columns: [
              { label: 'เดือน' },
              { label: 'ได้รับ', decimals: 0 },
              { label: 'ตอบแล้วเสร็จ', decimals: 0 },
              { label: 'อยู่ระหว่างตอบ', decimals: 0 },
            ],
            rows: counted.map(({ month, all, done, underway }) => ({
              cells: [monthLabel(month), all, done, underway],
            })),
          },
        ];
  return {
    method: `ช่องทางถามตอบของระบบ ข้อมูล ณ วันที่ ${thaiDate(today, 'long')}`,
    blocks: [
      {
        kind: 'text',
        text: `บุคคลภายนอกสอบถาม${agency.name}ได้สองทาง คือส่งคำถามและได้รับคำตอบกลับในช่องทางเดียวกัน`,
      },
      {
        kind: 'facts',
        rows: [
          {
            label: 'แชตถามตอบ (LINE)',
            value: `LINE ของ${agency.shortName} เมนู “สอบถาม”`,
            ...(profile.lineUrl === undefined ? {} : { href: profile.lineUrl }),
          },
          { label: 'ดูคำตอบด้วยรหัสลับ', value: `${inputs.publicUrl}/track`, href: '/track' },
          {
            label: 'โทรศัพท์',
            value: `${agency.phone} ${clockRange(agency)}`,
            href: `tel:${agency.phone}`,
          },
        ],
      },
      { kind: 'text', text: `ได้รับคำตอบภายใน ${agency.firstAnswerDays} วัน` },
      ...often,
      ...asked,
    ],
  };
}
