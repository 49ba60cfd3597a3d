import { describe, expect, it } from 'vitest';
import { all } from '../../cases/world.ts';
import { cameIn, firstAnswer, five, year } from '../script.ts';
import { bare, expectRows, expectSheets, expectSigned } from './paper.ts';
import { MADE_ON, type World } from './world.ts';

const inOrder = year.toSorted((a, b) => (a.received < b.received ? -1 : 1));
const ITEMS_2569 = 26;

/** What the office prints of a scripted year for itself: lists, a memo of each fate, ชุดส่ง ITA. */
export const officePapers = (world: () => World): void => {
  describe('for the office', () => {
    const list = (what: string) =>
      world().ownPaper(
        `#/documents?what=${what}&year=2569&preset=whole-year&digits=thai`,
        `.paper .signatures`,
        `office-${what}`,
      );
    const memo = async (wanted: (data: Record<string, unknown>) => boolean, name: string) => {
      const found = (await all(world().stage, 'cases')).find(
        ({ data }) => data.kind !== 'tip' && wanted(data),
      );
      return world().ownPaper(`#/memo/${found?.id}`, '.memo', `memo-${name}`);
    };

    it('the register has each case in order, and its lines to sign on under it', async () => {
      const paper = await list('register');
      expectSheets(paper, 2, true);
      expectSigned(paper);
      expectRows(
        paper,
        inOrder.map(({ received }, at) => [
          ...[at + 1, 69, at + 1, Number(received.slice(8))],
          Number(received.slice(0, 4)) + 543,
        ]),
      );
      expect(paper.words).toContain(bare(`รวม ๑๘ เรื่อง`));
      expect(paper.words).not.toContain(bare('นายลับ'));
    });

    it('the proof counts who was answered within 15 days, and LPA’s paper those of the centre apart', async () => {
      const paper = await list('answered');
      expectSheets(paper, 2, true);
      expectSigned(paper);
      const days = year.map((entry) => firstAnswer(entry, MADE_ON));
      const within = days.filter((after) => after !== undefined && after <= 15).length;
      expectRows(paper, [
        [15, within, Math.round((within / year.length) * 10_000) / 100],
        [15, days.filter((after) => after !== undefined && after > 15).length],
        [15, days.filter((after) => after === undefined).length],
      ]);
      const lpa = await list('lpa');
      expectSheets(lpa, 4, true);
      expectSigned(lpa);
      const complaints = cameIn([...new Set(year.map(({ received }) => received.slice(0, 7)))], 'complaint');
      const [count] = five(complaints, MADE_ON);
      expectRows(lpa, [
        [count ?? 0, count ?? 0],
        [2, 2, 1, 50],
      ]);
    });

    it('a memo says what its reporter was told: by an answer, by where it was sent, by why not', async () => {
      const declined = await memo(({ status }) => status === 'declined', 'declined');
      expectSheets(declined, 1);
      expect(declined.words).toContain(bare('แจ้งผู้แจ้งว่าไม่อาจดำเนินการ เพราะ “อยู่นอกเขต”'));
      expect(declined.words).toContain(bare('แจ้งแขวงทางหลวง'));
      expect(declined.words).not.toContain(bare('ยังไม่ได้แจ้งผล'));
      const referred = await memo(({ status }) => status === 'referred', 'referred');
      expect(referred.words).toContain(bare('ส่งต่อเรื่องให้ การไฟฟ้าส่วนภูมิภาค'));
      expect(referred.words).not.toContain(bare('ยังไม่ได้แจ้งผล'));
      const open = await memo(({ status, firstAnswered }) => status === 'new' && !firstAnswered, 'open');
      expect(open.words).toContain(bare('ยังไม่ได้แจ้งผล'));
      expectSigned(open, 2);
    });

    it('ชุดส่ง ITA lists every item, each page that is public with its address', async () => {
      const paper = await world().ownPaper('#/submission/2569', '.ita-items', 'submission');
      expectSheets(paper, 6);
      for (let item = 1; item <= ITEMS_2569; item += 1) expect(paper.words).toContain(`o${item}`);
      expect(paper.words).toContain('http://localhost/oit/2569/complaint_statistics');
      expect(paper.words).not.toContain(bare('คัดลอกลิงก์ o'));
    });
  });
};
