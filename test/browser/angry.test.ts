import { describe, expect } from 'vitest';
import { SATURDAY_EVENING } from './product.ts';
import { walk } from './walk.ts';

const ANGER =
  'โทรไปกี่ครั้งก็ไม่มีใครรับสายเลยถนนในหมู่ 7 เป็นหลุมเป็นบ่อมาตั้งแต่ก่อนปีใหม่แล้วไม่มีใครมาดูสักคนฝนตกทีน้ำก็ขังรถมอเตอร์ไซค์ล้มไปสามคันเมื่อวานลูกสาวฉันก็ล้มแขนถลอกไฟทางตรงโค้งก็ดับมืดตึ๊ดตื๋อมองไม่เห็นหลุมขยะก็ไม่มาเก็บสองอาทิตย์แล้วเหม็นไปทั้งซอยหมาก็มาคุ้ยกระจายเต็มถนนจ่ายภาษีทุกปีไม่เคยขาดแต่ไม่เคยเห็นใครมาทำอะไรให้เลยตอนหาเสียงพูดดีทุกคนพอได้แล้วก็เงียบหายถามผู้ใหญ่ก็บอกให้ไปถามอบตถามอบตก็บอกให้รองบประมาณรอมาสามปีแล้วจะให้รอไปถึงไหนหรือต้องให้มีคนตายก่อนถึงจะมาทำถนนเส้นนี้เด็กนักเรียนเดินผ่านทุกวันคนแก่ก็ต้องใช้ไปหาหมอช่วยมาดูให้หน่อยเถอะขอร้องล่ะเหนื่อยใจจริงจริง';

describe('one long angry message', () => {
  walk(
    'becomes a complaint on a Saturday evening, with what it says not asked again',
    async (stage) => {
      expect(ANGER.length).toBeGreaterThan(550);
      const { resident, officer, product, shoot } = stage;
      await resident.says(ANGER);
      expect(await resident.answer()).toContain('ยังไม่ถึงเจ้าหน้าที่');
      await shoot('angry-01-said');
      await resident.taps('แจ้งปัญหา/แจ้งซ่อม');
      const next = await resident.answer();
      expect(next).not.toContain('หมู่ไหน');
      await shoot('angry-02-next');
      if (next.includes('เกี่ยวกับอะไร')) await resident.says('ถนน');
      await resident.says('พอแล้ว');
      await resident.says('2');
      const card = await resident.answer();
      expect(card).toContain('หมู่ 7');
      expect(card).toContain('ไม่เก็บว่าใครแจ้ง');
      await shoot('angry-03-review');
      await resident.taps('ยืนยันส่ง');
      expect(await resident.answer()).toContain('วันจันทร์ที่ 30 พ.ย. 2569');
      expect(await product.cases()).toMatchObject([{ kind: 'complaint', status: 'new' }]);
      await officer.hears('เรื่องใหม่');
      await shoot('angry-04-sent');
    },
    { from: SATURDAY_EVENING },
  );
});
