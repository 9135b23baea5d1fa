import 'server-only';
import { findArticle, findArticleByText, listPublishers } from '@/lib/data/articles';
import { databaseFor } from '@/lib/data/blind-reading';
import { newArticleSchema } from '@/lib/domain/article';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { ReadArticle } from '@/lib/ingest/read-article';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { findKin, type Kin } from './find-kin';
import { checkRaw, readNewText } from './read-new-text';

export interface ImportPreview extends Kin {
  read: ReadArticle;
  duplicateOf: { id: string; title: string } | null;
}

/** What an import would take a text for, before anything is stored. */
export async function previewImport(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<ImportPreview, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const checked = checkRaw(input.body);
  if (!checked.ok) return checked;
  const body = parseInput(newArticleSchema, input.body);
  if (!body.ok) return body;
  const { raw = '', url, title, publisher } = body.value;
  const knownPublishers = await listPublishers(databaseFor(access.value), access.value.workspace.id);
  const text = readNewText(raw, { url, knownPublishers });
  if (!text.ok) return text;
  const db = databaseFor(access.value);
  const workspaceId = access.value.workspace.id;
  const { metadata } = text.value.read;
  const [kin, duplicateId] = await Promise.all([
    findKin(db, workspaceId, text.value, {
      title: title ?? metadata.title,
      publisher: publisher ?? metadata.publisher,
      url,
    }),
    findArticleByText(db, workspaceId, text.value.sha256),
  ]);
  const duplicate = duplicateId ? await findArticle(db, duplicateId) : null;
  return ok({
    ...kin,
    read: text.value.read,
    duplicateOf: duplicate && { id: duplicate.id, title: duplicate.title },
  });
}
