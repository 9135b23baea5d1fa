import 'server-only';
import { createHash } from 'node:crypto';
import { type Restore, restoring, type WrittenRecord } from '@/lib/data/restore';
import { isRestored, type RestoredType } from '@/lib/data/restore-statements';
import { foldedName } from '@/lib/domain/folded-name';
import { canManage } from '@/lib/domain/policy';
import type { Region } from '@/lib/domain/region';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { TextIndex } from '@/lib/domain/text-index';
import { bandsOf, bodyTextOf, signatureOf } from '@/lib/ingest/near-copy';
import type { RefusedPart } from '@/lib/ingest/datasets/read-marks';
import { requireWorkspace } from './access';
import type { Context } from './context';

export interface RestoredWorkspace {
  /** Whether everything was taken and stored; else nothing was. */
  isRestored: boolean;
  records: Record<string, number>;
  refused: RefusedPart[];
}

type Json = Record<string, unknown>;
interface Line extends WrittenRecord {
  number: number;
  /** Every id that it names, beside its own. */
  names: readonly string[];
}

/** The version of the lossless form that is understood. */
const VERSION = 1;
/** So many records go to the database at once; articles carry whole texts. */
const AT_ONCE = 1_000;
const ARTICLES_AT_ONCE = 20;

/**
 * Takes an export in the lossless form, text mode `full`, into a workspace that holds nothing yet, so that exporting again
 * gives the same bytes (but for the address, which stays the workspace's own). Ids, dates and versions are kept. All or
 * nothing, in one transaction: each line that cannot be taken is listed. Texts are checked against their hashes, spans
 * and excerpts by the database. Whoever is named and unknown here gets an account that nobody can sign in to.
 */
export async function restoreWorkspace(
  context: Context,
  input: { slug: string; lines: AsyncIterable<string> },
): Promise<Result<RestoredWorkspace, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  let failure: Failure | null = null;
  const restored: RestoredWorkspace = { isRestored: false, records: {}, refused: [] };
  await restoring(access.value.workspace.id, async (restore) => {
    if (await restore.holdsAnything()) {
      failure = {
        code: 'not_empty',
        message:
          'This workspace holds articles, sources, subsets, campaigns, releases or a guideline of its own already. Nothing was changed: make an empty one for this file.',
      };
      return false;
    }
    const reading = new Reading(restore, restored);
    for await (const line of input.lines) await reading.take(line);
    await reading.end();
    restored.isRestored = restored.refused.length === 0;
    return restored.isRestored;
  });
  return failure ? err(failure) : ok(restored);
}

class Reading {
  #restore: Restore;
  #number = 0;
  #batch: Line[] = [];
  #batchPeople = new Map<string, string>();
  #type: RestoredType | null = null;
  #isEnded = false;
  #writing: Promise<void> = Promise.resolve();
  readonly #refused: { line: number; reason: string }[] = [];
  readonly #people = new Set<string>();
  readonly #ties: Line[] = [];
  readonly #mergedInto = new Map<unknown, unknown>();

  constructor(
    restore: Restore,
    private readonly restored: RestoredWorkspace,
  ) {
    this.#restore = restore;
  }

