import { describe, expect, it } from 'vitest';
import { validateMessages } from '../../simulator/line-rules/messages.ts';

const text = (length: number) => ({ type: 'text', text: 'ก'.repeat(length) });
const quick = (action: unknown, count = 1) => [
  {
    type: 'text',
    text: 'เลือก',
    quickReply: { items: Array.from({ length: count }, () => ({ type: 'action', action })) },
  },
];
const postback = (more: object = {}) => ({ type: 'postback', label: 'ตกลง', data: 'v1', ...more });
const buttons = (more: object) => [
  {
    type: 'template',
    altText: 'เลือก',
    template: { type: 'buttons', text: 'เลือก', actions: [postback()], ...more },
  },
];
const properties = (messages: unknown) => validateMessages(messages).map(({ property }) => property);

describe('messages', () => {
  it('takes one to five', () => {
    expect(validateMessages([text(1)])).toEqual([]);
    expect(validateMessages(Array.from({ length: 5 }, () => text(1)))).toEqual([]);
    for (const count of [0, 6]) {
      expect(validateMessages(Array.from({ length: count }, () => text(1)))).toEqual([
        { property: 'messages', message: 'Size must be between 1 and 5' },
      ]);
    }
    for (const notMessages of [undefined, null, 'text', {}, [null], [[]], [{ type: 'toString' }]]) {
      expect(validateMessages(notMessages)).not.toEqual([]);
    }
  });

  it('takes 5,000 UTF-16 units of text, and no blank text', () => {
    expect(validateMessages([text(5000)])).toEqual([]);
    expect(validateMessages([text(5001)])).toEqual([
      { property: 'messages[0].text', message: 'Length must be between 0 and 5000' },
    ]);
    expect(validateMessages([{ type: 'text', text: '🍎'.repeat(2500) }])).toEqual([]);
    expect(properties([{ type: 'text', text: '🍎'.repeat(2501) }])).toEqual(['messages[0].text']);
    for (const blank of ['', ' \n']) {
      expect(validateMessages([{ type: 'text', text: blank }])).toEqual([
        { property: 'messages[0].text', message: 'May not be empty' },
      ]);
    }
  });

  it('says where each fault is', () => {
    expect(validateMessages([text(1), { type: 'txt' }, { type: 'text', extra: 1 }])).toEqual([
      {
        property: 'messages[1].type',
        message:
          'Must be one of the following values: [text, textV2, sticker, image, video, audio, location, imagemap, template, flex, coupon]',
      },
      { property: 'messages[2].text', message: 'must be specified' },
      { property: 'messages[2].extra', message: 'invalid property' },
    ]);
  });

  it('wants HTTPS, percent-encoded addresses of at most 2,000 characters for what LINE fetches', () => {
    const image = (url: string) => [{ type: 'image', originalContentUrl: url, previewImageUrl: url }];
    const long = (length: number) => 'https://example.com/'.padEnd(length, 'a');
    expect(validateMessages(image(long(2000)))).toEqual([]);
    for (const url of [
      long(2001),
      'http://example.com/a.jpg',
      'https://example.com/ภาพ.jpg',
      'https://',
      '',
    ]) {
      expect(properties(image(url))).toEqual([
        'messages[0].originalContentUrl',
        'messages[0].previewImageUrl',
      ]);
    }
  });

  it('knows the other kinds of message', () => {
    const url = 'https://example.com/a';
    expect(
      validateMessages([
        { type: 'sticker', packageId: '446', stickerId: '1988' },
        { type: 'audio', originalContentUrl: url, duration: 1000 },
        { type: 'video', originalContentUrl: url, previewImageUrl: url },
        { type: 'location', title: 'ศาลากลาง', address: 'หมู่ 1', latitude: 15.1, longitude: 104.3 },
        {
          type: 'textV2',
          text: 'ถึง {who}',
          substitution: { who: { type: 'mention', mentionee: { type: 'all' } } },
        },
      ]),
    ).toEqual([]);
    expect(
      validateMessages([
        {
          type: 'imagemap',
          altText: 'แผนที่',
          baseUrl: url,
          baseSize: { width: 1040, height: 500 },
          actions: [{ type: 'message', text: 'หมู่ 1', area: { x: 0, y: 0, width: 520, height: 500 } }],
        },
      ]),
    ).toEqual([]);
    expect(properties([{ type: 'location', title: '', address: 'ก', latitude: 91, longitude: 0 }])).toEqual([
      'messages[0].title',
      'messages[0].latitude',
    ]);
    expect(properties([{ type: 'audio', originalContentUrl: url, duration: 1.5 }])).toEqual([
      'messages[0].duration',
    ]);
  });
});

