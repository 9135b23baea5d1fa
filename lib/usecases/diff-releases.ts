import 'server-only';
import { z } from 'zod';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canRead } from '@/lib/domain/policy';
import { isSamePart, type ReleasePart } from '@/lib/domain/release-part';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type DiffEntry, type DiffSummary, diffReleases, emptyDiffSummary } from '@/lib/release/diff';
import type { Context } from './context';
import { readFrozenDocuments } from './frozen-release';
import { checkNotBlindTo, requireRelease } from './release-access';

export const releaseDiffQuerySchema = z.object({
  with: uuidSchema.describe('The release that is compared with, of the same workspace; the earlier one.'),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000).describe('Changes told one by one.'),
});

interface ComparedRelease {
  id: string;
  name: string;
  version: string;
  part: ReleasePart | null;
}

export interface ReleaseDiff {
  from: ComparedRelease;
  to: ComparedRelease;
  /** Whether they hold different parts of the workspace: then not all that differs has changed. */
  isOtherPart: boolean;
  summary: DiffSummary;
  /** In the order of the articles; the summary counts all of them. */
  items: DiffEntry[];
  /** How many changes are only counted. */
  more: number;
}

/** What changed from one release to another, annotation by annotation, told by what was frozen of both. */
export async function diffReleasesOf(
  context: Context,
  input: { id: string; query: unknown },
): Promise<Result<ReleaseDiff, Failure>> {
  const access = await requireRelease(context, input.id, canRead);
  if (!access.ok) return access;
  const query = parseInput(releaseDiffQuerySchema, input.query);
  if (!query.ok) return query;
  const other = await requireRelease(context, query.value.with, canRead);
  if (!other.ok) return other;
  const [to, from] = [access.value.release, other.value.release];
  if (to.workspaceId !== from.workspaceId)
    return err({ code: 'invalid_input', message: 'with: This release is of another workspace.' });
  if (to.state !== 'ready' || from.state !== 'ready')
    return err({ code: 'not_ready', message: 'One of the releases is not ready yet. Try again when it is.' });
  for (const release of [from, to]) {
    const allowed = await checkNotBlindTo(context, release, 'CHANGELOG.md');
    if (!allowed.ok) return allowed;
  }
  const summary = emptyDiffSummary();
  const items: DiffEntry[] = [];
  let more = 0;
  for await (const entry of diffReleases(readFrozenDocuments(from.id), readFrozenDocuments(to.id), summary))
    if (items.length < query.value.limit) items.push(entry);
    else more++;
  return ok({
    from: compared(from),
    to: compared(to),
    isOtherPart: !isSamePart(from.part, to.part),
    summary,
    items,
    more,
  });
}

const compared = ({ id, name, version, part }: ComparedRelease): ComparedRelease => ({
  id,
  name,
  version,
  part,
});
