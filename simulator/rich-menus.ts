import { z } from 'zod';
import { newRichMenuId } from './ids.ts';

/** Only read from what `validateRichMenu` has found faultless. */
export const richMenuSchema = z.object({
  size: z.object({ width: z.number(), height: z.number() }),
  selected: z.boolean(),
  name: z.string(),
  chatBarText: z.string(),
  areas: z.array(z.unknown()),
});
export type RichMenu = z.infer<typeof richMenuSchema> & {
  richMenuId: string;
  image: { octets: Buffer; contentType: string } | null;
};

/** The account's rich menus, which of them everybody sees, and their aliases. */
export function createRichMenus() {
  const menus = new Map<string, RichMenu>();
  const aliases = new Map<string, string>();
  let defaultId: string | null = null;
  return {
    menus,
    aliases,
    create(menu: z.infer<typeof richMenuSchema>): RichMenu {
      const created: RichMenu = { ...menu, richMenuId: newRichMenuId(), image: null };
      menus.set(created.richMenuId, created);
      return created;
    },
    delete(richMenuId: string): boolean {
      if (defaultId === richMenuId) defaultId = null;
      return menus.delete(richMenuId);
    },
    setDefault(richMenuId: string | null): void {
      defaultId = richMenuId;
    },
    default: (): RichMenu | null => (defaultId === null ? null : (menus.get(defaultId) ?? null)),
  };
}
