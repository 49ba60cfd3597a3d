import { readFile } from 'node:fs/promises';
import { type RichMenu, richMenu } from '../../domain/rich-menu/menu.ts';
import type { RichMenuImage } from './rich-menu-api.ts';

const PICTURE = new URL('../../assets/rich-menu.png', import.meta.url);

/** The menu of this version, with its picture. */
export async function declaredMenu(): Promise<{ menu: RichMenu; image: RichMenuImage }> {
  return {
    menu: richMenu('อบต.', { you: 'ท่าน', particle: 'ค่ะ' }),
    image: { type: 'image/png', octets: new Uint8Array(await readFile(PICTURE)) },
  };
}
