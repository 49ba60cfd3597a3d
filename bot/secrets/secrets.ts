import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { openBox, sealBox } from './box.ts';
import { markOf } from './mark.ts';

/** Whose chat it is: a LINE user id, and the pseudonym that the same agency's secrets give of it. */
export interface ChatId {
  userId: string;
  pseudonym: string;
}

/** The keyed operations of one agency. Marks tell nothing without the server's secret and never cross agencies. */
export interface AgencySecrets {
  /** `sessions/{pseudonym}` of a LINE user id. */
  pseudonym(userId: string): string;
  /** `limits/{…}` of a sender in a period, such as an hour or a day. */
  limitMark(userId: string, period: string): string;
  /** `receipts/{…}` of a receipt's look-up id. */
  lookupMark(lookupId: Uint8Array): string;
  /** How a tip's case names one who can read it. */
  readerMark(staffId: string, caseId: string): string;
  /** How the private form names one who can be given tips to read, without their LINE user id. */
  readerHandle(staffId: string): string;
  /** How routes are found that belong to one LINE user id. */
  routeMark(userId: string): string;
  /** One who answered a survey; `halfKey` is kept with the period's answers and dies with them. */
  answeredMark(userId: string, halfKey: Uint8Array): string;
  /** The outbox id of the one alert a reader gets for a listing time, however many tips there are. */
  tipSlotMark(staffId: string, slot: string): string;
  /** Where an invitation is kept; `code` as `readCode` gives it. */
  codeMark(code: string): string;
  /** Encrypts a session body under a key that only the raw user id, which is never kept, gives back. */
  sealSession(chat: ChatId, plain: string): Uint8Array;
  /** Undefined for anything that does not open: another user's, agency's or key's, cut or altered. */
  openSession(chat: ChatId, sealed: Uint8Array): Uint8Array | undefined;
  /** Encrypts an attachment for its sender alone, bound to its draft and number. */
  sealHeld(userId: string, caseId: string, n: number, plain: Uint8Array): Uint8Array;
  openHeld(userId: string, caseId: string, n: number, sealed: Uint8Array): Uint8Array | undefined;
  /** Encrypts the LINE user id of a reporter who asked to be told, bound to the case. */
  sealRoute(caseId: string, userId: string): Uint8Array;
  openRoute(caseId: string, sealed: Uint8Array): string | undefined;
  /** `staffSessions/{mark}` of a bearer, and `staffTickets/{mark}` of a ticket that is exchanged for one. */
  bearerMark(bearer: string): string;
  ticketMark(ticket: string): string;
  /** How staff are named to one another in the browser, without their LINE user id. */
  staffHandle(staffId: string): string;
  /** Encrypts where a list goes on, so that it names no document to whoever asked. */
  sealCursor(plain: string): string;
  openCursor(sealed: string): string | undefined;
  /** The link of the audit after the one whose mac is `before`; and the head's seal. */
  auditMac(before: string, entry: string): string;
  auditSeal(n: number, mac: string): string;
  /** Encrypts a deed with a tip, bound to its place in the audit. */
  sealDeed(n: number, plain: Uint8Array): Uint8Array;
  openDeed(n: number, sealed: Uint8Array): Uint8Array | undefined;
  /** Wraps an integrity officer's passphrase-sealed identity once more, bound to its owner. */
  wrapIdentity(staffId: string, sealed: Uint8Array): Uint8Array;
  unwrapIdentity(staffId: string, wrapped: Uint8Array): Uint8Array | undefined;
  /** 32 octets that the same entry by the same person always gives: what its case and its receipt are made of. */
  entryOctets(staffId: string, once: string, use: 'case' | 'receipt'): Uint8Array;
  /** Tells whether a backup was made under this `SECRET_KEY`, and nothing else. */
  backupCheck(): string;
  /** Encrypts the secrets of the agency's LINE account. */
  sealAccount(plain: string): Uint8Array;
  openAccount(sealed: Uint8Array): string | undefined;
  /** The retry key of an outbox entry or an event: always the same UUID for the same id. */
  retryKey(entryId: string): string;
}

/** Everything that is derived from `SECRET_KEY`. */
export interface Secrets {
  /** The agency must exist: its keys are derived once and then stay in memory. */
  forAgency(agencyId: string): AgencySecrets;
}

const KEY_OCTETS = 32;

