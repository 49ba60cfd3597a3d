import { dayOf } from '../../domain/calendar/day.ts';
import { buildContent } from '../../domain/evidence/build.ts';
import { presetLabel } from '../../domain/evidence/periods.ts';
import { importPlan } from '../measures/import-plan.ts';
import { pathsOf } from '../records/paths.ts';
import { contentLines } from './content-lines.ts';
import { approveEvidence, withdrawEvidence } from './evidence-store.ts';
import { gatherInputs, isEvidenceYear } from './gather.ts';
import type { Job, Outcome } from './job.ts';
import { plain } from './plain.ts';
import { type PublishGround, rebuildPages } from './rebuild.ts';
import { approveResult, saveDraft } from './results.ts';

const done = (...lines: string[]): Outcome => ({ ok: true, lines });
const refused = (...lines: string[]): Outcome => ({ ok: false, lines });
const tryAgain = refused('มีการแก้ไขพร้อมกัน ยังไม่ได้บันทึก โปรดลองอีกครั้ง');

async function contentOf(
  ground: PublishGround,
  job: Extract<Job, { do: 'show evidence' | 'approve evidence' }>,
) {
  const today = dayOf(ground.now);
  const { fiscalYear, key, preset, digits } = job;
  if (!isEvidenceYear(fiscalYear, today)) return undefined;
  const { documents, current, publicUrl } = ground;
  const wanted = { fiscalYear, presets: [preset] as const, today, publicUrl, digits };
  const inputs = await gatherInputs(documents, current, wanted);
  return buildContent(key, inputs);
}

/**
 * Does one job on what is published, and publishes what follows from it.
 * @throws StoreUnavailable
 */
export async function runJob(ground: PublishGround, job: Job): Promise<Outcome> {
  const { documents, current, now } = ground;
  const agencyId = current.agency.id;
  const day = dayOf(now);
  switch (job.do) {
    case 'import': {
      const year = job.result.raw.fiscalYear;
      if (!(await saveDraft(documents, agencyId, job.result))) return tryAgain;
      return done(
        `บันทึกผล ITA ปี ${year} เป็นฉบับร่างแล้ว ยังไม่เผยแพร่`,
        `อนุมัติด้วย: npm run publish -- approve ${year} --by "ชื่อ ตำแหน่ง"`,
      );
    }
    case 'approve result': {
      const approval = { approvedOn: day, approvedBy: job.by };
      if (!(await approveResult(documents, agencyId, job.fiscalYear, approval))) {
        return refused(`ไม่มีฉบับร่างของผล ITA ปี ${job.fiscalYear} นำเข้าก่อนด้วย npm run import -- FILE`);
      }
      await rebuildPages(ground);
      return done(`อนุมัติและเผยแพร่ผล ITA ปี ${job.fiscalYear} แล้ว โดย ${job.by}`);
    }
    case 'import plan': {
      const count = await importPlan(documents, current, job.fiscalYear, now);
      if (count === 'no report') return refused(`ยังไม่มีรายงานที่อนุมัติซึ่งมีแผนมาตรการปี ${job.fiscalYear}`);
      if (count === 'exists') return refused(`มีแผนมาตรการปี ${job.fiscalYear} อยู่แล้ว ไม่ได้เปลี่ยนอะไร`);
      return done(`นำเข้าแผนมาตรการปี ${job.fiscalYear} แล้ว ${count} มาตรการ`);
    }
    case 'show evidence': {
      const content = await contentOf(ground, job);
      return content === undefined ? refused(wrongYear(job.fiscalYear)) : done(...contentLines(content));
    }
    case 'approve evidence': {
      const content = await contentOf(ground, job);
      if (content === undefined) return refused(wrongYear(job.fiscalYear));
      const { fiscalYear, key, by, preset } = job;
      const n = await approveEvidence(documents, current, { fiscalYear, key, content, approvedBy: by, day });
      if (n === undefined) return tryAgain;
      await rebuildPages(ground);
      return done(
        `เผยแพร่ /oit/${fiscalYear}/${key} ฉบับที่ ${n} (${presetLabel(preset, fiscalYear)}) แล้ว โดย ${by}`,
      );
    }
    case 'withdraw evidence': {
      const { fiscalYear, key, by, because } = job;
      const head = await withdrawEvidence(documents, current, { fiscalYear, key }, { day, by, because });
      if (head === undefined) return refused(`ไม่มี /oit/${fiscalYear}/${key} ที่เผยแพร่อยู่`);
      await rebuildPages(ground);
      return done(`ถอน /oit/${fiscalYear}/${key} แล้ว หน้านั้นแสดงวันที่และเหตุผล`);
    }
    case 'profile': {
      const path = pathsOf(agencyId).evidenceProfile;
      await documents.commit([{ op: 'set', path, data: plain(job.profile) }]);
      return done('บันทึกข้อมูลของหน่วยงานแล้ว หน้าที่อนุมัติไปแล้วไม่เปลี่ยน จนกว่าจะอนุมัติฉบับใหม่');
    }
  }
}

const wrongYear = (fiscalYear: number): string => `ปีงบประมาณ ${fiscalYear} ยังทำหลักฐานไม่ได้`;
