import { z } from 'zod';

/**
 * How well a fact is known: `seen` in the text of its source; `secondary`, seen only in a copy or in a
 * single agency's page; `not_seen`, background knowledge to be confirmed; `inferred`, our own reckoning.
 */
export const Seen = z.enum(['seen', 'secondary', 'not_seen', 'inferred']);
export type Seen = z.infer<typeof Seen>;

export const SourceId = z.enum([
  'khoen_2566',
  'phayao_tool',
  'banrubpraek_2566',
  'hia_2566',
  'mkschool_2566',
  'skm_2566',
  'doe_2565',
  'mgronline_2568',
  'rtrda_2568',
  'rtrda_2569',
  'background',
]);
export type SourceId = z.infer<typeof SourceId>;

/** Where the facts of a framework come from. Without an address: a document or a public code file. */
export const sources: Readonly<Record<SourceId, { readonly name: string; readonly url?: string }>> = {
  khoen_2566: { name: 'รายงานการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566 องค์การบริหารส่วนตำบลเขิน' },
  phayao_tool: { name: 'โปรแกรมรายงานผล ITA ปี 2564–2567 มหาวิทยาลัยพะเยา (รหัสต้นทางสาธารณะ)' },
  banrubpraek_2566: {
    name: 'ITA ปีงบประมาณ 2566 (banrubpraek-school.ac.th)',
    url: 'https://banrubpraek-school.ac.th/en/ita-ปีงบประมาณ-2566',
  },
  hia_2566: { name: 'OIT 2566 กองประเมินผลกระทบต่อสุขภาพ', url: 'https://hia.anamai.moph.go.th/th/oit-2' },
  mkschool_2566: {
    name: 'ITA 2566 การส่งเสริมความโปร่งใส',
    url: 'https://sites.google.com/pracharath.ac.th/mkschool/ita-2566/การสงเสรมความโปรงใส',
  },
  skm_2566: {
    name: 'ITA 2566 การดำเนินการเพื่อป้องกันการทุจริต',
    url: 'https://75010020.skm.go.th/การดำเนินการเพื่อป้องกันการทุจริต',
  },
  doe_2565: {
    name: 'รายการ OIT 2565 (doe.go.th)',
    url: 'https://www.doe.go.th/prd/smk/custom/param/site/137/cat/40/sub/0/pull/detail/view/detail/object_id/1648',
  },
  mgronline_2568: {
    name: 'คำชี้แจงของ ป.ป.ช. เรื่องผล ITA 2568',
    url: 'https://mgronline.com/uptodate/detail/9680000079675',
  },
  rtrda_2568: {
    name: 'OIT 2568 สถาบันวิจัยและพัฒนาเทคโนโลยีระบบราง',
    url: 'https://www.rtrda.or.th/การประเมินคุณธรรมและคว',
  },
  rtrda_2569: { name: 'หัวข้อ OIT 2569 สถาบันวิจัยและพัฒนาเทคโนโลยีระบบราง (หน่วยงานเดียว)' },
  background: { name: 'ความรู้ทั่วไป ยังไม่พบในเอกสารต้นทาง' },
};

/** What every fact of a framework carries. */
export const Mark = z.object({ seen: Seen, source: SourceId });
export type Mark = z.infer<typeof Mark>;
