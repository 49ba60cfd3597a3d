import { type PaperIssue, type PaperStanding, shownIssue } from '../../domain/papers/paper.ts';
import {
  emptyRegister,
  entryOf,
  type PapersRegister,
  PapersRegister as RegisterSchema,
  shardOf,
  withPaper,
} from '../../domain/papers/register.ts';
import { plain } from '../publish/plain.ts';
import type { Ground } from '../records/ground.ts';
import type { Found, Write } from '../store/documents.ts';
import { FileRecord, ShardRecord } from './records.ts';

/** Replaces a document as it was read, or makes it where there was none. */
const replacing = (path: string, found: Found | undefined, data: Record<string, unknown>): Write =>
  found === undefined
    ? { op: 'create', path, data }
    : { op: 'update', path, data, ifUpdatedAt: found.updateTime };

type At = Pick<Ground, 'documents' | 'paths'>;

async function gramsOf(
  { documents, paths }: At,
  issue: PaperIssue | undefined,
): Promise<Uint8Array | undefined> {
  if (issue?.source.type !== 'file' || issue.source.text !== 'read') return undefined;
  const file = FileRecord.safeParse((await documents.read(paths.paperFile(issue.source.sha256)))?.data).data;
  return file?.grams;
}

const isIndexed = (issue: PaperIssue | undefined): boolean =>
  issue?.source.type === 'file' && issue.source.text === 'read';

/**
 * The writes that put a paper's shown version into the register and its words into the index, or take both out;
 * `full` where there is no room for another. None where nothing changes that the public sees. @throws StoreUnavailable
 */
export async function shelvingWrites(
  at: At,
  id: string,
  { before, after, unit }: { before: PaperStanding; after: PaperStanding; unit: string | undefined },
): Promise<Write[] | 'full'> {
  const { documents, paths } = at;
  const [was, is] = [shownIssue(before), shownIssue(after)];
  if (was?.n === is?.n) return [];
  const indexed = isIndexed(was) || isIndexed(is);
  const shard = paths.paperWords(shardOf(id));
  const [kept, words] = await documents.readMany([paths.published('papers'), shard]);
  const register: PapersRegister = kept === undefined ? emptyRegister : RegisterSchema.parse(kept.data);
  const next = withPaper(register, id, is && entryOf(id, is, unit), indexed);
  if (next === 'full') return 'full';
  const writes = [replacing(paths.published('papers'), kept, plain(next))];
  if (!indexed) return writes;
  const { [id]: _, ...others } = ShardRecord.safeParse(words?.data).data?.papers ?? {};
  const grams = await gramsOf(at, is);
  const papers = { ...others, ...(grams === undefined ? {} : { [id]: { grams } }) };
  return [...writes, replacing(shard, words, { version: 1, papers })];
}
