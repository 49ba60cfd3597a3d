import { z } from 'zod';
import { imageSize } from '../line-rules/image-size.ts';
import { RICH_MENU_IMAGE_BYTES_MAX, validateRichMenu } from '../line-rules/rich-menu.ts';
import { matching, type Rule, record, text } from '../line-rules/rules.ts';
import type { Platform } from '../platform.ts';
import { type RichMenu, richMenuSchema } from '../rich-menus.ts';
import { type Answer, type Handler, NOT_FOUND, ok, readJson, refuse } from './answers.ts';

const menuRule: Rule = (value) => validateRichMenu(value);
const aliasId = matching(/^[a-z0-9_-]{1,32}$/, 'invalid rich menu alias');
const newAliasRule = record({ required: { richMenuAliasId: aliasId, richMenuId: text({ max: 100 }) } });
const aliasRule = record({ required: { richMenuId: text({ max: 100 }) } });
const newAliasSchema = z.object({ richMenuAliasId: z.string(), richMenuId: z.string() });
const aliasSchema = z.object({ richMenuId: z.string() });

function imageProblem(menu: RichMenu, octets: Buffer, contentType: string): Answer | null {
  if (!/^image\/(jpeg|png)$/i.test(contentType)) {
    return refuse(415, `The content type, ${contentType}, is not supported`);
  }
  if (menu.image !== null) return refuse(400, 'An image has already been uploaded to the richmenu');
  if (octets.length > RICH_MENU_IMAGE_BYTES_MAX) return refuse(413, 'Payload Too Large');
  const size = imageSize(octets);
  if (size === null) return refuse(400, 'The image is not a JPEG or PNG');
  if (size.width !== menu.size.width || size.height !== menu.size.height) {
    return refuse(400, `The image is ${size.width} x ${size.height}, the richmenu another size`);
  }
  return null;
}

/** @see https://developers.line.biz/en/reference/messaging-api/#rich-menu */
export function richMenuHandlers(platform: Platform) {
  const { richMenus } = platform;
  const view = ({ image: _, ...menu }: RichMenu) => menu;
  const changed = (answer: Answer): Answer => {
    platform.changes.touch();
    return answer;
  };

  return {
    create: (call) => {
      const read = readJson(call, menuRule);
      if ('refused' in read) return read.refused;
      return changed(ok({ richMenuId: richMenus.create(richMenuSchema.parse(read.value)).richMenuId }));
    },
    validate: (call) => {
      const read = readJson(call, menuRule);
      return 'refused' in read ? read.refused : ok();
    },
    list: () => ok({ richmenus: Array.from(richMenus.menus.values(), view) }),
    get: ({ params }) => {
      const menu = richMenus.menus.get(params.richMenuId ?? '');
      return menu === undefined ? NOT_FOUND : ok(view(menu));
    },
    delete: ({ params }) =>
      richMenus.delete(params.richMenuId ?? '') ? changed(ok()) : refuse(404, 'richmenu not found'),

    setImage: ({ params, octets, header }) => {
      const menu = richMenus.menus.get(params.richMenuId ?? '');
      if (menu === undefined) return NOT_FOUND;
      const contentType = header('content-type') ?? '';
      const refused = imageProblem(menu, octets, contentType);
      if (refused !== null) return refused;
      menu.image = { octets, contentType };
      return changed(ok());
    },
    getImage: ({ params }) => {
      const image = richMenus.menus.get(params.richMenuId ?? '')?.image;
      return image ? { status: 200, ...image } : NOT_FOUND;
    },

    setDefault: ({ params }) => {
      const menu = richMenus.menus.get(params.richMenuId ?? '');
      if (menu === undefined) return refuse(404, 'richmenu not found');
      if (menu.image === null) return refuse(400, 'must upload richmenu image before applying it to user');
      richMenus.setDefault(menu.richMenuId);
      return changed(ok());
    },
    getDefault: () => {
      const menu = richMenus.default();
      return menu === null ? refuse(404, 'no default richmenu') : ok({ richMenuId: menu.richMenuId });
    },
    cancelDefault: () => {
      richMenus.setDefault(null);
      return changed(ok());
    },

    createAlias: (call) => {
      const read = readJson(call, newAliasRule);
      if ('refused' in read) return read.refused;
      const { richMenuAliasId, richMenuId } = newAliasSchema.parse(read.value);
      if (!richMenus.menus.has(richMenuId)) return refuse(400, 'richmenu not found');
      if (richMenus.aliases.has(richMenuAliasId)) return refuse(400, 'conflict richmenu alias id');
      richMenus.aliases.set(richMenuAliasId, richMenuId);
      return ok();
    },
    updateAlias: (call) => {
      const read = readJson(call, aliasRule);
      if ('refused' in read) return read.refused;
      const alias = call.params.richMenuAliasId ?? '';
      const { richMenuId } = aliasSchema.parse(read.value);
      if (!richMenus.aliases.has(alias)) return refuse(404, 'richmenu alias not found');
      if (!richMenus.menus.has(richMenuId)) return refuse(400, 'richmenu not found');
      richMenus.aliases.set(alias, richMenuId);
      return ok();
    },
    getAlias: ({ params }) => {
      const alias = params.richMenuAliasId ?? '';
      const richMenuId = richMenus.aliases.get(alias);
      return richMenuId === undefined ? NOT_FOUND : ok({ richMenuAliasId: alias, richMenuId });
    },
    listAliases: () =>
      ok({
        aliases: Array.from(richMenus.aliases, ([richMenuAliasId, richMenuId]) => ({
          richMenuAliasId,
          richMenuId,
        })),
      }),
    deleteAlias: ({ params }) =>
      richMenus.aliases.delete(params.richMenuAliasId ?? '') ? ok() : refuse(404, 'richmenu alias not found'),
  } satisfies Record<string, Handler>;
}
