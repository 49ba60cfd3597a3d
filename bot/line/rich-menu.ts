import { createHash } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import type { RichMenu } from '../../domain/rich-menu/menu.ts';
import { type RichMenuApi, type RichMenuImage, RichMenuRefusedError } from './rich-menu-api.ts';

const ours = 'prongsai-';

/** What became of the account's menu: `deleted` counts our older menus that were taken away. */
export type RichMenuOutcome =
  | { outcome: 'unchanged'; richMenuId: string }
  | { outcome: 'changed'; richMenuId: string; deleted: number };

/**
 * The menu as LINE takes it. An area that is silent has no `displayText`, so that tapping it leaves nothing
 * in the chat; its label is only read out by screen readers.
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 */
export function toLineRichMenu(menu: RichMenu, name: string): messagingApi.RichMenuRequest {
  return {
    size: { width: menu.width, height: menu.height },
    selected: true,
    name,
    chatBarText: menu.chatBarText,
    areas: menu.areas.map(({ bounds, label, button, silent }) => ({
      bounds,
      action: { type: 'postback', label, data: button, ...(silent ? {} : { displayText: label }) },
    })),
  };
}

/** A name that changes whenever the menu or its picture does. */
function nameOf(menu: RichMenu, image: RichMenuImage): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(toLineRichMenu(menu, ours)))
    .update(image.octets);
  return `${ours}${hash.digest('hex').slice(0, 24)}`;
}

/**
 * Whether `menu` with `image` is the one that everybody sees; undefined where they see none.
 * @throws RichMenuRefusedError, RichMenuUnreachableError
 */
export async function isRichMenuShown(
  api: RichMenuApi,
  menu: RichMenu,
  image: RichMenuImage,
): Promise<boolean | undefined> {
  const [known, shown] = await Promise.all([api.list(), api.getDefault()]);
  if (shown === undefined) return undefined;
  const name = nameOf(menu, image);
  return known.some((each) => each.richMenuId === shown && each.name === name);
}

/** A new menu that everybody sees. Until it has its picture the old one stays; one that gets none is removed. */
async function replace(api: RichMenuApi, request: messagingApi.RichMenuRequest, image: RichMenuImage) {
  const id = await api.create(request);
  try {
    await api.upload(id, image);
    await api.setDefault(id);
    return id;
  } catch (error) {
    // Without a clear no the menu may already be the one that everybody sees: the next run will tell.
    if (error instanceof RichMenuRefusedError && error.status < 500)
      await api.delete(id).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes `menu` with `image` the one that everybody sees, and removes our older ones; menus that somebody
 * else made are left alone. Changes nothing when it is so already; may be repeated after any failure.
 * @throws RichMenuRefusedError, RichMenuUnreachableError
 */
export async function ensureRichMenu(
  api: RichMenuApi,
  menu: RichMenu,
  image: RichMenuImage,
): Promise<RichMenuOutcome> {
  const name = nameOf(menu, image);
  const [known, shown] = await Promise.all([api.list(), api.getDefault()]);
  const isShown = known.some(({ richMenuId, name: knownName }) => richMenuId === shown && knownName === name);
  const richMenuId =
    isShown && shown !== undefined ? shown : await replace(api, toLineRichMenu(menu, name), image);
  const older = known.filter((each) => each.richMenuId !== richMenuId && each.name.startsWith(ours));
  for (const each of older) await api.delete(each.richMenuId);
  return isShown && older.length === 0
    ? { outcome: 'unchanged', richMenuId }
    : { outcome: 'changed', richMenuId, deleted: older.length };
}
