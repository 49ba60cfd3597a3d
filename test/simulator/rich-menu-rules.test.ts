import { describe, expect, it } from 'vitest';
import { validateRichMenu } from '../../simulator/line-rules/rich-menu.ts';

const area = (bounds: object = {}) => ({
  bounds: { x: 0, y: 0, width: 100, height: 100, ...bounds },
  action: { type: 'postback', data: 'menu' },
});
const menu = (more: object = {}) => ({
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'เมนูหลัก',
  chatBarText: 'เมนู',
  areas: [area()],
  ...more,
});

describe('rich menus', () => {
  it.each([
    ['6 areas', menu({ areas: Array.from({ length: 6 }, () => area()) })],
    ['20 areas', menu({ areas: Array.from({ length: 20 }, () => area()) })],
    ['a name of 300', menu({ name: 'ที่'.repeat(300) })],
    ['14 on the chat bar', menu({ chatBarText: 'ที่'.repeat(14) })],
    ['the widest', menu({ size: { width: 2500, height: 1724 } })],
    ['the narrowest', menu({ size: { width: 800, height: 250 } })],
    ['an area to the very corner', menu({ areas: [area({ x: 2400, y: 1586 })] })],
    [
      'a switch to another menu',
      menu({ areas: [{ ...area(), action: { type: 'richmenuswitch', richMenuAliasId: 'b', data: 'b' } }] }),
    ],
  ])('takes %s', (_, richMenu) => {
    expect(validateRichMenu(richMenu)).toEqual([]);
  });

  it.each([
    ['21 areas', menu({ areas: Array.from({ length: 21 }, () => area()) })],
    ['a name of 301', menu({ name: 'ที่'.repeat(301) })],
    ['15 on the chat bar', menu({ chatBarText: 'ที่'.repeat(15) })],
    ['an empty chat bar', menu({ chatBarText: '' })],
    ['2,501 wide', menu({ size: { width: 2501, height: 1000 } })],
    ['799 wide', menu({ size: { width: 799, height: 250 } })],
    ['249 high', menu({ size: { width: 800, height: 249 } })],
    ['less than 1.45 as wide as high', menu({ size: { width: 2500, height: 1725 } })],
    ['an area outside', menu({ areas: [area({ x: 2401 })] })],
    ['no `selected`', menu({ selected: undefined })],
    ['an unknown property', menu({ richMenuId: 'a' })],
    ['a camera', menu({ areas: [{ ...area(), action: { type: 'camera', label: 'ก' } }] })],
    ['nothing', undefined],
  ])('refuses %s', (_, richMenu) => {
    expect(validateRichMenu(richMenu)).not.toEqual([]);
  });

  it('names the place of a fault', () => {
    expect(validateRichMenu(menu({ areas: [area(), area({ y: 1600 })] }))).toEqual([
      { property: 'areas[1].bounds', message: 'Must be inside the rich menu' },
    ]);
  });
});
