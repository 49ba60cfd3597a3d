import { describe, expect, test } from 'vitest';
import { readPaperQuery } from '../../../domain/words/paper-query.ts';
import { asksForPaper } from '../../../domain/words/paper-request.ts';
import { corpus, unseen } from './corpus.ts';

describe('whether somebody asks for a paper', () => {
  test.each([
    'ขอคู่มือขออนุญาตก่อสร้าง',
    'ขอดูข้อบัญญัติขยะ',
    'ขอเบิ่งข้อบัญญัติเรื่องขยะแด่',
    'อยากได้แบบฟอร์มขอเบี้ยคนแก่ค่ะ',
    'แผนพัฒนาท้องถิ่นดูได้ที่ไหนคะ',
    'มีแบบฟอร์มขอลงทะเบียนผู้พิการไหม',
    'ขอข้อบัญญัติงบประมาณ ปี 69',
    'ผลจัดซื้อจัดจ้างเดือนนี้ดูตรงไหน',
    'คู่มือ',
  ])('%s: yes', (text) => expect(asksForPaper(text)).toBe(true));

  test.each([
    'รายงานไฟดับหมู่ 4',
    'ประกาศเสียงตามสายดังมาก',
    'ขอให้มาซ่อมถนน',
    'อยากได้ถังขยะ',
    'เจ้าหน้าที่เรียกเงินค่าแบบฟอร์ม',
    'ขอแจ้งว่าแผนที่ในเว็บผิดพลาด',
    'เอกสารหาย ต้องทำยังไง',
    'ขอบคุณค่ะ',
  ])('%s: no', (text) => expect(asksForPaper(text)).toBe(false));

  test('of all messages of the corpus only the one that does', () => {
    const asking = [...corpus, ...unseen].map(({ text }) => text).filter(asksForPaper);
    expect(asking).toEqual(['ขอดูแผนป้องกันการทุจริตปีนี้ได้ที่ไหน']);
  });
});

test('what is sought: kinds, years, and names that stand for each other', () => {
  const read = readPaperQuery('ขอข้อบัญญัติขยะ ปี ๖๙');
  expect(read).toMatchObject({ kinds: ['regulation'], years: [2569] });
  expect(read.sought.map(({ words }) => words)).toEqual([['ขยะ', 'มูลฝอย', 'ปฏิกูล']]);
  expect(readPaperQuery('คู่มือขออนุญาตก่อสร้าง').sought.map(({ words }) => words[0])).toEqual(['ก่อสร้าง', 'อนุญาต']);
  expect(readPaperQuery('')).toEqual({ kinds: [], years: [], sought: [] });
});
