import { Agency } from '../../domain/agency/agency.ts';
import type { LineAddresses, LineChannel } from '../config/config.ts';
import { errorName } from '../log/error-name.ts';
import { createHosts, hostOf } from './hosts.ts';
import { readAccount } from './line-account.ts';
import { loadAgency } from './loaded.ts';
import { type AgencyGround, type RunningAgency, type StaffLogin, serveAgency } from './serve-agency.ts';

/** The agency that answers where none is named. */
export interface DefaultAgency {
  agencyId: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Its account, where the environment has it; otherwise it is read from the store, as every other agency's. */
  line?: LineChannel | undefined;
  liffId?: string | undefined;
  login?: StaffLogin | undefined;
  /** Ten characters that make its first admin. */
  bootstrapCode: string | undefined;
}

/** All agencies of one deployment; those that were asked for lately are in memory. */
export interface Agencies {
  /** One that can be served; the default one where no id is given. @throws StoreUnavailable */
  find(agencyId?: string): Promise<RunningAgency | undefined>;
  /** The one whose pages stand at a host; the default one at any other. @throws StoreUnavailable */
  byHost(host: string | undefined): Promise<RunningAgency>;
  /** Those in memory. */
  held(): Promise<RunningAgency[]>;
  /** Resolves when all events under way have ended. */
  idle(): Promise<void>;
  /** Resolves when nothing is done for any of them any more. */
  stop(): Promise<void>;
}

/** The default agency is not in the store, or has no account. */
export class AgencyMissing extends Error {
  override readonly name = 'AgencyMissing';
}

/** So many agencies are in memory at a time, beside the default one. */
const MOST_HELD = 200;
/** An id that led to no agency leads to none for so long. */
const ABSENT_MILLISECONDS = 30_000;
const MOST_ABSENT = 1000;

export function openAgencies(
  shared: AgencyGround,
  own: DefaultAgency,
  addresses: LineAddresses,
  { mostHeld = MOST_HELD }: { mostHeld?: number } = {},
): Agencies {
  const { documents, secrets, log, clock } = shared;
  const hosts = createHosts(documents, own, clock);
  /** Least lately used first. */
  const held = new Map<string, Promise<RunningAgency | undefined>>();
  const absent = new Map<string, number>();

  const load = (agencyId: string) =>
    loadAgency(documents, agencyId, (error) =>
      log('store_failed', { agency: agencyId, error: errorName(error) }),
    );

  async function openOwn(line: LineChannel): Promise<RunningAgency | undefined> {
    const loaded = await load(own.agencyId);
    return loaded && serveAgency(shared, { ...own, loaded, line });
  }

  async function openOther(agencyId: string): Promise<RunningAgency | undefined> {
    const [loaded, account] = await Promise.all([load(agencyId), readAccount(documents, secrets, agencyId)]);
    if (loaded === undefined) return undefined;
    if (typeof account === 'string') {
      log('account_unusable', { agency: agencyId, reason: account });
      return undefined;
    }
    const isOwn = agencyId === own.agencyId;
    const publicUrl = isOwn ? own.publicUrl : (loaded.current().agency.publicUrl ?? own.publicUrl);
    const { channelSecret, channelAccessToken, destination, login, apiBaseUrl } = account;
    const { jwksUrl } = addresses;
    return serveAgency(shared, {
      loaded,
      publicUrl,
      destination,
      line: {
        channelSecret,
        channelAccessToken,
        apiBaseUrl: apiBaseUrl ?? addresses.apiBaseUrl,
        dataApiBaseUrl: apiBaseUrl ?? addresses.dataApiBaseUrl,
      },
      liffId: login?.liffId,
      login: login && { channelId: login.channelId, jwksUrl, way: { by: 'liff', liffId: login.liffId } },
      bootstrapCode: isOwn ? own.bootstrapCode : undefined,
    });
  }

  const open = (agencyId: string): Promise<RunningAgency | undefined> =>
    agencyId === own.agencyId && own.line !== undefined ? openOwn(own.line) : openOther(agencyId);

  function isAbsent(agencyId: string): boolean {
    const until = absent.get(agencyId);
    return until !== undefined && clock() < until;
  }
  function noteAbsent(agencyId: string): void {
    absent.delete(agencyId);
    absent.set(agencyId, clock() + ABSENT_MILLISECONDS);
    const [oldest] = absent.keys();
    if (absent.size > MOST_ABSENT && oldest !== undefined) absent.delete(oldest);
  }

  /** Lets go of the one that was used least lately; what is under way in it goes on to its end. */
  function letGo(): void {
    if (held.size <= mostHeld + 1) return;
    for (const [agencyId, agency] of held) {
      if (agencyId === own.agencyId) continue;
      held.delete(agencyId);
      void agency.then(
        (one) => one?.stop(),
        () => undefined,
      );
      return;
    }
  }

  async function opened(agencyId: string): Promise<RunningAgency | undefined> {
    const opening = held.get(agencyId) ?? open(agencyId);
    held.delete(agencyId);
    held.set(agencyId, opening);
    letGo();
    try {
      const agency = await opening;
      if (agency !== undefined) return agency;
      noteAbsent(agencyId);
    } catch (error) {
      if (held.get(agencyId) === opening) held.delete(agencyId);
      throw error;
    }
    if (held.get(agencyId) === opening) held.delete(agencyId);
    return undefined;
  }

  async function find(agencyId = own.agencyId): Promise<RunningAgency | undefined> {
    if (!Agency.shape.id.safeParse(agencyId).success || isAbsent(agencyId)) return undefined;
    const agency = await opened(agencyId);
    await agency?.freshen();
    return agency;
  }

  const all = async (): Promise<RunningAgency[]> => {
    const found = await Promise.all([...held.values()].map((one) => one.catch(() => undefined)));
    return found.filter((one) => one !== undefined);
  };

  return {
    find,
    async byHost(host) {
      const agencyId = await hosts.agencyAt(hostOf(host));
      const agency = (agencyId === undefined ? undefined : await find(agencyId)) ?? (await find());
      if (agency === undefined)
        throw new AgencyMissing(`there is no agency ${own.agencyId} that can be served`);
      return agency;
    },
    held: all,
    async idle() {
      await Promise.all((await all()).map((one) => one.idle()));
    },
    async stop() {
      await Promise.all((await all()).map((one) => one.stop()));
    },
  };
}
