// Draws the pictures of the menu under the chat, one a kind of agency, from assets/rich-menu.html.
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { menuPicture } from '../bot/line/declared-menu.ts';
import { DEFAULT_VOICE } from '../domain/agency/agency.ts';
import { agencyKinds } from '../domain/agency/kind.ts';
import { kindWords } from '../domain/catalogue/agency-kinds.ts';
import { type RichMenu, richMenu } from '../domain/rich-menu/menu.ts';
import { launchBrowser } from './browser.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image */
const mostOctets = 1_000_000;
const fontWeight = 600;

async function fontRules(): Promise<string> {
  const rules = ['latin', 'thai'].map(async (subset) => {
    const file = `@fontsource/noto-sans-thai-looped/files/noto-sans-thai-looped-${subset}-${fontWeight}-normal.woff2`;
    const octets = await readFile(new URL(import.meta.resolve(file)));
    const range = subset === 'thai' ? 'U+0E00-0E7F, U+200B-200D, U+25CC' : 'U+0000-00FF';
    return `@font-face { font-family: 'Noto Sans Thai Looped'; font-weight: ${fontWeight}; unicode-range: ${range};
      src: url(data:font/woff2;base64,${octets.toString('base64')}) format('woff2'); }`;
  });
  return (await Promise.all(rules)).join('\n');
}

/** Runs in the page: puts a card with its icon and its label where each area is. */
function drawAreas(areas: RichMenu['areas']): void {
  for (const { choice, label, bounds } of areas) {
    const area = document.createElement('div');
    area.className = 'area';
    area.style.cssText = `left:${bounds.x}px;top:${bounds.y}px;width:${bounds.width}px;height:${bounds.height}px`;
    const card = document.createElement('div');
    card.className = `card ${choice}`;
    const icon = document.querySelector<HTMLTemplateElement>(`template#${choice}`);
    if (icon === null) throw new Error(`No icon for ${choice}`);
    const words = document.createElement('div');
    words.className = 'label';
    words.textContent = label.replace('/', '\n');
    card.append(icon.content.cloneNode(true), words);
    area.append(card);
    document.body.append(area);
  }
}

async function draw(menu: RichMenu): Promise<Buffer> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: menu.width, height: menu.height } });
    await page.setContent(await readFile(new URL('../assets/rich-menu.html', import.meta.url), 'utf8'));
    await page.addStyleTag({ content: await fontRules() });
    await page.evaluate(drawAreas, menu.areas);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.screenshot({ type: 'png' });
  } finally {
    await browser.close();
  }
}

for (const kind of agencyKinds) {
  const menu = richMenu(kindWords[kind], DEFAULT_VOICE);
  const image = await sharp(await draw(menu))
    .png({ palette: true, quality: 95, effort: 10 })
    .toBuffer();
  if (image.length > mostOctets)
    throw new Error(`The picture has ${image.length} octets; LINE takes ${mostOctets}.`);
  const target = menuPicture(kind);
  await writeFile(target, image);
  const name = target.pathname.split('/').at(-1);
  console.log(`assets/${name}: ${menu.width} × ${menu.height}, ${Math.round(image.length / 1024)} KiB`);
}
