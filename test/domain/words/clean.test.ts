import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, comparable, letters } from '../../../domain/words/clean.ts';

describe('text to keep', () => {
  test('loses what cannot be seen or turns the reading round', () => {
    expect(cleanText('\u200bไฟ\u200cดับ\ufeff\u2060')).toBe('ไฟดับ');
    expect(cleanText('a\u202egpj.exe\u202c\u2067x\u2069')).toBe('agpj.exex');
    expect(cleanText('ก\u0000ข\u0007ค\u009bง')).toBe('กขคง');
    expect(cleanText('ก\u{e0041}\u{e007f}ข')).toBe('กข');
  });

  test('keeps line breaks, tabs, emoji and their joiners', () => {
    expect(cleanText('  บรรทัดหนึ่ง\r\nสอง\rสาม\tสี่\u2028ห้า ')).toBe('บรรทัดหนึ่ง\nสอง\nสาม\tสี่\nห้า');
    expect(cleanText('👨‍👩‍👧 🙏🏽 ❤️ 🏳️‍🌈')).toBe('👨‍👩‍👧 🙏🏽 ❤️ 🏳️‍🌈');
    expect(cleanText('ก\n\n\n \n\nข')).toBe('ก\n\nข');
  });

  test('replaces lone surrogates, which a database refuses', () => {
    expect(cleanText('ก\ud83dข')).toBe('ก\ufffdข');
  });

  test('of anything is well formed and does not change when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('text to compare', () => {
  test('has one spelling of sara am, whatever was typed', () => {
    for (const typed of ['น้ำ', 'น้ํา', 'นํ้า', 'นำ้']) expect(comparable(typed)).toBe('น้ำ');
    for (const typed of ['ทำ', 'ทํา']) expect(comparable(typed)).toBe('ทำ');
  });

  test('puts marks in order, doubles once, drawn-out letters once', () => {
    expect(comparable('ท้ี่')).toBe(comparable('ที้่'));
    expect(comparable('ที่่่')).toBe('ที่');
    expect(comparable('เเม่')).toBe('แม่');
    expect(comparable('มากกกกกก')).toBe('มาก');
  });

  test('folds digits, width, case and white space', () => {
    expect(comparable(' ＭＥＮＵ   ๑๒\n\nok ')).toBe('menu 12 ok');
  });

  test('tells words apart that differ in tone', () => {
    expect(comparable('ไม่')).not.toBe(comparable('ไม้'));
  });

  test('keeps letters, marks and digits alone when asked', () => {
    expect(letters('หมู่ 4!! 😡 (ลับ)')).toBe('หมู่4ลับ');
    expect(letters('😡🙏 …')).toBe('');
  });
});
