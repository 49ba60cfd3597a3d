import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';

/** Where the Messaging API is, and the account's token. Addresses end without a slash. */
export interface RichMenuAccess {
  channelAccessToken: string;
  apiBaseUrl: string;
  dataApiBaseUrl: string;
}

export interface RichMenuImage {
  type: 'image/png' | 'image/jpeg';
  octets: Uint8Array<ArrayBuffer>;
}

export interface KnownMenu {
  richMenuId: string;
  name: string;
}

/** Which of the calls a failure belongs to. */
export type RichMenuCall = 'list' | 'get_default' | 'create' | 'upload' | 'set_default' | 'delete';

/** LINE answered, and said no. `says` is LINE's own sentence, empty where it gave none. */
export class RichMenuRefusedError extends Error {
  override name = 'RichMenuRefusedError';
  readonly call: RichMenuCall;
  readonly status: number;
  readonly says: string;

  constructor(call: RichMenuCall, status: number, says: string) {
    super(`LINE refused ${call} with ${status}`);
    this.call = call;
    this.status = status;
    this.says = says;
  }
}

/** No answer came that could be understood; whether LINE did it is not known. */
export class RichMenuUnreachableError extends Error {
  override name = 'RichMenuUnreachableError';
  readonly call: RichMenuCall;

  constructor(call: RichMenuCall, options: ErrorOptions) {
    super(`LINE could not be reached for ${call}`, options);
    this.call = call;
  }
}

export interface RichMenuApi {
  list(): Promise<KnownMenu[]>;
  /** The menu that everybody sees, set by the API; undefined where there is none. */
  getDefault(): Promise<string | undefined>;
  create(menu: messagingApi.RichMenuRequest): Promise<string>;
  upload(id: string, image: RichMenuImage): Promise<void>;
  setDefault(id: string): Promise<void>;
  /** One that is gone already is no failure. */
  delete(id: string): Promise<void>;
}

const timeoutMs = 15_000;

const MenuId = z.object({ richMenuId: z.string().min(1) });
const MenuList = z.object({ richmenus: z.array(z.object({ richMenuId: z.string(), name: z.string() })) });
const Refusal = z.object({ message: z.string() });

async function call<T>(
  name: RichMenuCall,
  access: RichMenuAccess,
  url: string,
  init: RequestInit,
  read: z.ZodType<T>,
) {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${access.channelAccessToken}`);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
    text = await response.text();
  } catch (cause) {
    throw new RichMenuUnreachableError(name, { cause });
  }
  if (!response.ok) throw new RichMenuRefusedError(name, response.status, messageIn(text));
  try {
    return read.parse(JSON.parse(text));
  } catch (cause) {
    throw new RichMenuUnreachableError(name, { cause });
  }
}

/** LINE's own sentence in the body of a refusal; empty where there is none. */
function messageIn(body: string): string {
  try {
    return Refusal.parse(JSON.parse(body)).message;
  } catch {
    return '';
  }
}

/**
 * LINE's rich menu calls. Each throws {@link RichMenuRefusedError} or {@link RichMenuUnreachableError}.
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu
 */
export function richMenuApi(access: RichMenuAccess): RichMenuApi {
  const at = (path: string) => `${access.apiBaseUrl}/v2/bot${path}`;
  const nothing = z.unknown();
  return {
    async list() {
      return (await call('list', access, at('/richmenu/list'), {}, MenuList)).richmenus;
    },
    async getDefault() {
      try {
        return (await call('get_default', access, at('/user/all/richmenu'), {}, MenuId)).richMenuId;
      } catch (error) {
        if (error instanceof RichMenuRefusedError && error.status === 404) return undefined;
        throw error;
      }
    },
    async create(menu) {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(menu) };
      return (await call('create', access, at('/richmenu'), init, MenuId)).richMenuId;
    },
    async upload(id, image) {
      const url = `${access.dataApiBaseUrl}/v2/bot/richmenu/${encodeURIComponent(id)}/content`;
      const init = { method: 'POST', headers: { 'content-type': image.type }, body: image.octets };
      await call('upload', access, url, init, nothing);
    },
    async setDefault(id) {
      const url = at(`/user/all/richmenu/${encodeURIComponent(id)}`);
      await call('set_default', access, url, { method: 'POST' }, nothing);
    },
    async delete(id) {
      try {
        await call(
          'delete',
          access,
          at(`/richmenu/${encodeURIComponent(id)}`),
          { method: 'DELETE' },
          nothing,
        );
      } catch (error) {
        if (!(error instanceof RichMenuRefusedError && error.status === 404)) throw error;
      }
    },
  };
}
