import 'server-only';
import { createHmac } from 'node:crypto';
import program from '@/package.json';
import { NOBODY_BLIND } from '@/lib/data/blind-reading';
import { database } from '@/lib/data/database';
import { findGuidelineInForce } from '@/lib/data/guidelines';
import { type AnnotatedRevision, listAnnotatedRevisions } from '@/lib/data/pass-annotations';
import { type FrozenFile, readReleaseText, writeReleaseFile } from '@/lib/data/release-files';
import {
  instantOfTransaction,
  listArticlesAnnotatedBlind,
  listCampaignsWithPasses,
  listPeople,
  listSelectedArticles,
  pseudonymSecret,
} from '@/lib/data/release-rows';
import { findEarlierRelease, type StoredRelease } from '@/lib/data/releases';
import type { Selection } from '@/lib/data/selection';
import { readAsIn } from '@/lib/data/shared-snapshot';
import { type Snapshot, snapshotRows } from '@/lib/data/snapshot';
import { readWorkspace } from '@/lib/data/export-rows';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import { type Agreement, agreementFrom } from '@/lib/domain/agreement/agreement-schema';
import { dayIn } from '@/lib/domain/prediction';
import { isSamePart } from '@/lib/domain/release-part';
import { env } from '@/lib/env';
import { bytesFromChunks, joinedChunks } from '@/lib/export/chunks';
import { jsonLine } from '@/lib/export/json-line';
import { type DiffEntry, diffReleases, emptyDiffSummary } from '@/lib/release/diff';
import type { Manifest } from '@/lib/release/manifest';
import { peopleIn, pseudonymised, pseudonymsOf } from '@/lib/release/pseudonyms';
import type { Person } from '@/lib/release/release-facts';
import { sourceFromSnapshot } from './export-chunks';
import { FROZEN, type FrozenAbout, keyedHash, readFrozenDocuments } from './frozen-release';
import { selectionOfPart } from './release-part';

/** Nobody: who asks decides what of a release is seen, not what is in it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Changes that a changelog lists one by one; the others it counts. */
const MOST_LISTED = 100;

interface Taken {
  attempt: number;
  signal: AbortSignal;
  note: (step: string) => Promise<void>;
}

/**
 * Writes all that the release is made of to the data folder, as it stands in one instant of the database. From then on
 * nothing that changes in the workspace changes the release.
 */
export async function freezeRelease(
  release: StoredRelease,
  taken: Taken,
): Promise<{ frozen: FrozenFile[]; frozenAt: string }> {
  const frozen: FrozenFile[] = [];
  const people = new Map<string, Person>();
  const write = async (name: string, values: AsyncIterable<unknown>): Promise<void> => {
    const place = { id: release.id, area: 'frozen', name, part: String(taken.attempt) } as const;
    const lines = bytesFromChunks(joinedChunks(linesOf(values, people)));
    frozen.push({ name, ...(await writeReleaseFile(place, lines, taken.signal)) });
  };
  let read: ReadAbout | null = null;
  // The rows are written while their snapshot is open; there is nothing to yield.
  const freezing = snapshotRows<never>(NOBODY_BLIND, async function* (snapshot) {
    await taken.note('Freezing what the workspace holds');
    const frozenAt = await readAsIn(snapshot, instantOfTransaction);
    const selection = await selectionAt(frozenAt, snapshot, release);
    read = await readAbout(snapshot, release, { frozenAt, selection, people });
    const source = sourceFromSnapshot(snapshot, selection);
    await write(FROZEN.records, source.records('full'));
    await taken.note('Freezing the texts');
    await write(FROZEN.documents, source.documents());
    await write(FROZEN.reviews, source.reviews());
  });
  for await (const _ of freezing);
  const { revisions, ...about } = read!;
  for (const person of peopleIn([about, revisions])) people.set(person.id, person);
  const everybody = [...people.values()].sort(byId);
  const agreement = agreementOf(revisions, release.options.pseudonyms ? everybody : null, about);
  const whole = { ...about, agreement, people: everybody, ...(await changesSince(release)) };
  await write(FROZEN.about, oneOf(whole));
  return { frozen, frozenAt: whole.frozenAt };
}

const byId = (a: Person, b: Person): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

async function* oneOf<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** The values as lines; whoever they name is remembered. */
async function* linesOf(values: AsyncIterable<unknown>, people: Map<string, Person>): AsyncGenerator<string> {
  for await (const value of values) {
    for (const person of peopleIn(value)) people.set(person.id, person);
    yield jsonLine(value);
  }
}

/** What is small enough to be read at once, with the passes that agreement is reckoned of. */
type ReadAbout = Omit<FrozenAbout, 'agreement' | 'people' | 'earlier' | 'changes' | 'earlierChangelog'> & {
  revisions: AnnotatedRevision[];
};

