import 'server-only';
import { listAnnotations } from '@/lib/data/annotations';
import { findArticle, findArticleByText, listPublishers } from '@/lib/data/articles';
import { databaseFor, snapshotFor } from '@/lib/data/blind-reading';
import { currentRevisionText } from '@/lib/data/revision-text';
import { newRevisionSchema } from '@/lib/domain/article';
import { carriedOver } from '@/lib/domain/carry-over';
import { changesInContext, paragraphDiffOf } from '@/lib/domain/paragraph-diff';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { RevisionPreview } from '@/lib/domain/revision-preview';
import { textChangeOf } from '@/lib/domain/text-diff';
import { requireArticle } from './access';
import type { Context } from './context';
import { checkRaw, readNewText } from './read-new-text';

/** What a text would do as a new revision: what `addRevision` decides, and nothing is written. */
export async function previewRevision(
  context: Context,
  input: { articleId: string; body: unknown },
): Promise<Result<RevisionPreview, Failure>> {
  const access = await requireArticle(context, input.articleId, canImport);
  if (!access.ok) return access;
  const checked = checkRaw(input.body);
  if (!checked.ok) return checked;
  const body = parseInput(newRevisionSchema, input.body);
  if (!body.ok) return body;
  const { articleId, workspace } = access.value;
  const knownPublishers = await listPublishers(databaseFor(access.value), workspace.id);
  const text = readNewText(body.value.raw, { ...body.value, knownPublishers });
  if (!text.ok) return text;

  const { current, annotations, otherId } = await snapshotFor(access.value, async (tx) => ({
    current: await currentRevisionText(tx, articleId),
    annotations: await listAnnotations(tx, articleId),
    otherId: await findArticleByText(tx, workspace.id, text.value.sha256),
  }));
  const carried = carriedOver(textChangeOf(current.text, text.value.text), current.id, annotations);
  const counts: RevisionPreview['counts'] = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
  for (const { state } of carried) counts[state]++;
  const other =
    otherId && otherId !== articleId ? await findArticle(databaseFor(access.value), otherId) : null;
  const isSame = current.text === text.value.text;
  return ok({
    number: current.number + 1,
    outcome: isSame ? 'unchanged' : other ? 'elsewhere' : 'new',
    elsewhere: other && { id: other.id, title: other.title },
    paragraphs: changesInContext(paragraphDiffOf(current.text, text.value.text)),
    counts,
    annotations: carried.filter(({ state }) => state === 'changed' || state === 'orphaned'),
  });
}
