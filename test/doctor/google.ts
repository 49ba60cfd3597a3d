import { createServer } from 'node:http';
import type { IndexFile } from '../../domain/doctor/indexes.ts';

type Json = Record<string, unknown>;

/** What stands at Google, and how Google answers. */
export interface AtGoogle {
  /** Undefined: no rules were ever released. */
  rules: string | undefined;
  database: Json;
  backupSchedules: Json[];
  indexes: Json[];
  fields: Json[];
  sinks: Json[];
  /** Paths that begin so are answered with a status of their own. */
  refuses: { path: string; status: number } | undefined;
}

export interface GoogleStandIn extends AtGoogle {
  url: string;
  project: string;
  token: string;
  close(): Promise<void>;
}

const PROJECT = 'demo-doctor';
const TOKEN = 'a-google-token';
const DATABASE = `projects/${PROJECT}/databases/(default)`;
const RULESET = `projects/${PROJECT}/rulesets/5f0c6a1e`;
const PAGE = 7;

/** What Firestore would list of a database to which this file was deployed, in the form of its REST API. */
export function deployed({ indexes, fieldOverrides }: IndexFile): Pick<AtGoogle, 'indexes' | 'fields'> {
  const group = (name: string): string => `${DATABASE}/collectionGroups/${name}`;
  const order = (mode: string) => ({ queryScope: 'COLLECTION', fields: [{ fieldPath: '*', order: mode }] });
  /** Is listed always. */
  const ofEveryField = {
    name: `${group('__default__')}/fields/*`,
    indexConfig: { indexes: [order('ASCENDING'), order('DESCENDING')] },
  };
  return {
    indexes: indexes.map(({ collectionGroup, queryScope, fields }, n) => ({
      name: `${group(collectionGroup)}/indexes/CICAg${n}`,
      queryScope,
      fields: [...fields, { fieldPath: '__name__', order: fields.at(-1)?.order ?? 'ASCENDING' }],
      state: 'READY',
    })),
    fields: [
      ofEveryField,
      ...fieldOverrides.map(({ collectionGroup, fieldPath, ttl, indexes: modes }) => ({
        name: `${group(collectionGroup)}/fields/${fieldPath}`,
        indexConfig:
          modes.length === 0
            ? {}
            : {
                indexes: modes.map(({ queryScope, ...mode }) => ({
                  queryScope,
                  fields: [{ fieldPath, ...mode }],
                  state: 'READY',
                })),
              },
        ...(ttl === true ? { ttlConfig: { state: 'ACTIVE' } } : {}),
      })),
    ],
  };
}

interface Reply {
  status: number;
  json: Json;
}

const ok = (json: Json): Reply => ({ status: 200, json });
const refuse = (code: number, status: string): Reply => ({
  status: code,
  json: { error: { code, status, message: status } },
});

/** A list, a page at a time, as Google's lists are. */
function paged(query: URLSearchParams, name: string, all: Json[]): Reply {
  const from = Number(query.get('pageToken') ?? 0);
  if (query.get('pageSize') === null || Number.isNaN(from)) return refuse(400, 'INVALID_ARGUMENT');
  const next = from + PAGE < all.length ? { nextPageToken: String(from + PAGE) } : {};
  const some = all.slice(from, from + PAGE);
  return ok({ ...(some.length === 0 ? {} : { [name]: some }), ...next });
}

const OVERRIDES = 'indexConfig.usesAncestorConfig=false OR ttlConfig:*';

function reply(state: AtGoogle, { pathname, searchParams: query }: URL): Reply {
  const { refuses, rules, backupSchedules } = state;
  if (refuses !== undefined && pathname.startsWith(refuses.path)) return refuse(refuses.status, 'REFUSED');
  switch (pathname) {
    case `/rules/v1/projects/${PROJECT}/releases/cloud.firestore`:
      return rules === undefined
        ? refuse(404, 'NOT_FOUND')
        : ok({ name: 'cloud.firestore', rulesetName: RULESET });
    case `/rules/v1/${RULESET}`:
      return ok({ name: RULESET, source: { files: [{ name: 'firestore.rules', content: rules }] } });
    case `/firestore/v1/${DATABASE}`:
      return ok(state.database);
    case `/firestore/v1/${DATABASE}/backupSchedules`:
      return ok(backupSchedules.length === 0 ? {} : { backupSchedules });
    case `/firestore/v1/${DATABASE}/collectionGroups/-/indexes`:
      return paged(query, 'indexes', state.indexes);
    case `/firestore/v1/${DATABASE}/collectionGroups/-/fields`:
      return query.get('filter') === OVERRIDES
        ? paged(query, 'fields', state.fields)
        : refuse(400, 'INVALID_ARGUMENT');
    case `/logging/v2/projects/${PROJECT}/sinks`:
      return paged(query, 'sinks', state.sinks);
    default:
      return refuse(404, 'NOT_FOUND');
  }
}

/**
 * A stand-in for the calls of Google's that the doctor makes, on loopback: paths, queries and bearer as Google's
 * reference has them, anything else refused.
 */
export async function startGoogle(state: AtGoogle): Promise<GoogleStandIn> {
  const server = createServer(({ method, headers, url = '' }, response) => {
    const isKnown = headers.authorization === `Bearer ${TOKEN}`;
    const known = isKnown ? reply(state, new URL(url, 'http://127.0.0.1')) : refuse(401, 'UNAUTHENTICATED');
    const { status, json } = method === 'GET' ? known : refuse(405, 'UNIMPLEMENTED');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    project: PROJECT,
    token: TOKEN,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
