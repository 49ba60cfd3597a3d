import type { Spoken } from './voice.ts';

/** Words for what is published: proposing, seeing it first, approving, taking down. */
export const publishWords = (_spoken: Spoken) => ({
  waitsForApprover: 'รอผู้อนุมัติ',
});
