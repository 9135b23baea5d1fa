import 'server-only';
import { blindTo, databaseFor, isBlindTo, NOBODY_BLIND, type Reader } from '@/lib/data/blind-reading';
import { database } from '@/lib/data/database';
import { passVisibleTo } from '@/lib/data/passes';
import { findShownSource } from '@/lib/data/sources';
import { slugSchema, uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/vocabulary';
import type { WrittenLayer } from './begin-write';
import type { Actor, Context } from './context';

export type AccessRefusal = Failure<'not_found' | 'forbidden'>;

/** What is read on behalf of the actor is read as the {@link Reader} that this is. */
export interface WorkspaceAccess extends Reader {
  workspace: { id: string; slug: string; name: string; timeZone: string };
  standing: Standing;
}
export interface ArticleAccess extends WorkspaceAccess {
  articleId: string;
}
export interface SourceAccess extends WorkspaceAccess {
  sourceId: string;
}
export interface AnnotationAccess extends ArticleAccess {
  annotationId: string;
  /** The pass that it is in, where that was asked for; else it is in the shared layer. */
  pass?: WrittenLayer['pass'];
}

type Right = (standing: Standing) => boolean;

interface Row {
  workspace_id: string;
  slug: string;
  name: string;
  time_zone: string;
  role: Role | null;
  blind_to: string[];
  id: string;
}

/** The same words for what is not there and for what may not be seen (invariant 10). */
const notFound = (what: string): { ok: false; error: AccessRefusal } =>
  err({ code: 'not_found', message: `There is no such ${what}, or you have no access to it.` });

const WORKSPACE_COLUMNS = `w.id AS workspace_id, w.slug, w.name, w.time_zone, m.role, ${blindTo('$2')} AS blind_to`;
const MEMBERSHIP = 'LEFT JOIN membership m ON m.workspace_id = w.id AND m.user_id = $2::uuid';

export async function requireWorkspace(
  { actor }: Pick<Context, 'actor'>,
  slug: string,
  right: Right,
): Promise<Result<WorkspaceAccess, AccessRefusal>> {
  if (!slugSchema.safeParse(slug).success) return notFound('workspace');
  const [row] = await database().$queryRawUnsafe<Row[]>(
    `SELECT ${WORKSPACE_COLUMNS}, w.id FROM workspace w ${MEMBERSHIP} WHERE w.slug = $1`,
    slug,
    actor.userId,
  );
  const access = accessFrom(actor, row, right, 'workspace');
  return access.ok ? ok(access.value.access) : access;
}

export async function requireArticle(
  { actor }: Pick<Context, 'actor'>,
  articleId: string,
  right: Right,
): Promise<Result<ArticleAccess, AccessRefusal>> {
  const id = uuidSchema.safeParse(articleId);
  if (!id.success) return notFound('article');
  const [row] = await database().$queryRawUnsafe<Row[]>(
    `SELECT ${WORKSPACE_COLUMNS}, t.id FROM article t JOIN workspace w ON w.id = t.workspace_id ${MEMBERSHIP} WHERE t.id = $1::uuid`,
    id.data,
    actor.userId,
  );
  const access = accessFrom(actor, row, right, 'article');
  return access.ok ? ok({ ...access.value.access, articleId: access.value.id }) : access;
}

/** A source by its id, also one that was merged. */
export async function requireSource(
  { actor }: Pick<Context, 'actor'>,
  sourceId: string,
  right: Right,
): Promise<Result<SourceAccess, AccessRefusal>> {
  const id = uuidSchema.safeParse(sourceId);
  if (!id.success) return notFound('source');
  const [row] = await database().$queryRawUnsafe<Row[]>(
    `SELECT ${WORKSPACE_COLUMNS}, s.id FROM source s JOIN workspace w ON w.id = s.workspace_id ${MEMBERSHIP} WHERE s.id = $1::uuid`,
    id.data,
    actor.userId,
  );
  const access = accessFrom(actor, row, right, 'source');
  if (!access.ok) return access;
  const { access: reader, id: known } = access.value;
  // The views show it; those of somebody who annotates blind may not.
  const isShown =
    reader.blindTo.length === 0 || (await findShownSource(databaseFor(reader), reader.workspace.id, known));
  return isShown ? ok({ ...reader, sourceId: known }) : notFound('source');
}

/**
 * An annotation of the shared layer: those of passes are not there for what is done with it, and for whoever annotates
 * the article blind none is.
 */
export async function requireAnnotation(
  { actor }: Pick<Context, 'actor'>,
  annotationId: string,
  right: Right,
): Promise<Result<AnnotationAccess, AccessRefusal>> {
  const id = uuidSchema.safeParse(annotationId);
  if (!id.success) return notFound('annotation');
  const [row] = await database().$queryRawUnsafe<Row[]>(
    `SELECT ${WORKSPACE_COLUMNS}, t.id FROM annotation a JOIN article t ON t.id = a.article_id
     JOIN workspace w ON w.id = t.workspace_id ${MEMBERSHIP} WHERE a.id = $1::uuid`,
    id.data,
    actor.userId,
  );
  const access = accessFrom(actor, row && inSight(actor, row), right, 'annotation');
  return access.ok
    ? ok({ ...access.value.access, articleId: access.value.id, annotationId: id.data })
    : access;
}

/** An annotation of the shared layer, as for {@link requireAnnotation}, or of a pass that the actor may see. */
export async function requireAnnotationInLayers(
  { actor }: Pick<Context, 'actor'>,
  annotationId: string,
  right: (standing: Standing, annotation: { isInPass: boolean }) => boolean,
): Promise<Result<AnnotationAccess & { pass: WrittenLayer['pass'] }, AccessRefusal>> {
  const id = uuidSchema.safeParse(annotationId);
  if (!id.success) return notFound('annotation');
  const [row] = await database().$queryRawUnsafe<(Row & { pass_id: string | null; is_own: boolean })[]>(
    `SELECT ${WORKSPACE_COLUMNS}, t.id, p.id AS pass_id, p.annotator_id = $2::uuid AS is_own
     FROM every_annotation a JOIN article t ON t.id = a.article_id
     JOIN workspace w ON w.id = t.workspace_id ${MEMBERSHIP} LEFT JOIN pass p ON p.id = a.pass_id
     WHERE a.id = $1::uuid AND (a.layer = 'shared' OR ${passVisibleTo('$2')})`,
    id.data,
    actor.userId,
  );
  const isInPass = Boolean(row?.pass_id);
  const shown = row && (isInPass ? row : inSight(actor, row));
  const access = accessFrom(actor, shown, (standing) => right(standing, { isInPass }), 'annotation');
  if (!access.ok) return access;
  const pass = row?.pass_id ? { id: row.pass_id, isOwn: row.is_own } : null;
  return ok({ ...access.value.access, articleId: access.value.id, annotationId: id.data, pass });
}

/** The row of something in an article's shared layer, unless the actor annotates that article blind. */
const inSight = (actor: Actor, row: Row): Row | undefined =>
  isBlindTo(readerFrom(actor, row), row.id) ? undefined : row;

const readerFrom = (actor: Actor, row: Row): Reader =>
  actor.isCommand ? NOBODY_BLIND : { blindTo: row.blind_to };

function accessFrom(
  actor: Actor,
  row: Row | undefined,
  right: Right,
  what: string,
): Result<{ access: WorkspaceAccess; id: string }, AccessRefusal> {
  const isElsewhere = actor.tokenWorkspaceId !== null && actor.tokenWorkspaceId !== row?.workspace_id;
  if (!row || row.role === null || isElsewhere) return notFound(what);
  const standing: Standing = { userId: actor.userId, role: row.role, scope: actor.scope };
  if (!right(standing))
    return err({
      code: 'forbidden',
      message:
        actor.scope === 'read'
          ? 'This token may only read. Make one with the scope "write".'
          : `As ${row.role} of this workspace you may not do this. Ask an owner for another role.`,
    });
  const workspace = { id: row.workspace_id, slug: row.slug, name: row.name, timeZone: row.time_zone };
  return ok({ access: { workspace, standing, ...readerFrom(actor, row) }, id: row.id });
}
