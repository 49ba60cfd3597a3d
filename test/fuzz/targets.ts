import type { Target } from './target.ts';
import { postbacks, receipts } from './targets/chats.ts';
import { chatMedia, paperFiles, photos } from './targets/files.ts';
import { formsApi } from './targets/forms-api.ts';
import { imports } from './targets/imports.ts';
import { pages } from './targets/pages.ts';
import { rawHttp } from './targets/raw-http.ts';
import { bearers, cursors, idTokens } from './targets/sessions.ts';
import { staffApi } from './targets/staff-api.ts';
import { webhookSigned, webhookUnsigned } from './targets/webhooks.ts';

/** Everything that is given inputs. */
export const targets: readonly Target[] = [
  webhookSigned,
  webhookUnsigned,
  postbacks,
  receipts,
  staffApi,
  formsApi,
  pages,
  bearers,
  idTokens,
  cursors,
  imports,
  photos,
  chatMedia,
  paperFiles,
  rawHttp,
];
