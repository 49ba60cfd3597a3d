import type { Documents } from '../store/documents.ts';

/** How long it is remembered which agency stands at a host, or that none does. */
const KNOWN_MILLISECONDS = 60_000;
const MOST_KNOWN = 1000;

/** A host as `Host` and `X-Forwarded-Host` name it, the first of several, in one form; undefined for no host at all. */
export function hostOf(header: string | undefined): string | undefined {
  const [first = ''] = (header ?? '').split(',');
  const url = `https://${first.trim()}`;
  return URL.canParse(url) && new URL(url).pathname === '/' ? new URL(url).host : undefined;
}

/** Which agency's pages stand at which host, by the `publicUrl` of the profiles. */
export interface Hosts {
  /** Undefined: the default one answers. @throws StoreUnavailable */
  agencyAt(host: string | undefined): Promise<string | undefined>;
}

export function createHosts(
  documents: Documents,
  own: { agencyId: string; publicUrl: string },
  clock: () => number,
): Hosts {
  const ownHost = hostOf(new URL(own.publicUrl).host);
  const known = new Map<string, { until: number; agencyId: string | undefined }>();

  async function look(host: string): Promise<string | undefined> {
    const found = await documents.query({
      collection: 'agencies',
      where: [['publicUrl', 'in', [`https://${host}`, `http://${host}`]]],
      orderBy: [],
      limit: 1,
    });
    return found[0]?.id;
  }

  return {
    async agencyAt(host) {
      if (host === undefined || host === ownHost) return undefined;
      const before = known.get(host);
      if (before !== undefined && clock() < before.until) return before.agencyId;
      let agencyId: string | undefined;
      try {
        agencyId = await look(host);
      } catch (error) {
        if (before === undefined) throw error;
        return before.agencyId;
      }
      known.delete(host);
      known.set(host, { until: clock() + KNOWN_MILLISECONDS, agencyId });
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
      return agencyId;
    },
  };
}
