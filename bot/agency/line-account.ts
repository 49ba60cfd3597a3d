import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { pathsOf } from '../records/paths.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Documents, Write } from '../store/documents.ts';

/** An agency's LINE account and all that must not be read by others. */
export const LineAccount = z.strictObject({
  version: z.literal(1),
  channelSecret: z.string().regex(/^[\x21-\x7e]+$/),
  channelAccessToken: z.string().regex(/^[\x21-\x7e]+$/),
  /** The account's own user id, which LINE names as `destination` in each webhook. */
  destination: z.string().regex(/^U[0-9a-f]{32}$/),
  login: z
    .strictObject({
      liffId: z.string().regex(/^\d{10}-[A-Za-z0-9]{1,20}$/),
      channelId: z.string().regex(/^\d{10}$/),
      /** Asks LINE about the LIFF app; nothing else needs it. */
      channelSecret: z
        .string()
        .regex(/^[\x21-\x7e]+$/)
        .optional(),
    })
    .optional(),
  /** Where its Messaging API is, for an account that something else plays; LINE's where it is absent. */
  apiBaseUrl: z.url().optional(),
});
export type LineAccount = z.infer<typeof LineAccount>;

/** `private/line`, as it is stored. */
export const StoredAccount = z.object({ version: z.literal(1), sealed: z.instanceof(Uint8Array) });

/** `private/line`: an account, sealed under `SECRET_KEY`. */
export function accountWrite(secrets: Secrets, agencyId: string, account: LineAccount): Write {
  const sealed = secrets.forAgency(agencyId).sealAccount(JSON.stringify(account));
  return { op: 'create', path: pathsOf(agencyId).account, data: { version: 1, sealed } };
}

/** `unreadable`: sealed under another key, or for another agency, or damaged. @throws StoreUnavailable */
export async function readAccount(
  documents: Documents,
  secrets: Secrets,
  agencyId: string,
): Promise<LineAccount | 'missing' | 'unreadable'> {
  const found = await documents.read(pathsOf(agencyId).account);
  if (found === undefined) return 'missing';
  const stored = StoredAccount.safeParse(found.data);
  return stored.success ? openAccount(secrets, agencyId, stored.data.sealed) : 'unreadable';
}

export function openAccount(
  secrets: Secrets,
  agencyId: string,
  sealed: Uint8Array,
): LineAccount | 'unreadable' {
  const plain = secrets.forAgency(agencyId).openAccount(sealed);
  const account = LineAccount.safeParse(plain === undefined ? undefined : jsonOf(plain));
  return account.success ? account.data : 'unreadable';
}