describe('quick replies', () => {
  it('takes 13 items', () => {
    expect(validateMessages(quick(postback(), 13))).toEqual([]);
    for (const count of [0, 14]) {
      expect(validateMessages(quick(postback(), count))).toEqual([
        { property: 'messages[0].quickReply.items', message: 'Size must be between 1 and 13' },
      ]);
    }
  });

  it('counts a label in what a reader sees: 20 Thai letters with their marks', () => {
    expect(validateMessages(quick(postback({ label: 'ที่'.repeat(20) })))).toEqual([]);
    expect(properties(quick(postback({ label: 'ที่'.repeat(21) })))).toEqual([
      'messages[0].quickReply.items[0].action.label',
    ]);
    expect(properties(quick(postback({ label: '' })))).toHaveLength(1);
    expect(properties(quick({ type: 'camera' }))).toEqual(['messages[0].quickReply.items[0].action.label']);
  });

  it.each([
    postback({ displayText: 'ตกลง' }),
    { type: 'message', label: 'ก', text: 'ก' },
    { type: 'uri', label: 'ก', uri: 'tel:045123456' },
    { type: 'datetimepicker', label: 'ก', data: 'd', mode: 'date', initial: '2026-10-01' },
    { type: 'camera', label: 'ก' },
    { type: 'cameraRoll', label: 'ก' },
    { type: 'location', label: 'ก' },
    { type: 'clipboard', label: 'ก', clipboardText: '1234' },
  ])('takes the action $type', (action) => {
    expect(validateMessages(quick(action))).toEqual([]);
  });

  it.each([
    { type: 'richmenuswitch', label: 'ก', richMenuAliasId: 'a', data: '' },
    postback({ text: 'ก' }),
    postback({ unknown: true }),
    postback({ inputOption: 'openDoor' }),
    postback({ fillInText: 'ก' }),
    { type: 'datetimepicker', label: 'ก', data: 'd', mode: 'time', initial: '24:00' },
  ])('refuses %j', (action) => {
    expect(validateMessages(quick(action))).not.toEqual([]);
  });
});

describe('actions', () => {
  it.each([
    ['data', 300, 'ก'],
    ['displayText', 300, 'ที่'],
  ])('takes %s of %i', (name, max, letter) => {
    expect(validateMessages(quick(postback({ [name]: letter.repeat(max) })))).toEqual([]);
    expect(properties(quick(postback({ [name]: letter.repeat(max + 1) })))).toEqual([
      `messages[0].quickReply.items[0].action.${name}`,
    ]);
  });

  it('counts data in UTF-16 units', () => {
    expect(validateMessages(quick(postback({ data: 'ที่'.repeat(100) })))).toEqual([]);
    expect(properties(quick(postback({ data: 'ที่'.repeat(101) })))).toHaveLength(1);
  });

  it('takes 300 letters of a message text, 1,000 of an address or a clipboard', () => {
    const message = (length: number) => quick({ type: 'message', label: 'ก', text: 'ที่'.repeat(length) });
    const uri = (length: number) =>
      quick({ type: 'uri', label: 'ก', uri: 'https://example.com/'.padEnd(length, 'a') });
    const clipboard = (length: number) =>
      quick({ type: 'clipboard', label: 'ก', clipboardText: 'a'.repeat(length) });
    for (const [make, max] of [
      [message, 300],
      [uri, 1000],
      [clipboard, 1000],
    ] as const) {
      expect(validateMessages(make(max))).toEqual([]);
      expect(validateMessages(make(max + 1))).toHaveLength(1);
    }
  });

  it('opens only http, https, line and tel', () => {
    const uri = (address: string) => quick({ type: 'uri', label: 'ก', uri: address });
    for (const good of [
      'http://localhost:8080/tip',
      'https://liff.line.me/1',
      'tel:1205',
      'line://ti/p/@a',
    ]) {
      expect(validateMessages(uri(good))).toEqual([]);
    }
    for (const bad of ['javascript:alert(1)', 'mailto:a@example.com', '/tip', 'https://example.com/ข้อ', '']) {
      expect(validateMessages(uri(bad))).toHaveLength(1);
    }
  });
});

