import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { declaredMenu, menuPicture } from '../../bot/line/declared-menu.ts';
import { toLineRichMenu } from '../../bot/line/rich-menu.ts';
import { DEFAULT_VOICE } from '../../domain/agency/agency.ts';
import { agencyKinds, kindOf } from '../../domain/agency/kind.ts';
import { readButton } from '../../domain/conversation/button.ts';
import { richMenu } from '../../domain/rich-menu/menu.ts';
import { graphemes } from '../../domain/words/graphemes.ts';

const menu = richMenu('อบต.', { you: 'ท่าน', particle: 'ค่ะ' });

it('covers its whole picture, every pixel by one area', () => {
  const edges = menu.areas.map(
    ({ bounds: { x, y, width, height } }) => [x, y, x + width, y + height] as const,
  );
  const inside = (px: number, py: number) =>
    edges.filter(([left, top, right, bottom]) => px >= left && px < right && py >= top && py < bottom).length;
  for (let x = 0; x < menu.width; x += 1) {
    for (const y of [0, 842, 843, 1685]) expect(inside(x, y)).toBe(1);
  }
  for (let y = 0; y < menu.height; y += 1) {
    for (const x of [0, 832, 833, 1666, 1667, 2499]) expect(inside(x, y)).toBe(1);
  }
});

it('has buttons that the conversation reads, and words that fit', () => {
  expect(menu.areas.map(({ button }) => readButton(button))).toEqual(
    ['complaint', 'tip', 'track', 'question', 'survey', 'contact'].map((choice) => ({
      tag: '-',
      at: 'menu',
      choice,
    })),
  );
  for (const { label } of menu.areas) expect(graphemes(label)).toBeLessThanOrEqual(20);
  expect(graphemes(menu.chatBarText)).toBeLessThanOrEqual(14);
});

it('puts the label into the chat, except for the secret area', () => {
  const actions = toLineRichMenu(menu, 'x').areas?.map(({ action }) => action) ?? [];
  expect(actions.filter((action) => action !== undefined && !('displayText' in action))).toEqual([
    { type: 'postback', label: 'แจ้งทุจริต (ลับ)', data: 'v1|-|menu|tip' },
  ]);
});

it('is calm enough to fit: each picture has the size that the menu says and at most 1 MB', async () => {
  for (const kind of agencyKinds) {
    const octets = await readFile(menuPicture(kind));
    const { width, height, format } = await sharp(octets).metadata();
    expect({ width, height, format }).toEqual({ width: menu.width, height: menu.height, format: 'png' });
    expect(octets.length).toBeLessThanOrEqual(1_000_000);
  }
});

it.each([
  ['อบต.เขิน', 'องค์การบริหารส่วนตำบลเขิน', 'ติดต่อ อบต.'],
  ['ทต.แก้ง', 'เทศบาลตำบลแก้ง', 'ติดต่อ เทศบาล'],
  ['เทศบาลเมืองศรีสะเกษ', 'เทศบาลเมืองศรีสะเกษ', 'ติดต่อ เทศบาล'],
  ['อบจ.ศรีสะเกษ', 'องค์การบริหารส่วนจังหวัดศรีสะเกษ', 'ติดต่อ อบจ.'],
  ['เขิน', 'องค์การบริหารส่วนตำบลเขิน', 'ติดต่อ อบต.'],
  ['เมืองพัทยา', 'เมืองพัทยา', 'ติดต่อ หน่วยงาน'],
])(
  'of %s calls the agency what its settings say, on a picture that says the same',
  async (shortName, name, label) => {
    const declared = await declaredMenu({ name, shortName, voice: DEFAULT_VOICE });
    expect(declared.menu.areas.at(-1)?.label).toBe(label);
    const others = await Promise.all(
      agencyKinds
        .filter((kind) => kind !== kindOf({ name, shortName }))
        .map((kind) => readFile(menuPicture(kind))),
    );
    for (const picture of others) expect(picture.equals(declared.image.octets)).toBe(false);
  },
);
