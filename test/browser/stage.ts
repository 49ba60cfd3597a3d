import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { type Product, startProduct } from './product.ts';

const ARTEFACTS = new URL('../../artefacts/browser/', import.meta.url);
/** A push waits in the outbox for a moment, and the machine may be busy. */
const PATIENCE_MILLISECONDS = 15_000;

/** One of the two phones on the page, in somebody's hand. */
export interface Phone {
  node: Locator;
  /** Types and sends, and waits for what the bot does about it. */
  says(words: string): Promise<void>;
  /** Taps the newest button that says `label`, in a bubble or above the keyboard. */
  taps(label: string): Promise<void>;
  /** Taps a button of the newest bubble that says `words`, which may be an old one. */
  tapsIn(words: string, label: string): Promise<void>;
  closesMenu(): Promise<void>;
  /** Opens the menu under the chat, taps an area of it, and closes it again. */
  picks(area: string): Promise<void>;
  /** Sends the picture of a dead street lamp that the page draws. */
  sendsPhoto(): Promise<void>;
  /** Sends a file through the field for photos or for voice. */
  sendsFile(
    field: 'photo-input' | 'audio-input',
    file: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void>;
  /** Takes back the newest message of theirs of a kind. */
  takesBack(kind: string): Promise<void>;
  /** Does something that the page has no button for, such as sending a video. */
  does(act: () => Promise<unknown>): Promise<void>;
  /** What the newest button that says `label` sends. */
  dataOf(label: string): Promise<string>;
  /** The receipt on the card that this person was just shown, in groups of four. */
  receipt(): Promise<string>;
  /** Scrolls the newest message with these words to the top of the chat. */
  looksAt(words: string): Promise<void>;
  /** Waits for words that come after what this person did last. */
  hears(words: string): Promise<void>;
  /** All messages from the bot since this person last did something, as one text. */
  answer(): Promise<string>;
  /** All that the chat shows. */
  everything(): Promise<string>;
}

/** The page with both phones. */
export interface Stage {
  product: Product;
  page: Page;
  resident: Phone;
  officer: Phone;
  /** Keeps a picture of what the page shows now. */
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The size of the window, and the time at which the product starts, in milliseconds since the epoch. */
export interface StageOptions {
  width?: number;
  height?: number;
  from?: number;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function phone(page: Page, product: Product, role: 'resident' | 'officer'): Phone {
  const node = page.getByTestId(`phone-${role}`);
  const messages = node.getByTestId('message');
  const { client, platform } = product.simulator;
  let before = 0;

  /** Where the window has room for one phone only, shows this one. */
  const turnTo = async (): Promise<void> => {
    const tab = page.getByTestId(`tab-${role}`);
    if (await tab.isVisible()) await tab.click();
  };

  /** How many pixels of the chat are below what can be seen. */
  const belowTheFold = (): Promise<number> =>
    node
      .getByRole('group', { name: 'ห้องแชต' })
      .evaluate((chat) => chat.scrollHeight - chat.scrollTop - chat.clientHeight);

  const chatId = async (): Promise<string> => {
    const person = await node.getByTestId('person-select').inputValue();
    const chat = await node.getByTestId('chat-select').inputValue();
    return chat === '' ? person : chat;
  };

  /** Does `act`, waits until LINE and the bot are done with it, and the page shows it all. */
  async function does(act: () => Promise<unknown>): Promise<void> {
    await turnTo();
    const id = await chatId();
    before = platform.chats.get(id)?.length ?? 0;
    await act();
    expect(await client.idle()).toBe(true);
    await expect.poll(() => messages.count()).toBe(platform.chats.get(id)?.length);
    if ((platform.chats.get(id)?.length ?? 0) > before) await expect.poll(belowTheFold).toBeLessThan(60);
  }

  /** Does something on the page that sends what LINE then tells the bot. */
  function settled(act: () => Promise<void>): Promise<void> {
    const isSent = (response: Response): boolean =>
      response.request().method() === 'POST' && response.url().includes('/sim/chats/');
    return does(() => Promise.all([page.waitForResponse(isSent), act()]));
  }

  const button = (within: Locator, label: string): Locator => {
    const name = new RegExp(`^(\\d+ )?${escaped(label)}$`);
    return within
      .getByTestId('flex-action')
      .or(within.getByTestId('flex-button'))
      .or(within.getByTestId('quick-reply'))
      .and(within.getByRole('button', { name }));
  };

  const openMenu = async (open: boolean): Promise<void> => {
    await turnTo();
    const bar = node.getByTestId('rich-menu-bar');
    await bar.waitFor();
    if ((await bar.getAttribute('aria-expanded')) !== String(open)) await bar.click();
  };

  async function answer(): Promise<string> {
    const texts: string[] = [];
    for (const one of (await messages.all()).slice(before)) {
      if ((await one.getAttribute('data-from')) === 'bot') texts.push(await one.innerText());
    }
    return texts.join('\n');
  }

  return {
    node,
    says: (words) =>
      settled(async () => {
        await node.getByTestId('input').fill(words);
        await node.getByTestId('send').click();
      }),
    taps: (label) => settled(() => button(node, label).last().click()),
    tapsIn: (words, label) =>
      settled(() =>
        button(messages.filter({ hasText: words }).last(), label)
          .last()
          .click(),
      ),
    closesMenu: () => openMenu(false),
    picks: async (area) => {
      await openMenu(true);
      await settled(() =>
        node
          .getByTestId('rich-menu-area')
          .and(node.getByRole('button', { name: area }))
          .click(),
      );
      await openMenu(false);
    },
    sendsPhoto: () =>
      settled(async () => {
        await node.getByTestId('photo').click();
        await node.getByTestId('sample-photo').click();
      }),
    sendsFile: (field, file) => settled(() => node.getByTestId(field).setInputFiles(file)),
    takesBack: (kind) =>
      settled(async () => {
        const mine = node.locator(`[data-testid=message][data-from=user][data-kind=${kind}]`).last();
        await mine.hover();
        await mine.getByTestId('message-menu').click();
        await node.getByTestId('unsend').click();
        await node.locator('[data-kind=unsent]').last().waitFor();
      }),
    looksAt: async (words) => {
      const found = messages.filter({ hasText: words }).last();
      await found.evaluate((message) => message.scrollIntoView({ block: 'start' }));
    },
    hears: async (words) => {
      await turnTo();
      const heard = async (): Promise<string> => (await messages.allInnerTexts()).slice(before).join('\n');
      await expect.poll(heard, { timeout: PATIENCE_MILLISECONDS }).toContain(words);
    },
    does,
    dataOf: async (label) => {
      const shown = JSON.stringify(platform.chats.get(await chatId())?.map(({ message }) => message));
      const found = [...shown.matchAll(/"label":"([^"]*)","data":"([^"]*)"/g)].findLast(
        (one) => one[1] === label,
      );
      if (found?.[2] === undefined) throw new Error(`no button says ${label}`);
      return found[2];
    },
    receipt: async () => {
      const digits = /\d{4} \d{4} \d{4} \d{4}/.exec(await answer())?.[0];
      if (digits === undefined) throw new Error('there is no receipt on the card');
      return digits;
    },
    answer,
    everything: () => node.getByRole('log').innerText(),
  };
}

/** Starts the product and opens its page in a window of this size, with both rich menus closed. */
export async function openStage(
  browser: Browser,
  { width = 1280, height = 1000, from }: StageOptions,
): Promise<Stage> {
  const product = await startProduct(from);
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await page.goto(product.simulator.url);
  await mkdir(ARTEFACTS, { recursive: true });
  const officer = phone(page, product, 'officer');
  const resident = phone(page, product, 'resident');
  for (const one of [officer, resident]) await one.closesMenu();
  return {
    product,
    page,
    resident,
    officer,
    shoot: async (name) => {
      await page.screenshot({
        path: fileURLToPath(new URL(`${name}.png`, ARTEFACTS)),
        animations: 'disabled',
      });
    },
    close: async () => {
      await page.close();
      await product.close();
      expect(problems).toEqual([]);
      expect(product.simulator.platform.wrongMessages).toEqual([]);
    },
  };
}