/** What the release is to hold, asked on the day on which it is frozen. */
async function selectionAt(
  frozenAt: string,
  snapshot: Snapshot,
  { workspaceId, part }: Pick<StoredRelease, 'workspaceId' | 'part'>,
): Promise<Selection> {
  const { timeZone } = await readWorkspace(snapshot, workspaceId);
  return selectionOfPart(workspaceId, part, { timeZone, today: dayIn(timeZone, new Date(frozenAt)) });
}

async function readAbout(
  snapshot: Snapshot,
  release: StoredRelease,
  { frozenAt, selection, people }: { frozenAt: string; selection: Selection; people: Map<string, Person> },
): Promise<ReadAbout> {
  const { workspaceId, part } = release;
  const source = sourceFromSnapshot(snapshot, selection);
  const workspace = await source.workspace();
  const annotations = await source.countAnnotations();
  const read = await readAsIn(snapshot, async (db) => {
    const articleIds = part ? await listSelectedArticles(db, selection) : undefined;
    return {
      guideline: await findGuidelineInForce(db, workspaceId),
      revisions: await listAnnotatedRevisions(db, { workspaceId, userId: NOBODY, articleIds }),
      blind: await listArticlesAnnotatedBlind(db, workspaceId),
      members: await listPeople(db, workspaceId),
      campaigns: await listCampaignsWithPasses(db, { workspaceId, articleIds }),
    };
  });
  for (const id of part?.filter.annotator ?? []) people.set(id, { id, name: part!.names[id] ?? id });
  for (const member of read.members) people.set(member.id, member);
  const revisions = read.revisions.filter(({ articleId }) => !read.blind.has(articleId));
  const { guideline, campaigns } = read;
  return {
    frozenAt,
    toolVersion: program.version,
    address: publicAddress(release.id),
    workspace,
    annotations,
    guideline,
    campaigns,
    revisions,
    pseudonymKey: await pseudonymKeyOf(release),
  };
}

/** How well the annotators agree. With pseudonyms they stand in the order of these: that of their own ids tells who is older. */
function agreementOf(
  revisions: readonly AnnotatedRevision[],
  people: readonly Person[] | null,
  { guideline, pseudonymKey }: Pick<FrozenAbout, 'guideline' | 'pseudonymKey'>,
): Agreement {
  const pseudonyms = people && pseudonymsOf(people, keyedHash(pseudonymKey));
  const shown = revisions.map((revision) => ({
    ...revision,
    passes: revision.passes
      .map((pass) => ({ ...pass, annotator: pseudonymised(pass.annotator, pseudonyms) }))
      .sort((x, y) => byId(x.annotator, y.annotator)),
  }));
  const titles = new Map(shown.map(({ articleId, title }) => [articleId, title]));
  return agreementFrom(agreementReport(shown, { ownAttributes: guideline.attributes }), titles);
}

/** People keep their pseudonyms from one release of a workspace to the next, unless another seed is chosen. */
async function pseudonymKeyOf({ workspaceId, options }: StoredRelease): Promise<string> {
  const secret = await pseudonymSecret();
  return createHmac('sha256', secret).update(`${workspaceId} ${options.seed}`).digest('hex');
}

/** Where the release can be had; null on an installation that only its own computer reaches. */
function publicAddress(id: string): string | null {
  const { origin, hostname } = new URL(env().NEXTAUTH_URL);
  return /^(localhost|127\.|\[::1\])/.test(hostname) ? null : `${origin}/api/v1/releases/${id}`;
}

/** What changed since the last release of the same name, which stays as it is. */
async function changesSince(
  release: StoredRelease,
): Promise<Pick<FrozenAbout, 'earlier' | 'changes' | 'earlierChangelog'>> {
  const earlier = await findEarlierRelease(database(), release);
  if (!earlier?.frozenAt) return { earlier: null, changes: null, earlierChangelog: null };
  const summary = emptyDiffSummary();
  const entries: DiffEntry[] = [];
  const diff = diffReleases(readFrozenDocuments(earlier.id), readFrozenDocuments(release.id), summary);
  for await (const entry of diff) if (entries.length < MOST_LISTED) entries.push(entry);
  return {
    earlier: {
      ...{ id: earlier.id, version: earlier.version, frozenAt: earlier.frozenAt },
      ...(!isSamePart(earlier.part, release.part) && {
        otherPart: (earlier.manifest as Manifest).part?.conditions ?? null,
      }),
    },
    changes: { summary, entries },
    earlierChangelog: await readReleaseText(earlier.id, 'files', 'CHANGELOG.md'),
  };
}
