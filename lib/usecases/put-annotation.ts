import 'server-only';
import { announce } from '@/lib/data/announce';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { findRequestHash } from '@/lib/data/annotations';
import { isBlindTo } from '@/lib/data/blind-reading';
import { database, isTakenId, type Prisma } from '@/lib/data/database';
import { lockOrInsertPass, readInPass } from '@/lib/data/passes';
import { type Annotation, type PutAnnotation, putAnnotationSchema } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { checkDeadlineRange } from '@/lib/domain/prediction-details';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canAnnotate } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type ArticleAccess, requireAnnotationInLayers, requireArticle } from './access';
import { beginWrite, passSubmitted } from './begin-write';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { makeAnnotation } from './make-annotation';
import { requestHash } from './request-hash';
import { reviseAnnotation } from './revise-annotation';

export interface Put {
  annotation: Annotation;
  outcome: 'created' | 'unchanged' | 'revised';
}

/**
 * Makes an annotation under the id that the client chose. The same request again changes nothing; another one for an
 * existing id is a revision and needs the version it was made on.
 */
export async function putAnnotation(
  context: Context,
  input: { id: string; ifMatch?: string | null; body: unknown },
): Promise<Result<Put, Failure>> {
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return err({ code: 'invalid_input', message: 'The id in the address must be a UUID.' });
  // What is invisible is refused before the body is looked at: the annotation that has the id and the article named.
  const known = await findRequestHash(database(), id.data);
  const held = known === null ? null : await requireAnnotationInLayers(context, id.data, canAnnotate);
  if (held && !held.ok) return held;
  const articleId = (input.body as { articleId?: unknown } | undefined)?.articleId;
  const access = await requireArticle(context, typeof articleId === 'string' ? articleId : '', canAnnotate);
  if (!access.ok && typeof articleId === 'string') return access;
  const body = parseInput(putAnnotationSchema, input.body);
  if (!body.ok) return body;
  if (!access.ok) return access;

  const ranged = checkDeadlineRange(body.value.prediction);
  if (!ranged.ok) return ranged;

  const hash = requestHash(body.value);
  if (known !== null)
    return putAgain(context, { id: id.data, ifMatch: input.ifMatch, body: body.value, hash, known });

  const outcome = await create(context, access.value, id.data, body.value, hash);
  if (outcome !== 'taken') return outcome;
  const winner = await findRequestHash(database(), id.data);
  return putAgain(context, {
    id: id.data,
    ifMatch: input.ifMatch,
    body: body.value,
    hash,
    known: winner ?? '',
  });
}

async function create(
  context: Context,
  access: ArticleAccess,
  id: string,
  body: PutAnnotation,
  hash: string,
): Promise<Result<Put, Failure> | 'taken'> {
  const { articleId } = access;
  if (!body.pass && isBlindTo(access, articleId)) return annotatesBlind;
  try {
    const written = await inTransaction<Annotation, Failure>(async (tx) => {
      const begun = await beginIn(context, tx, articleId, body.pass);
      if (!begun.ok) return begun;
      return makeAnnotation(tx, context, { access, id, body, hash, seq: begun.value });
    });
    if (!written.ok) return written;
    if (!body.pass) announce(articleId);
    return ok({ annotation: written.value, outcome: 'created' });
  } catch (error) {
    // The same PUT arrived twice at once, and the other one was first.
    if (isTakenId(error, 'annotation')) return 'taken';
    throw error;
  }
}

const annotatesBlind = err<Failure>({
  code: 'pass_open',
  message:
    'You are annotating this article blind, so what everybody sees of it is closed to you. Nothing was saved: mark it in your pass, or submit that first.',
});

/** The number of the event in the shared layer or in one's own pass, which is opened where there is none. */
async function beginIn(
  context: Context,
  tx: Prisma.TransactionClient,
  articleId: string,
  layer: PutAnnotation['pass'],
): Promise<Result<number, Failure>> {
  if (!layer) return beginWrite(tx, { articleId, pass: null });
  const pass = await lockOrInsertPass(tx, {
    id: context.newId(),
    articleId,
    annotatorId: context.actor.userId,
    now: context.now,
  });
  if (pass.state !== 'open') return passSubmitted;
  return beginWrite(tx, { articleId, pass: { id: pass.id, isOwn: true } });
}

async function putAgain(
  context: Context,
  again: {
    id: string;
    ifMatch?: string | null | undefined;
    body: PutAnnotation;
    hash: string;
    known: string;
  },
): Promise<Result<Put, Failure>> {
  const access = await requireAnnotationInLayers(context, again.id, canAnnotate);
  if (!access.ok) return access;
  if (again.known === again.hash) {
    const annotation = await readInPass(access.value, access.value.pass?.id ?? null, (db) =>
      requireStoredAnnotation(db, again.id),
    );
    return ok({ annotation, outcome: 'unchanged' });
  }
  if (access.value.articleId !== again.body.articleId)
    return err({
      code: 'invalid_input',
      message: 'An annotation cannot be moved to another article. Make a new one there.',
    });
  if ((access.value.pass !== null) !== (again.body.pass !== undefined))
    return err({
      code: 'invalid_input',
      message:
        'An annotation stays in its layer: one of a pass is sent with "pass": "mine", one that all see without.',
    });
  const { articleId: _, pass: __, ...given } = again.body;
  // A PUT says the whole annotation: details that it leaves out are empty.
  const change = { [given.kind]: EMPTY_DETAILS[given.kind], ...given };
  const revised = await reviseAnnotation(context, {
    id: again.id,
    ifMatch: again.ifMatch,
    body: change,
    isWhole: true,
  });
  return revised.ok ? ok({ annotation: revised.value, outcome: 'revised' }) : revised;
}