const uuidFrom = (octets: Uint8Array): string => {
  const hex = Buffer.from(octets).toString('hex');
  const variant = '89ab'[(octets[8] ?? 0) & 3] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const secretsOf = (secretKey: Uint8Array, agencyId: string): AgencySecrets => {
  const keyFor = (purpose: string): KeyObject => {
    const key = hkdfSync('sha256', secretKey, '', `${purpose}/v1/${agencyId}`, KEY_OCTETS);
    return createSecretKey(new Uint8Array(key));
  };
  const key = {
    pseudonym: keyFor('pseudonym'),
    limit: keyFor('limit'),
    lookup: keyFor('lookup'),
    reader: keyFor('reader'),
    handle: keyFor('reader-handle'),
    routeMark: keyFor('route-mark'),
    answered: keyFor('answered'),
    tipSlot: keyFor('tip-slot'),
    code: keyFor('code'),
    session: keyFor('session'),
    held: keyFor('held'),
    route: keyFor('route'),
    retry: keyFor('retry'),
    bearer: keyFor('staff-bearer'),
    ticket: keyFor('staff-ticket'),
    staffHandle: keyFor('staff-handle'),
    cursor: keyFor('cursor'),
    audit: keyFor('audit'),
    auditHead: keyFor('audit-head'),
    deed: keyFor('audit-deed'),
    identity: keyFor('identity'),
    entry: keyFor('entry'),
    backup: keyFor('backup-check'),
    account: keyFor('line-account'),
  };
  const derive = (from: KeyObject, input: string | Uint8Array): Buffer =>
    createHmac('sha256', from).update(input).digest();
  /** One person's own key, as a key object: with raw octets Node takes more than twice as long to encrypt. */
  const personal = (from: KeyObject, userId: string): KeyObject => createSecretKey(derive(from, userId));

  return {
    pseudonym: (userId) => markOf(key.pseudonym, userId),
    limitMark: (userId, period) => markOf(key.limit, userId, period),
    lookupMark: (lookupId) => derive(key.lookup, lookupId).toString('base64url'),
    readerMark: (staffId, caseId) => markOf(key.reader, staffId, caseId),
    readerHandle: (staffId) => markOf(key.handle, staffId),
    routeMark: (userId) => markOf(key.routeMark, userId),
    answeredMark: (userId, halfKey) => markOf(createSecretKey(derive(key.answered, halfKey)), userId),
    tipSlotMark: (staffId, slot) => markOf(key.tipSlot, staffId, slot),
    codeMark: (code) => markOf(key.code, code),
    sealSession: ({ userId, pseudonym }, plain) =>
      sealBox(personal(key.session, userId), [agencyId, pseudonym], plain),
    openSession: ({ userId, pseudonym }, sealed) =>
      openBox(personal(key.session, userId), [agencyId, pseudonym], sealed),
    sealHeld: (userId, caseId, n, plain) =>
      sealBox(personal(key.held, userId), [agencyId, caseId, String(n)], plain),
    openHeld: (userId, caseId, n, sealed) =>
      openBox(personal(key.held, userId), [agencyId, caseId, String(n)], sealed),
    sealRoute: (caseId, userId) => sealBox(key.route, [agencyId, caseId], Buffer.from(userId)),
    openRoute: (caseId, sealed) => {
      const plain = openBox(key.route, [agencyId, caseId], sealed);
      return plain && Buffer.from(plain).toString();
    },
    bearerMark: (bearer) => markOf(key.bearer, bearer),
    ticketMark: (ticket) => markOf(key.ticket, ticket),
    staffHandle: (staffId) => markOf(key.staffHandle, staffId),
    sealCursor: (plain) =>
      Buffer.from(sealBox(key.cursor, [agencyId], Buffer.from(plain))).toString('base64url'),
    openCursor: (sealed) => {
      const plain = openBox(key.cursor, [agencyId], Buffer.from(sealed, 'base64url'));
      return plain && Buffer.from(plain).toString();
    },
    auditMac: (before, entry) => markOf(key.audit, before, entry),
    auditSeal: (n, mac) => markOf(key.auditHead, String(n), mac),
    sealDeed: (n, plain) => sealBox(key.deed, [agencyId, String(n)], plain),
    openDeed: (n, sealed) => openBox(key.deed, [agencyId, String(n)], sealed),
    wrapIdentity: (staffId, sealed) => sealBox(key.identity, [agencyId, staffId], sealed),
    unwrapIdentity: (staffId, wrapped) => openBox(key.identity, [agencyId, staffId], wrapped),
    entryOctets: (staffId, once, use) => derive(key.entry, JSON.stringify([staffId, once, use])),
    backupCheck: () => markOf(key.backup, agencyId),
    sealAccount: (plain) => sealBox(key.account, [agencyId], Buffer.from(plain)),
    openAccount: (sealed) => {
      const plain = openBox(key.account, [agencyId], sealed);
      return plain && Buffer.from(plain).toString();
    },
    retryKey: (entryId) => uuidFrom(derive(key.retry, entryId)),
  };
};

/**
 * Opens the server's secrets. `secretKey` is `SECRET_KEY`, decoded.
 * @throws RangeError unless it has 32 octets.
 */
export function openSecrets(secretKey: Uint8Array): Secrets {
  if (secretKey.length !== KEY_OCTETS) throw new RangeError('SECRET_KEY must have 32 octets');
  const agencies = new Map<string, AgencySecrets>();
  return {
    forAgency(agencyId) {
      const known = agencies.get(agencyId);
      if (known) return known;
      const made = secretsOf(secretKey, agencyId);
      agencies.set(agencyId, made);
      return made;
    },
  };
}
