import 'server-only';
import {
  findArticle,
  findArticleByText,
  insertArticle,
  insertNearCopies,
  insertRevision,
  listPublishers,
  lockImports,
} from '@/lib/data/articles';
import { database } from '@/lib/data/database';
import { type Article, type MetadataBasis, type NewArticle, newArticleSchema } from '@/lib/domain/article';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { METADATA_FIELDS, type MetadataField } from '@/lib/ingest/article-metadata';
import { requireWorkspace, type WorkspaceAccess } from './access';
import { inSightOf } from './article-in-sight';
import type { Context } from './context';
import { findKin, type Kin } from './find-kin';
import { inTransaction } from './in-transaction';
import { checkRaw, type NewText, readNewText } from './read-new-text';

export interface Imported {
  article: Article;
  outcome: 'imported' | 'duplicate';
  /** Articles that the text may be a new revision of: worth a look before both are annotated. */
  revisionOf: Kin['revisionOf'];
}

/** What a title is made of where the text has no headline: its first words. */
const TITLE_LENGTH = 80;

/**
 * Stores a pasted text as a new article, whole: what is not article is labelled, not cut. What the request leaves out
 * is read from the text and marked as inferred. A text that the workspace has is not stored again.
 */
export async function importArticle(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<Imported, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const checked = checkRaw(input.body);
  if (!checked.ok) return checked;
  const body = parseInput(newArticleSchema, input.body);
  if (!body.ok) return body;
  if (body.value.raw === undefined)
    return err({
      code: 'invalid_input',
      message:
        'Send the article’s text as "raw". Fetching an address and reading HTML are not built yet: paste the text.',
    });
  const knownPublishers = await listPublishers(database(), access.value.workspace.id);
  const text = readNewText(body.value.raw, { ...body.value, knownPublishers });
  if (!text.ok) return text;
  return store(context, access.value, text.value, body.value);
}

async function store(
  context: Context,
  { workspace: { id: workspaceId }, ...reader }: WorkspaceAccess,
  text: NewText,
  given: NewArticle,
): Promise<Result<Imported, Failure>> {
  const metadata = metadataOf(text, given);
  const stored = await inTransaction<
    { id: string; outcome: Imported['outcome']; revisionOf: Kin['revisionOf'] },
    Failure
  >(async (tx) => {
    await lockImports(tx, workspaceId);
    const known = await findArticleByText(tx, workspaceId, text.sha256);
    if (known) return ok({ id: known, outcome: 'duplicate', revisionOf: [] });
    const kin = await findKin(tx, workspaceId, text, metadata);
    const id = context.newId();
    const createdAt = context.now;
    await insertArticle(tx, { id, workspaceId, createdAt, ...metadata });
    await insertRevision(tx, {
      ...revisionColumns(text),
      id: context.newId(),
      articleId: id,
      number: 1,
      createdAt,
    });
    await insertNearCopies(tx, id, kin.nearCopies);
    return ok({ id, outcome: 'imported', revisionOf: kin.revisionOf });
  });
  if (!stored.ok) return stored;
  const { id, outcome, revisionOf } = stored.value;
  const article = await findArticle(database(), id);
  if (!article) throw new Error(`article ${id} vanished`);
  return ok({ article: inSightOf(reader, article), outcome, revisionOf });
}

/** The columns of a revision that are computed from its text. */
export const revisionColumns = ({ text, original, sha256, length, regions, signature, bands }: NewText) => ({
  text,
  original,
  sha256,
  length,
  regions,
  signature,
  bands,
});

function metadataOf(text: NewText, given: NewArticle) {
  const { metadata } = text.read;
  const basis: Record<string, MetadataBasis> = { ...metadata.basis };
  const isCorrected = (field: MetadataField): boolean =>
    given[field] !== null && given[field] !== (metadata[field] ?? '');
  const valueOf = (field: MetadataField): string | null => (given[field] ?? metadata[field]) || null;
  for (const field of METADATA_FIELDS)
    if (isCorrected(field)) basis[field] = { basis: 'editor', words: null, span: null };
  const publishedAt = valueOf('publishedAt');
  const isDateGiven = isCorrected('publishedAt');
  return {
    title: valueOf('title') ?? firstWords(text.text),
    publisher: valueOf('publisher'),
    byline: valueOf('byline'),
    url: given.url,
    publishedAt,
    publishedAtPrecision: isDateGiven ? onlyFor(publishedAt, 'day' as const) : metadata.publishedAtPrecision,
    publishedAtBasis: isDateGiven ? onlyFor(publishedAt, 'editor' as const) : metadata.publishedAtBasis,
    language: valueOf('language'),
    basis,
    licence: given.licence || null,
    licenceUrl: given.licenceUrl,
    rightsHolder: given.rightsHolder || null,
    textAllowed: given.textAllowed,
  };
}

const onlyFor = <T>(day: string | null, what: T): T | null => (day === null ? null : what);

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0]!.trim();
  const characters = [...line];
  return characters.length <= TITLE_LENGTH
    ? line
    : `${characters.slice(0, TITLE_LENGTH).join('').trimEnd()}…`;
}
