import 'server-only';
import { findDecision, findDecisionRequest, requireStoredDecision } from '@/lib/data/adjudications';
import { announce, announceNotices } from '@/lib/data/announce';
import { lockArticle } from '@/lib/data/article-lock';
import { database, type Prisma } from '@/lib/data/database';
import {
  type AdjudicationDecision,
  type PutAdjudication,
  putAdjudicationSchema,
} from '@/lib/domain/adjudication/adjudication-schema';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { ArticleAccess } from './access';
import { requireAdjudication } from './adjudication-access';
import { type DecidedUnit, readUnits, type RevisionUnits } from './adjudication-units';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { type Wanted, wantedFromEdit, wantedFromMark, writeDecision } from './settle-marks';
import { tellAnnotators } from './tell-annotators';
import { requireVersion } from './version-guard';

export interface PutDecision {
  decision: AdjudicationDecision;
  outcome: 'created' | 'unchanged';
}

/**
 * Decides on one unit, under an id that the client chose. The same request again changes nothing. A unit that was decided
 * before takes the version of that decision in If-Match: it is superseded, and what it made is taken back.
 */
export async function putAdjudication(
  context: Context,
  input: { id: string; ifMatch?: string | null; body: unknown },
): Promise<Result<PutDecision, Failure>> {
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return err({ code: 'invalid_input', message: 'The id in the address must be a UUID.' });
  // What is invisible is refused before the body is looked at: the decision that has the id and the article named.
  const known = await findDecision(database(), id.data);
  const held = known && (await requireAdjudication(context, known.articleId));
  if (held && !held.ok) return held;
  const articleId = (input.body as { articleId?: unknown } | undefined)?.articleId;
  const access = await requireAdjudication(context, typeof articleId === 'string' ? articleId : '');
  if (!access.ok && typeof articleId === 'string') return access;
  const body = parseInput(putAdjudicationSchema, input.body);
  if (!body.ok) return body;
  if (!access.ok) return access;
  const base = input.ifMatch ? requireVersion(input.ifMatch) : ok(null);
  if (!base.ok) return base;
  return decide(context, access.value, { id: id.data, base: base.value, body: body.value });
}

interface Put {
  id: string;
  base: number | null;
  body: PutAdjudication;
}

async function decide(
  context: Context,
  access: ArticleAccess,
  put: Put,
): Promise<Result<PutDecision, Failure>> {
  const hash = requestHash(put.body);
  const written = await inTransaction<PutDecision & { told: string[] }, Failure>(async (tx) => {
    await lockArticle(tx, access.articleId);
    const known = await findDecisionRequest(tx, put.id);
    if (known !== null) {
      const decision = await requireStoredDecision(tx, put.id);
      return known === hash ? ok({ decision, outcome: 'unchanged', told: [] }) : idTaken;
    }
    const of = { articleIds: [access.articleId], userId: context.actor.userId };
    const found = unitOf(await readUnits(tx, of), put.body.annotationIds);
    if (!found.ok) return found;
    const { unit, revision } = found.value;
    const free = checkVersion(unit, put.base);
    if (!free.ok) return free;
    const wanted = await wantedOf(tx, context, access, { unit, body: put.body });
    if (!wanted.ok) return wanted;
    const taken = takenIn(put.body);
    const decision = await writeDecision(tx, context, access, {
      id: put.id,
      revisionId: revision.revisionId,
      outcome: put.body.outcome,
      note: put.body.note,
      hash,
      origins: unit.members.map(({ annotation }) => ({
        annotationId: annotation.id,
        isTaken: taken.includes(annotation.id),
      })),
      wanted: wanted.value,
      before: unit.decision,
    });
    if (!decision.ok) return decision;
    const told = await tellAnnotators(tx, context, access, await readUnits(tx, of));
    return ok({ decision: decision.value, outcome: 'created', told });
  });
  if (!written.ok) return written;
  const { told, decision, outcome } = written.value;
  announce(access.articleId);
  announceNotices(told);
  return ok({ decision, outcome });
}

/** The unit whose marks these are, all of them: a mark that was revealed meanwhile has not been seen. */
function unitOf(
  revisions: readonly RevisionUnits[],
  annotationIds: readonly string[],
): Result<{ unit: DecidedUnit; revision: RevisionUnits }, Failure> {
  const asked = new Set(annotationIds);
  for (const revision of revisions) {
    const unit = revision.units.find(({ members }) =>
      members.some(({ annotation }) => asked.has(annotation.id)),
    );
    if (!unit) continue;
    const ids = unit.members.map(({ annotation }) => annotation.id);
    if (ids.length === asked.size && ids.every((id) => asked.has(id))) return ok({ unit, revision });
    return err({
      code: 'unit_changed',
      message:
        'These are not all marks that belong together here: another pass was revealed meanwhile, or they are of several places. Nothing was saved: look again and decide.',
      current: ids,
    });
  }
  return err({
    code: 'invalid_input',
    message: 'annotationIds names no marks of a revealed pass on this article.',
  });
}

function checkVersion({ decision }: DecidedUnit, base: number | null): Result<null, Failure> {
  if ((decision?.version ?? null) === base) return ok(null);
  if (decision && base === null)
    return err({
      code: 'already_decided',
      message: `${decision.decidedBy.name} has decided on this already. Nothing was saved: look at that decision, and change it if you see it otherwise.`,
      current: decision,
    });
  return err({
    code: 'stale_version',
    message: 'Somebody changed this decision in the meantime. Nothing was saved: look again and decide.',
    current: decision,
  });
}

function takenIn({ outcome, take, annotationIds }: PutAdjudication): readonly string[] {
  return outcome === 'both' ? (take ?? annotationIds) : (take ?? []);
}

async function wantedOf(
  tx: Prisma.TransactionClient,
  context: Context,
  access: ArticleAccess,
  { unit, body }: { unit: DecidedUnit; body: PutAdjudication },
): Promise<Result<Wanted[], Failure>> {
  if (body.outcome === 'none' || body.outcome === 'disagreement') return ok([]);
  const taken = takenIn(body);
  if (body.outcome === 'edit') {
    const from = unit.members.find(({ annotation }) => annotation.id === taken[0]) ?? unit.members[0]!;
    const edited = await wantedFromEdit(tx, access, {
      annotation: body.annotation!,
      from: from.annotation,
      marks: unit.members.map(({ annotation }) => annotation),
      authorId: context.actor.userId,
    });
    return edited.ok ? ok([edited.value]) : edited;
  }
  const wanted: Wanted[] = [];
  for (const { annotation, annotatorId } of unit.members) {
    if (!taken.includes(annotation.id)) continue;
    const made = await wantedFromMark(tx, access.workspace.id, annotation, annotatorId);
    if (!made.ok) return made;
    wanted.push(made.value);
  }
  return ok(wanted);
}

const idTaken = err({
  code: 'id_taken',
  message: 'There is another decision of this id. Nothing was saved.',
});
