import type { AgencyKind } from '../agency/kind.ts';

/** What residents call an agency of a kind in passing, as in ติดต่อ อบต. */
export const kindWords: Readonly<Record<AgencyKind, string>> = {
  tambon: 'อบต.',
  municipality: 'เทศบาล',
  province: 'อบจ.',
  other: 'หน่วยงาน',
};

/** How names and short names of a kind begin. */
export const kindBeginnings: Readonly<Record<Exclude<AgencyKind, 'other'>, readonly string[]>> = {
  tambon: ['อบต', 'องค์การบริหารส่วนตำบล'],
  municipality: ['เทศบาล', 'ทต.', 'ทม.', 'ทน.'],
  province: ['อบจ', 'องค์การบริหารส่วนจังหวัด'],
};
