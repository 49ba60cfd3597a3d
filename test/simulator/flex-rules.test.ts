import { describe, expect, it } from 'vitest';
import { validateMessages } from '../../simulator/line-rules/messages.ts';

const flex = (contents: unknown, altText = 'การ์ด') => [{ type: 'flex', altText, contents }];
const box = (...contents: unknown[]) => ({ type: 'box', layout: 'vertical', contents });
const bubble = (...contents: unknown[]) => ({ type: 'bubble', body: box(...contents) });
const line = (text: string) => ({ type: 'text', text });
const check = (...contents: unknown[]) => validateMessages(flex(bubble(...contents)));

/** A bubble whose JSON is so many bytes long. */
function bubbleOf(bytes: number) {
  const empty = Buffer.byteLength(JSON.stringify(bubble(line('x'))));
  return bubble(line('x'.repeat(bytes - empty + 1)));
}

describe('Flex sizes', () => {
  it('takes 400 of alternative text, none empty', () => {
    expect(validateMessages(flex(bubble(line('ก')), 'ก'.repeat(400)))).toEqual([]);
    for (const altText of ['', 'ก'.repeat(401)]) {
      expect(validateMessages(flex(bubble(line('ก')), altText))).toHaveLength(1);
    }
  });

  it('takes a bubble of 30,000 bytes, and counts bytes, not characters', () => {
    expect(validateMessages(flex(bubbleOf(30_000)))).toEqual([]);
    expect(validateMessages(flex(bubbleOf(30_001)))).toEqual([
      { property: 'messages[0].contents', message: 'Size must be at most 30000 bytes' },
    ]);
    expect(check(line('ก'.repeat(9_950)))).toEqual([]);
    expect(check(line('ก'.repeat(10_000)))).toHaveLength(1);
  });

  it('takes a carousel of 12 bubbles of one width and 50,000 bytes', () => {
    const carousel = (bubbles: unknown[]) => validateMessages(flex({ type: 'carousel', contents: bubbles }));
    const some = (count: number) => Array.from({ length: count }, () => bubble(line('ก')));
    expect(carousel(some(12))).toEqual([]);
    expect(carousel(some(13))).toHaveLength(1);
    expect(carousel([])).toHaveLength(1);
    expect(carousel([{ ...bubble(line('ก')), size: 'mega' }, bubble(line('ก'))])).toEqual([]);
    expect(carousel([{ ...bubble(line('ก')), size: 'kilo' }, bubble(line('ก'))])).toHaveLength(1);
    const frame = Buffer.byteLength(JSON.stringify({ type: 'carousel', contents: [] })) + 1;
    expect(carousel([bubbleOf(25_000), bubbleOf(25_000 - frame)])).toEqual([]);
    expect(carousel([bubbleOf(25_000), bubbleOf(25_001 - frame)])).toHaveLength(1);
  });
});

