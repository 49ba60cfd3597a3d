import { readFile } from 'node:fs/promises';
import type { Agency } from '../../domain/agency/agency.ts';
import { type AgencyKind, kindOf } from '../../domain/agency/kind.ts';
import { kindWords } from '../../domain/catalogue/agency-kinds.ts';
import { type RichMenu, richMenu } from '../../domain/rich-menu/menu.ts';
import type { RichMenuImage } from './rich-menu-api.ts';

/** Where the picture of a kind of agency is; the words on it are drawn. */
export const menuPicture = (kind: AgencyKind): URL =>
  new URL(`../../assets/rich-menu-${kind}.png`, import.meta.url);

/** The menu of this version as an agency shows it, with its picture. */
export async function declaredMenu(
  agency: Pick<Agency, 'name' | 'shortName' | 'voice'>,
): Promise<{ menu: RichMenu; image: RichMenuImage }> {
  const kind = kindOf(agency);
  return {
    menu: richMenu(kindWords[kind], agency.voice),
    image: { type: 'image/png', octets: new Uint8Array(await readFile(menuPicture(kind))) },
  };
}
