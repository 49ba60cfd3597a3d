import { z } from 'zod';
import type { Errand } from '../spool.ts';
import { Job, Outcome } from './job.ts';

const Asked = z.object({ agencyId: z.string(), job: Job });
type Asked = z.infer<typeof Asked>;

/** Something to be done to what is published. */
export const publishing: Errand<Asked, Outcome> = {
  folder: 'publishing',
  asked: Asked,
  answer: Outcome,
  unreadable: { ok: false, lines: ['อ่านคำสั่งไม่ได้ ไม่ได้ทำอะไร'] },
};
