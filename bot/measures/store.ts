import { Measure, type NamedMeasure } from '../../domain/measures/measure.ts';
import { plain } from '../publish/plain.ts';
import type { Paths } from '../records/paths.ts';
import { type Documents, type Found, remove, type Write } from '../store/documents.ts';

/** More measures than the plans of a few years have. */
const MOST = 500;

type Store = { documents: Documents; paths: Pick<Paths, 'measures' | 'measure'> };

/** A measure with the version that may be changed. */
export interface ReadMeasure {
  measure: NamedMeasure;
  at: Found['updateTime'];
}

const namedIn = ({ id, data, updateTime }: Found): ReadMeasure[] => {
  const measure = Measure.safeParse(data).data;
  return measure === undefined ? [] : [{ measure: { ...measure, id }, at: updateTime }];
};

/**
 * The measures of some fiscal years in the order of their plans, those that were taken out among them.
 * @throws StoreUnavailable
 */
export async function readAllMeasures(
  { documents, paths }: Store,
  fiscalYears: readonly number[],
): Promise<NamedMeasure[]> {
  const found = await documents.query({
    collection: paths.measures,
    where: [['fiscalYear', 'in', [...fiscalYears]]],
    orderBy: [['order', 'asc']],
    limit: MOST,
  });
  return found.flatMap(namedIn).map(({ measure }) => measure);
}

/** The measures that stand in the plans of some fiscal years. @throws StoreUnavailable */
export const readMeasures = async (store: Store, fiscalYears: readonly number[]): Promise<NamedMeasure[]> =>
  (await readAllMeasures(store, fiscalYears)).filter(({ removed }) => removed === undefined);

/** @throws StoreUnavailable */
export async function readMeasure({ documents, paths }: Store, id: string): Promise<ReadMeasure | undefined> {
  const found = await documents.read(paths.measure(id));
  return found && namedIn(found)[0];
}

const recordOf = ({ id: _, ...measure }: NamedMeasure): Measure => measure;

export const createMeasure = (paths: Store['paths'], measure: NamedMeasure): Write => ({
  op: 'create',
  path: paths.measure(measure.id),
  data: plain(recordOf(measure)),
});

/** A measure as it is from now on, on the version that was read. */
export function changeMeasure(paths: Store['paths'], { at, measure }: ReadMeasure, next: Measure): Write {
  const { unit = remove(), followUp = remove(), removed = remove(), ...rest } = plain(next);
  return {
    op: 'update',
    path: paths.measure(measure.id),
    data: { ...rest, unit, followUp, removed },
    ifUpdatedAt: at,
  };
}
