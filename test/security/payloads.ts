import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Words that would run, style, load or lead away if any page took them for HTML, a link, a template or a style. What
 * runs sets `window.ran`; what becomes an element bears `data-ran`.
 */
export const PAYLOADS: readonly string[] = [
  `<script data-ran>window.ran='script'</script>`,
  `</textarea></title></style></script><script data-ran>window.ran='closing'</script>`,
  `<img data-ran src=x onerror="window.ran='img'">`,
  `<svg data-ran/onload=window.ran='svg'><animate onbegin=window.ran='animate' attributeName=x dur=1s></svg>`,
  `<a data-ran href="javascript:window.ran='link'">กดที่นี่</a>`,
  `javascript:window.ran='bare'//`,
  `<iframe data-ran srcdoc="<script>parent.ran='frame'</script>"></iframe>`,
  `"><input data-ran autofocus onfocus=window.ran='focus'>`,
  `' onmouseover='window.ran=1' data-ran='`,
  `<details data-ran open ontoggle=window.ran='toggle'>`,
  `{{constructor.constructor('window.ran=1')()}} \${window.ran=1} <%= 7*7 %> #{7*7}`,
  `&lt;img data-ran src=x onerror=window.ran=1&gt; &#60;b&#62; &amp;amp;`,
  `<style data-ran>*{display:none!important}</style><link data-ran rel=stylesheet href=//elsewhere.example/x.css>`,
  `<meta data-ran http-equiv=refresh content="0;url=https://elsewhere.example/">`,
  `<base data-ran href="https://elsewhere.example/"><form data-ran action="//elsewhere.example"><button>ส่ง</button></form>`,
  `＜script data-ran＞window.ran=1＜/script＞`,
  `<math data-ran><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;">`,
  `[ลิงก์](javascript:window.ran=1) ![รูป](x" onerror="window.ran=1)`,
  String.raw`\u003cscript\u003ewindow.ran=1\u003c/script\u003e`,
  `--><!-- <![CDATA[<script data-ran>window.ran=1</script>]]>`,
  `color:red;background:url(//elsewhere.example/x);-x:expression(window.ran=1)`,
];

/** The shortest that would run as HTML, for fields that take a few words. */
export const SHORT = `<img data-ran src=x onerror="window.ran='short'">`;
/** What turns a sentence round for the eye. */
export const TURNED = 'ไฟล์ \u202egpj.exe\u202c \u2066ซ่อน\u2069 \u200fขวา';
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** What a page did that no page of ours does: dialogs, refusals of its policy, errors, requests elsewhere. */
export function watch(page: Page, origin: string): string[] {
  const wrong: string[] = [];
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) wrong.push(line.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) wrong.push(request.url());
  });
  return wrong;
}

/** Sees that nothing of the payloads took effect on the page as it stands, and that each of `words` is there to read. */
export async function expectLiteral(page: Page, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await expect
      .poll(async () => oneLine(await page.evaluate(shownText)), { message: page.url(), timeout: 45_000 })
      .toContain(oneLine(word));
  }
  expect(await page.evaluate(effects)).toEqual([]);
  expect(await page.evaluate(shownText)).not.toMatch(DIRECTION);
}

/** All words of a page and of its fields, those that are folded away too. */
function shownText(): string {
  const fields = [...document.querySelectorAll('textarea, input')].map((field) =>
    field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : '',
  );
  return [document.body.textContent ?? '', ...fields].join('\n');
}

/** What took effect. */
function effects(): string[] {
  const made = [...document.querySelectorAll('[data-ran], script:not([src]), [href^="javascript:" i]')];
  return [
    ...made.map((element) => element.outerHTML),
    ...('ran' in window ? [`ran ${String(window.ran)}`] : []),
  ];
}
