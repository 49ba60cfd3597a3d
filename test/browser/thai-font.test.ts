import { expect, it } from 'vitest';
import { launchBrowser } from './launch.ts';

it('shows Thai letters, each as itself', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const drawn = async (letter: string): Promise<string> => {
    await page.setContent(`<p>${letter}</p>`);
    return (await page.locator('p').screenshot()).toString('base64');
  };
  const pictures = new Set<string>();
  for (const letter of 'กขคงจ') pictures.add(await drawn(letter));
  expect(pictures.size).toBe(5);
  await browser.close();
});