describe('Flex structure', () => {
  it('takes a card with everything in its place', () => {
    const card = {
      type: 'bubble',
      size: 'mega',
      direction: 'ltr',
      header: { ...box(line('หัวเรื่อง')), paddingAll: '16px', backgroundColor: '#1A5FB4' },
      hero: {
        type: 'image',
        url: 'https://example.com/a.png',
        size: 'full',
        aspectRatio: '20:13',
        aspectMode: 'cover',
      },
      body: {
        ...box(
          { type: 'text', contents: [{ type: 'span', text: 'รหัส', weight: 'bold', color: '#000000ff' }] },
          { type: 'text', text: '1234', size: '22px', wrap: true, lineSpacing: '6px', maxLines: 0 },
          { type: 'separator', margin: 'md' },
          {
            type: 'box',
            layout: 'baseline',
            contents: [{ type: 'icon', url: 'https://example.com/i.png', size: 'sm' }, line('หมู่ 1')],
          },
          { type: 'filler' },
        ),
        spacing: 'sm',
        cornerRadius: 'md',
        width: '90%',
        justifyContent: 'center',
        background: { type: 'linearGradient', angle: '359.5deg', startColor: '#FFFFFF', endColor: '#000000' },
      },
      footer: box({
        type: 'button',
        style: 'primary',
        height: 'sm',
        color: '#1A5FB4',
        action: { type: 'postback', label: 'ส่งเรื่อง', data: 'send' },
      }),
      styles: { footer: { separator: true, separatorColor: '#cccccc' } },
    };
    expect(validateMessages(flex(card))).toEqual([]);
  });

  it.each([
    ['an unknown component', { type: 'spacer' }],
    ['an unknown property', { ...line('ก'), colour: '#000000' }],
    ['a span outside a text', { type: 'span', text: 'ก' }],
    ['an icon outside a baseline box', { type: 'icon', url: 'https://example.com/i.png' }],
    ['a video outside the hero', { type: 'video', url: 'https://example.com/v.mp4' }],
    ['a button in a baseline box', { ...box({ type: 'button' }), layout: 'baseline' }],
    ['a text without words', { type: 'text' }],
    ['an empty text', line('')],
    ['a box without layout', { type: 'box', contents: [] }],
    ['a box without contents', { type: 'box', layout: 'vertical' }],
    ['a layout that is none', { ...box(), layout: 'grid' }],
    ['a colour by name', { ...line('ก'), color: 'red' }],
    ['a colour of three digits', { ...line('ก'), color: '#fff' }],
    ['a size that is none', { ...line('ก'), size: 'huge' }],
    ['a margin without unit', { ...line('ก'), margin: '12' }],
    ['a negative flex', { ...line('ก'), flex: -1 }],
    ['a wrap in words', { ...line('ก'), wrap: 'true' }],
    ['a weight that is none', { ...line('ก'), weight: '700' }],
    ['a button without action', { type: 'button' }],
    ['a picture over http', { type: 'image', url: 'http://example.com/a.png' }],
    ['a picture too tall', { type: 'image', url: 'https://example.com/a.png', aspectRatio: '1:3.1' }],
    [
      'a gradient without end',
      { ...box(), background: { type: 'linearGradient', angle: '90deg', startColor: '#000000' } },
    ],
    [
      'an angle of a whole turn',
      {
        ...box(),
        background: { type: 'linearGradient', angle: '360deg', startColor: '#000000', endColor: '#000000' },
      },
    ],
  ])('refuses %s', (_, component) => {
    expect(check(component)).not.toEqual([]);
  });

  it('names the place of a fault deep inside', () => {
    expect(check(box(line('ก'), { ...line('ข'), color: 'red' }))).toEqual([
      { property: 'messages[0].contents.body.contents[0].contents[1].color', message: 'invalid color code' },
    ]);
  });

  it('refuses a bubble without blocks, or with a text as its body', () => {
    expect(validateMessages(flex({ type: 'bubble' }))).toHaveLength(1);
    expect(validateMessages(flex({ type: 'bubble', body: line('ก') }))).not.toEqual([]);
    expect(validateMessages(flex({ type: 'page' }))).toHaveLength(1);
  });

  it('takes a video as the hero of a wide bubble outside a carousel', () => {
    const video = {
      type: 'video',
      url: 'https://example.com/v.mp4',
      previewUrl: 'https://example.com/v.png',
      altContent: { type: 'image', url: 'https://example.com/v.png' },
    };
    const wide = { type: 'bubble', size: 'mega', hero: video };
    expect(validateMessages(flex(wide))).toEqual([]);
    expect(validateMessages(flex({ ...wide, size: 'micro' }))).toHaveLength(1);
    expect(validateMessages(flex({ type: 'carousel', contents: [wide] }))).toHaveLength(1);
  });
});

describe('Flex labels', () => {
  const button = (label?: string) => ({ type: 'button', action: { type: 'message', label, text: 'ก' } });

  it('takes 40 on a button, and none only elsewhere', () => {
    expect(check(button('ที่'.repeat(40)))).toEqual([]);
    expect(check(button('ที่'.repeat(41)))).toHaveLength(1);
    expect(check(button())).toHaveLength(1);
    expect(check({ ...box(line('ก')), action: { type: 'message', text: 'ก' } })).toEqual([]);
  });

  it('offers no camera', () => {
    expect(check({ type: 'button', action: { type: 'camera', label: 'ถ่ายภาพ' } })).toHaveLength(1);
  });
});