  async take(line: string): Promise<void> {
    this.#number++;
    if (line === '') return;
    const record = recordOf(line);
    if (!record) return this.#refuse(this.#number, 'This is no JSON object.');
    const { type } = record;
    if (this.#number === 1) return this.#takeHeader(record);
    if (type === 'workspace') return this.#takeWorkspace(record);
    if (type === 'end') return this.#takeEnd(record);
    if (!isRestored(type))
      return this.#refuse(this.#number, `Records of type “${String(type)}” cannot be taken yet.`);
    if (this.#type === 'source' && type !== 'source') await this.#tieSources();
    if (type !== this.#type || this.#batch.length >= (type === 'article' ? ARTICLES_AT_ONCE : AT_ONCE))
      await this.#flush();
    this.#type = type;
    const prepared = preparedRecord(type, record);
    if (typeof prepared === 'string') return this.#refuse(this.#number, prepared);
    const json = prepared === record ? line : JSON.stringify(prepared);
    this.#addPeopleIn(prepared);
    this.#batch.push({ number: this.#number, record: prepared, json, names: idsNamedIn(prepared) });
  }

  async end(): Promise<void> {
    await this.#settle();
    if (!this.#isEnded) this.#refuse(this.#number, 'The file ends too early: its last line is missing.');
    this.#refused.sort((a, b) => a.line - b.line);
    this.restored.refused.push(...this.#refused.map(({ line, reason }) => ({ at: `line ${line}`, reason })));
  }

  #refuse(line: number, reason: string): void {
    this.#refused.push({ line, reason });
  }

  #takeHeader({ type, format, version, text, part }: Json): void {
    if (type !== 'touchstone' || format !== 'jsonl') return this.#refuse(1, 'This is no Touchstone export.');
    if (version !== VERSION)
      return this.#refuse(1, `It is of version ${String(version)}; this server reads ${VERSION}.`);
    if (part !== undefined)
      return this.#refuse(
        1,
        'It is a part of a workspace, and refers to what it leaves out: export again without a filter.',
      );
    if (text !== 'full') return this.#refuse(1, 'It holds no whole texts: export again with full texts.');
  }

  async #takeWorkspace(record: Json): Promise<void> {
    this.#count('workspace');
    const become = await this.#restore.becomeWorkspace(record);
    if (become) this.#restore = become;
    else this.#refuse(this.#number, 'This workspace is on this server already.');
  }

  async #takeEnd({ records }: Json): Promise<void> {
    await this.#tieSources();
    this.#isEnded = true;
    for (const [type, count] of Object.entries((records ?? {}) as Record<string, number>))
      if (count !== (this.restored.records[type] ?? 0) && this.#refused.length === 0)
        this.#refuse(this.#number, `The file should hold ${count} records of type “${type}”.`);
  }

  /** Sources may name later ones, so that what ties them waits until all are there. */
  async #tieSources(): Promise<void> {
    await this.#settle();
    const ties = this.#ties.splice(0).map(({ number, record: source }) => {
      const record = { ...source, survivorId: this.#survivorOf(source.mergedIntoId) };
      return { number, record, json: JSON.stringify(record), names: idsNamedIn(record) };
    });
    await this.#insert('sourceTies', ties);
  }

  #survivorOf(id: unknown): unknown {
    let survivor = id;
    // A chain of merges is no longer than there are merges: a ring, which none is, ends there.
    for (let steps = this.#mergedInto.size; steps > 0 && this.#mergedInto.has(survivor); steps--)
      survivor = this.#mergedInto.get(survivor);
    return survivor;
  }

  #count(type: string, by = 1): void {
    this.restored.records[type] = (this.restored.records[type] ?? 0) + by;
  }

  /** Gives what was read to the database, which writes it while more is read: one batch at a time. */
  async #flush(): Promise<void> {
    await this.#writing;
    const [type, batch, people] = [this.#type, this.#batch, this.#batchPeople];
    this.#batch = [];
    this.#batchPeople = new Map();
    if (type === null || batch.length === 0) return;
    this.#writing = this.#write(type, batch, people);
    // Whoever waits for it next hears of a failure.
    this.#writing.catch(() => undefined);
  }

  async #settle(): Promise<void> {
    await this.#flush();
    await this.#writing;
  }

  async #write(
    type: RestoredType,
    batch: readonly Line[],
    people: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.#restore.insertPeople(people);
    this.#count(type, batch.length - (await this.#insert(type, batch)));
    if (type !== 'source') return;
    for (const line of batch) {
      if (line.record.mergedIntoId) this.#mergedInto.set(line.record.id, line.record.mergedIntoId);
      this.#ties.push(line);
    }
  }

  /** How many were refused. */
  async #insert(type: RestoredType, lines: readonly Line[]): Promise<number> {
    if (lines.length === 0) return 0;
    const foreign = await this.#restore.listForeignIds(lines.flatMap(({ names }) => names));
    const isForeign = ({ names }: Line): boolean => names.some((id) => foreign.has(id));
    const others = foreign.size > 0 ? lines.filter(isForeign) : [];
    for (const { number } of others) this.#refuse(number, 'It refers to something that is not in this file.');
    const own = others.length > 0 ? lines.filter((line) => !others.includes(line)) : lines;
    const refused = own.length > 0 ? await this.#restore.insert(type, own) : [];
    for (const { written, reason } of refused)
      this.#refuse(written.number, `The database refuses it: ${reason}`);
    return others.length + refused.length;
  }

  #addPeopleIn({ id: _own, ...record }: Json): void {
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(visit);
      if (typeof value !== 'object' || value === null) return;
      const { id, name } = value as Json;
      const isNamed = typeof name === 'string' && Object.keys(value).length === 2;
      const person = isNamed ? uuidFrom(id) : null;
      if (person !== null && !this.#people.has(person)) {
        this.#people.add(person);
        this.#batchPeople.set(person, name as string);
      }
      // Sources have ids and names too.
      for (const [key, part] of Object.entries(value)) if (key !== 'attribution') visit(part);
    };
    visit(record);
  }
}

