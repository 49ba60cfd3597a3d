import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Write } from '../../bot/store/documents.ts';
import { type Paper, type PaperIssue, shownIssue } from '../../domain/papers/paper.ts';
import { emptyRegister, entryOf, type PapersRegister, withPaper } from '../../domain/papers/register.ts';

export const shownPaper = 'aa'.repeat(12);
export const withdrawnPaper = 'bb'.repeat(12);

const file = (octets: number, text: 'read' | 'none'): PaperIssue['source'] => ({
  type: 'file',
  sha256: 'c'.repeat(64),
  octets,
  pages: 12,
  text,
  scripts: false,
});

const issue = (title: string, more: Partial<PaperIssue>): PaperIssue => ({
  title,
  kind: 'manual',
  fiscalYear: 2570,
  day: '2026-10-01',
  source: { type: 'link', url: 'https://khoen.go.th/manual' },
  n: 1,
  approvedOn: '2026-10-05',
  approvedBy: 'นางสาวสมมติ ทดสอบ ปลัด',
  ...more,
});

const waste = 'ข้อบัญญัติองค์การบริหารส่วนตำบลเขิน เรื่อง การจัดการสิ่งปฏิกูลและมูลฝอย พ.ศ. 2565';
const all: readonly [id: string, issues: PaperIssue[], withdrawn?: Paper['withdrawn']][] = [
  [
    shownPaper,
    [
      issue(waste, { kind: 'regulation', item: 'laws', unit: 'health', source: file(812_000, 'none') }),
      issue(waste, { kind: 'regulation', item: 'laws', n: 2, source: file(4_980_000, 'none') }),
    ],
  ],
  [
    withdrawnPaper,
    [issue('คู่มือขอใช้น้ำประปา', {})],
    { day: '2026-11-01', by: 'นางสาวสมมติ ทดสอบ ปลัด', because: 'มีฉบับใหม่' },
  ],
  ['cc'.repeat(12), [issue('คู่มือสำหรับประชาชน การขออนุญาตก่อสร้างอาคาร', { source: file(2_100_000, 'read') })]],
  ['dd'.repeat(12), [issue('แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570', { kind: 'plan', fiscalYear: 2569 })]],
];

/** A few papers of อบต.เขิน as they stand after they were approved, one of them withdrawn. */
export function somePapers(): Write[] {
  const paths = pathsOf('khoen');
  let register: PapersRegister = emptyRegister;
  const papers = all.map(([id, issues, withdrawn]): Write => {
    const standing = { issues, ...(withdrawn === undefined ? {} : { withdrawn }) };
    const at = Date.parse('2026-11-20T03:00:00Z');
    const paper: Paper = {
      version: 1,
      ...standing,
      waiting: false,
      at,
      last: { act: 'approve', by: 'somebody', at, before: { issues: [] } },
    };
    const shown = shownIssue(standing);
    const next = withPaper(register, id, shown && entryOf(id, shown, undefined), false);
    if (next === 'full') throw new RangeError('there is room for a few');
    register = next;
    return { op: 'set', path: paths.paper(id), data: plain(paper) };
  });
  return [...papers, { op: 'set', path: paths.published('papers'), data: plain(register) }];
}
