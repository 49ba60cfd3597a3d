import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Category } from '../../../domain/agency/agency.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { guessCategory } from '../../../domain/words/classify.ts';

const category = (id: string, ...keywords: string[]): Category => ({
  id,
  label: id,
  keywords,
  unit: 'works',
  days: 15,
  aboutStaff: false,
});
const categories = [
  category('water', 'น้ำ', 'น้ำประปา'),
  category('flood', 'น้ำท่วม'),
  category('road', 'ถนน', 'ถนน…พัง'),
  category('other'),
];

describe('the category of a message', () => {
  test('a keyword inside a longer one of another category does not count', () => {
    expect(guessCategory('น้ำท่วมบ้าน', categories)).toEqual({ id: 'flood', certain: true });
  });

  test('the longest matches together win, and a near second makes it uncertain', () => {
    expect(guessCategory('ถนนมีน้ำท่วม', categories)).toEqual({ id: 'flood', certain: true });
    expect(guessCategory('ถนนหน้าบ้านพัง น้ำท่วม', categories)).toEqual({ id: 'flood', certain: false });
  });

  test('a tie, a denial and an empty message are left open', () => {
    expect(guessCategory('ถนนกับน้ำ', [category('a', 'ถนน'), category('b', 'น้ำ')])).toBeUndefined();
    expect(guessCategory('ไม่ใช่เรื่องถนน', categories)).toBeUndefined();
    expect(guessCategory('😡', categories)).toBeUndefined();
    expect(guessCategory('', [])).toBeUndefined();
  });

  test('where something is counts only when nothing says what it is', () => {
    expect(guessCategory('น้ำไหลอยู่ข้างถนนพัง', categories)?.id).toBe('water');
    expect(guessCategory('อยู่ข้างถนน', categories)).toEqual({ id: 'road', certain: false });
  });

  test('a keyword is found however sara am is typed and with spaces in between', () => {
    expect(guessCategory('นํ้า ประปา', categories)?.id).toBe('water');
  });

  test('the gap of a keyword is short', () => {
    const road = [category('road', 'ถนน…พัง')];
    expect(guessCategory('ถนนหน้าวัดพัง', road)?.id).toBe('road');
    expect(guessCategory(`ถนน${'กข'.repeat(8)}พัง`, road)).toBeUndefined();
  });

  test('of anything is one of the categories or nothing', () => {
    const { categories: real } = khoen('');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const id = guessCategory(text, real)?.id;
        expect(id === undefined || real.some((known) => known.id === id)).toBe(true);
      }),
    );
  });
});