/** Every id that a record names, beside its own. */
function idsNamedIn({ id: _own, ...record }: Json): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) return Object.values(value).forEach(visit);
    const id = uuidFrom(value);
    if (id !== null) found.push(id);
  };
  visit(record);
  return found;
}

/** The longest way in which the database takes an id: with braces, and a hyphen after each four digits. */
const LONGEST_ID = 41;
const PLAIN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id in one form; the database reads others as well. */
function uuidFrom(value: unknown): string | null {
  if (typeof value !== 'string' || value.length < 32 || value.length > LONGEST_ID) return null;
  if (PLAIN_ID.test(value)) return value;
  const digits = value.replace(/[{}-]/g, '').toLowerCase();
  const groups = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(digits);
  return groups ? groups.slice(1).join('-') : null;
}

function recordOf(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

/** The record with what its rows need beside it, or why it cannot be taken. */
function preparedRecord(type: RestoredType, record: Json): Json | string {
  if (type === 'article') return preparedArticle(record);
  if (type === 'source') return preparedSource(record);
  return type === 'copy' ? preparedCopy(record) : record;
}

function preparedCopy(record: Json): Json | string {
  const { text, textSha256 } = record;
  if (typeof text !== 'string')
    return textSha256 === null ? { ...record, signature: [] } : 'A stored copy has no text.';
  if (createHash('sha256').update(text, 'utf8').digest('hex') !== textSha256)
    return 'The text of a stored copy is not the one that its hash was made of.';
  return { ...record, signature: signatureOf(text) };
}

function preparedArticle(record: Json): Json | string {
  const revisions: Json[] = [];
  for (const revision of (Array.isArray(record.revisions) ? record.revisions : []) as Json[]) {
    const { text, sha256, length, regions } = revision;
    if (typeof text !== 'string') return 'A revision has no text.';
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256)
      return 'The text of a revision is not the one that its hash was made of.';
    if (new TextIndex(text).length !== length) return 'The text of a revision is not as long as it says.';
    const signature = signatureOf(bodyTextOf(text, regions as Region[]));
    revisions.push({ ...revision, signature, bands: bandsOf(signature) });
  }
  return { ...record, revisions };
}

function preparedSource(record: Json): Json {
  const aliases = (Array.isArray(record.aliases) ? record.aliases : []) as string[];
  return {
    ...record,
    foldedName: foldedName(String(record.name)),
    foldedAliases: aliases.map((name) => ({ name, foldedName: foldedName(name) })),
  };
}
