import { z } from 'zod';
import type { Asked } from '../../domain/doctor/finding.ts';
import type { LogSink } from '../../domain/doctor/google.ts';
import type { DeployedIndexes } from '../../domain/doctor/indexes.ts';
import { ask, mapped, told } from './ask.ts';

/** Where Google's services are, without a slash at the end. */
export interface GoogleAddresses {
  rules: string;
  firestore: string;
  logging: string;
}

export const GOOGLE: GoogleAddresses = {
  rules: 'https://firebaserules.googleapis.com',
  firestore: 'https://firestore.googleapis.com',
  logging: 'https://logging.googleapis.com',
};

/** What is looked at of one project, with the access token of somebody who may see it. */
export interface GoogleProject {
  addresses: GoogleAddresses;
  project: string;
  token: string;
}

const DATABASE = '(default)';
const PAGE = 100;
const MOST_PAGES = 100;

const Release = z.object({ rulesetName: z.string() });
const Ruleset = z.object({ source: z.object({ files: z.array(z.object({ content: z.string() })) }) });

/**
 * The text of the rules in force.
 * @see https://firebase.google.com/docs/reference/rules/rest/v1/projects.releases/get
 * @see https://firebase.google.com/docs/reference/rules/rest/v1/projects.rulesets/get
 */
export async function askRules({ addresses, project, token: bearer }: GoogleProject): Promise<Asked<string>> {
  const base = `${addresses.rules}/v1`;
  const release = told(
    await ask(`${base}/projects/${project}/releases/cloud.firestore`, { bearer }),
    Release,
  );
  if (typeof release === 'string') return release;
  const ruleset = told(await ask(`${base}/${release.told.rulesetName}`, { bearer }), Ruleset);
  return mapped(ruleset, ({ source }) => source.files.map(({ content }) => content).join('\n'));
}

const Database = z.object({ pointInTimeRecoveryEnablement: z.string().optional() });

const databaseOf = ({ addresses, project }: GoogleProject): string =>
  `${addresses.firestore}/v1/projects/${project}/databases/${DATABASE}`;

/** @see https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases/get */
export async function askPitr(google: GoogleProject): Promise<Asked<boolean>> {
  const answer = told(await ask(databaseOf(google), { bearer: google.token }), Database);
  return mapped(
    answer,
    ({ pointInTimeRecoveryEnablement: state }) => state === 'POINT_IN_TIME_RECOVERY_ENABLED',
  );
}

const Schedules = z.object({ backupSchedules: z.array(z.unknown()).default([]) });

/** How many there are. @see https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.backupSchedules/list */
export async function askBackups(google: GoogleProject): Promise<Asked<number>> {
  const answer = await ask(`${databaseOf(google)}/backupSchedules`, { bearer: google.token });
  return mapped(told(answer, Schedules), ({ backupSchedules }) => backupSchedules.length);
}

const Paged = z.object({ nextPageToken: z.string().optional() });

/** All pages of a list. */
async function askList<T>(url: string, bearer: string, schema: z.ZodType<T[]>): Promise<Asked<T[]>> {
  const all: T[] = [];
  let token = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `pageSize=${PAGE}${token === '' ? '' : `&pageToken=${encodeURIComponent(token)}`}`;
    const answer = await ask(`${url}${url.includes('?') ? '&' : '?'}${query}`, { bearer });
    const list = told(answer, schema);
    if (typeof list === 'string') return list;
    all.push(...list.told);
    token = Paged.safeParse(answer?.json).data?.nextPageToken ?? '';
    if (token === '') return { told: all };
  }
  return 'silent';
}

const Field = z.object({
  fieldPath: z.string(),
  order: z.string().optional(),
  arrayConfig: z.string().optional(),
});
const Index = z.object({
  name: z.string().optional(),
  queryScope: z.string(),
  fields: z.array(Field).default([]),
  state: z.string().default('READY'),
});
const Indexes = z.object({ indexes: z.array(Index).default([]) }).transform(({ indexes }) => indexes);
const Fields = z
  .object({
    fields: z
      .array(
        z.object({
          name: z.string(),
          indexConfig: z.object({ indexes: z.array(Index).default([]) }).default({ indexes: [] }),
          ttlConfig: z.object({ state: z.string().optional() }).optional(),
        }),
      )
      .default([]),
  })
  .transform(({ fields }) => fields);

/** `projects/…/collectionGroups/{group}/{indexes|fields}/{last}`. */
const NAME = /\/collectionGroups\/([^/]+)\/(?:indexes|fields)\/(.+)$/;
const OVERRIDES = 'indexConfig.usesAncestorConfig=false OR ttlConfig:*';

/**
 * The composite indexes of a database, and the fields that are indexed in a way of their own.
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.collectionGroups.indexes/list
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.collectionGroups.fields/list
 */
export async function askIndexes(google: GoogleProject): Promise<Asked<DeployedIndexes>> {
  const groups = `${databaseOf(google)}/collectionGroups/-`;
  const [indexes, fields] = await Promise.all([
    askList(`${groups}/indexes`, google.token, Indexes),
    askList(`${groups}/fields?filter=${encodeURIComponent(OVERRIDES)}`, google.token, Fields),
  ]);
  if (typeof indexes === 'string') return indexes;
  if (typeof fields === 'string') return fields;
  return {
    told: {
      indexes: indexes.told.map(({ name = '', ...index }) => ({
        ...index,
        collectionGroup: NAME.exec(name)?.[1] ?? '',
      })),
      fields: fields.told.map(({ name, indexConfig, ttlConfig }) => {
        const [, collectionGroup = '', fieldPath = ''] = NAME.exec(name) ?? [];
        const modes = indexConfig.indexes.flatMap(({ queryScope, fields: [field] }) =>
          field === undefined ? [] : [{ queryScope, order: field.order, arrayConfig: field.arrayConfig }],
        );
        return { collectionGroup, fieldPath, indexes: modes, hasTtl: ttlConfig !== undefined };
      }),
    },
  };
}

const Sinks = z
  .object({
    sinks: z
      .array(
        z.object({
          name: z.string(),
          disabled: z.boolean().default(false),
          exclusions: z
            .array(z.object({ filter: z.string(), disabled: z.boolean().default(false) }))
            .default([]),
        }),
      )
      .default([]),
  })
  .transform(({ sinks }) => sinks);

/** @see https://docs.cloud.google.com/logging/docs/reference/v2/rest/v2/projects.sinks/list */
export async function askSinks({ addresses, project, token }: GoogleProject): Promise<Asked<LogSink[]>> {
  const sinks = await askList(`${addresses.logging}/v2/projects/${project}/sinks`, token, Sinks);
  return mapped(sinks, (list) =>
    list.map(({ name, disabled, exclusions }) => ({
      name,
      disabled,
      exclusions: exclusions.filter((one) => !one.disabled).map(({ filter }) => filter),
    })),
  );
}