describe('templates', () => {
  it('takes buttons with one to four actions and a text that fits', () => {
    expect(validateMessages(buttons({ text: 'ก'.repeat(160) }))).toEqual([]);
    expect(properties(buttons({ text: 'ก'.repeat(161) }))).toEqual(['messages[0].template.text']);
    expect(validateMessages(buttons({ title: 'ก'.repeat(40), text: 'ก'.repeat(60) }))).toEqual([]);
    expect(properties(buttons({ title: 'ก', text: 'ก'.repeat(61) }))).toEqual(['messages[0].template.text']);
    expect(properties(buttons({ title: 'ก'.repeat(41) }))).toEqual(['messages[0].template.title']);
    expect(validateMessages(buttons({ actions: Array.from({ length: 4 }, () => postback()) }))).toEqual([]);
    for (const count of [0, 5]) {
      expect(properties(buttons({ actions: Array.from({ length: count }, () => postback()) }))).toEqual([
        'messages[0].template.actions',
      ]);
    }
    expect(properties(buttons({ actions: [postback({ displayText: 'ก', text: 'ก' })] }))).toHaveLength(1);
    expect(properties(buttons({ actions: [{ type: 'camera', label: 'ก' }] }))).toHaveLength(1);
  });

  it('takes a confirmation with exactly two, a carousel with even columns', () => {
    const confirm = (count: number) => [
      {
        type: 'template',
        altText: 'ยืนยัน',
        template: {
          type: 'confirm',
          text: 'ใช่หรือไม่',
          actions: Array.from({ length: count }, () => postback()),
        },
      },
    ];
    expect(validateMessages(confirm(2))).toEqual([]);
    expect(validateMessages(confirm(1))).toHaveLength(1);
    expect(validateMessages(confirm(3))).toHaveLength(1);
    const carousel = (...counts: number[]) => [
      {
        type: 'template',
        altText: 'เลือก',
        template: {
          type: 'carousel',
          columns: counts.map((count) => ({
            text: 'ก',
            actions: Array.from({ length: count }, () => postback()),
          })),
        },
      },
    ];
    expect(validateMessages(carousel(...Array.from({ length: 10 }, () => 3)))).toEqual([]);
    expect(validateMessages(carousel(...Array.from({ length: 11 }, () => 3)))).toHaveLength(1);
    expect(validateMessages(carousel(1, 2))).toHaveLength(1);
  });

  it('labels an image carousel in 12', () => {
    const images = (label: string) => [
      {
        type: 'template',
        altText: 'ภาพ',
        template: {
          type: 'image_carousel',
          columns: [{ imageUrl: 'https://example.com/a.jpg', action: postback({ label }) }],
        },
      },
    ];
    expect(validateMessages(images('ที่'.repeat(12)))).toEqual([]);
    expect(validateMessages(images('ที่'.repeat(13)))).toHaveLength(1);
  });
});
