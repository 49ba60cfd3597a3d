import { z } from 'zod';
import { doctorSays } from '../catalogue/doctor.ts';
import { type Asked, type Finding, fine, toDo, unchecked } from './finding.ts';

const IndexField = z.object({
  fieldPath: z.string(),
  order: z.string().optional(),
  arrayConfig: z.string().optional(),
});
type IndexField = z.infer<typeof IndexField>;

/** `firestore.indexes.json`. @see https://firebase.google.com/docs/reference/firestore/indexes */
export const IndexFile = z.object({
  indexes: z.array(
    z.object({ collectionGroup: z.string(), queryScope: z.string(), fields: z.array(IndexField) }),
  ),
  fieldOverrides: z.array(
    z.object({
      collectionGroup: z.string(),
      fieldPath: z.string(),
      ttl: z.boolean().optional(),
      indexes: z.array(IndexField.omit({ fieldPath: true }).extend({ queryScope: z.string() })),
    }),
  ),
});
export type IndexFile = z.infer<typeof IndexFile>;

/** What a database has; states are Google's. */
export interface DeployedIndexes {
  indexes: { collectionGroup: string; queryScope: string; fields: IndexField[]; state: string }[];
  fields: {
    collectionGroup: string;
    fieldPath: string;
    indexes: { queryScope: string; order?: string | undefined; arrayConfig?: string | undefined }[];
    hasTtl: boolean;
  }[];
}

const NAME = '__name__';
const mode = ({ order, arrayConfig }: Pick<IndexField, 'order' | 'arrayConfig'>): string =>
  order ?? arrayConfig ?? '';

/** Google adds the document's name in the direction of the last field; nobody has to write it. */
function written(fields: readonly IndexField[]): readonly IndexField[] {
  const last = fields.at(-1);
  const before = fields.at(-2);
  const isAdded = last?.fieldPath === NAME && mode(last) === (before?.order ?? 'ASCENDING');
  return isAdded ? fields.slice(0, -1) : fields;
}

const keyOf = (group: string, scope: string, fields: readonly IndexField[]): string =>
  [group, scope, ...written(fields).map((field) => `${field.fieldPath} ${mode(field)}`)].join('\n');

const modesOf = (indexes: DeployedIndexes['fields'][number]['indexes']): string =>
  indexes
    .map((one) => `${one.queryScope} ${mode(one)}`)
    .sort()
    .join('\n');

/** What a database has beside what this version needs. Policies that delete by time are a second net, no need. */
export function judgeIndexes(asked: Asked<DeployedIndexes>, wanted: IndexFile): Finding {
  if (asked === 'denied') return unchecked('indexes', 'denied', doctorSays.roles.firestore);
  if (typeof asked === 'string') return unchecked('indexes', 'silent');
  const { told } = asked;
  const states = new Map(
    told.indexes.map((one) => [keyOf(one.collectionGroup, one.queryScope, one.fields), one.state]),
  );
  const needed = wanted.indexes.map((one) =>
    states.get(keyOf(one.collectionGroup, one.queryScope, one.fields)),
  );
  const fields = new Map(told.fields.map((one) => [`${one.collectionGroup}\n${one.fieldPath}`, one]));
  const found = wanted.fieldOverrides.map((one) => ({
    one,
    deployed: fields.get(`${one.collectionGroup}\n${one.fieldPath}`),
  }));
  const unlike = found.filter(
    ({ one, deployed }) => deployed === undefined || modesOf(deployed.indexes) !== modesOf(one.indexes),
  );
  const missing =
    needed.filter((state) => state === undefined || state === 'NEEDS_REPAIR').length + unlike.length;
  if (missing > 0) return toDo('indexes', 'missing', String(missing));
  const building = needed.filter((state) => state !== 'READY').length;
  if (building > 0) return toDo('indexes', 'building', String(building));
  const noTtl = found.some(({ one, deployed }) => one.ttl === true && deployed?.hasTtl !== true);
  return fine('indexes', noTtl ? 'noTtl' : 'all');
}
