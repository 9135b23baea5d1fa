import 'server-only';
import { database } from '@/lib/data/database';
import { insertLink, lockLink, requireStoredLink, type StoredSide } from '@/lib/data/proposition-links';
import { findWorkspaceSlugOf, listShownAnnotationIds } from '@/lib/data/propositions';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { uuidSchema } from '@/lib/domain/ids';
import { parseInput } from '@/lib/domain/parse-input';
import { canGroup } from '@/lib/domain/policy';
import { type LinkEnd, type PropositionLink, type PutLink, putLinkSchema } from '@/lib/domain/proposition';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation, type WorkspaceAccess } from './access';
import { asSeenBy } from './as-seen-by';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requireOfPropositions } from './proposition-access';
import { requestHash } from './request-hash';

interface Put {
  link: PropositionLink;
  outcome: 'created' | 'unchanged';
}

/** Says how two propositions, or two annotations, stand to each other. An editor confirms it. The same again changes nothing. */
export async function putPropositionLink(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<Put, Failure>> {
  const id = uuidSchema.safeParse(input.id);
  if (!id.success) return err({ code: 'invalid_input', message: 'The id in the address must be a UUID.' });
  // What is invisible is refused before the body is looked at: the link that has the id, and what the body joins.
  const isKnown = (await findWorkspaceSlugOf(database(), 'proposition_link', id.data)) !== null;
  const held = isKnown ? await requireOfPropositions(context, 'proposition_link', id.data, canGroup) : null;
  if (held && !held.ok) return held;
  const ends = await requireEnds(context, input.body);
  if (ends && !ends.ok) return ends;
  const body = parseInput(putLinkSchema, input.body);
  if (!body.ok) return body;
  if (!ends) return notTogether;
  const hash = requestHash(body.value);
  const { from, to } = ends.value;
  if (from.workspace.id !== to.workspace.id) return notTogether;
  if (requestHash(body.value.from) === requestHash(body.value.to)) return notItself;
  const put = await store(context, from.workspace.id, { id: id.data, hash, given: body.value });
  return asSeenBy(from, put, async (db, { link, outcome }) => ({
    link: await requireStoredLink(db, link.id),
    outcome,
  }));
}

/** Both ends as far as the body names them, asked for in its order. */
async function requireEnds(
  context: Context,
  body: unknown,
): Promise<Result<{ from: WorkspaceAccess; to: WorkspaceAccess }, Failure> | null> {
  const given = body as { from?: Partial<Record<string, unknown>>; to?: Partial<Record<string, unknown>> };
  const found: WorkspaceAccess[] = [];
  for (const end of [given?.from, given?.to]) {
    const propositionId = end?.propositionId;
    const annotationId = end?.annotationId;
    const access =
      typeof propositionId === 'string'
        ? await requireOfPropositions(context, 'proposition', propositionId, canGroup)
        : typeof annotationId === 'string'
          ? await requireAnnotation(context, annotationId, canGroup)
          : null;
    if (access === null) return null;
    if (!access.ok) return access;
    found.push(access.value);
  }
  return ok({ from: found[0]!, to: found[1]! });
}

async function store(
  context: Context,
  workspaceId: string,
  { id, hash, given }: { id: string; hash: string; given: PutLink },
): Promise<Result<Put, Failure>> {
  return inTransaction<Put, Failure>(async (tx) => {
    const annotations = [given.from, given.to].flatMap((end) =>
      'annotationId' in end ? end.annotationId : [],
    );
    const shown = await listShownAnnotationIds(tx, workspaceId, annotations);
    if (annotations.some((annotationId) => !shown.has(annotationId))) return notShown;
    const isNew = await insertLink(tx, {
      id,
      workspaceId,
      type: given.type,
      origin: 'person',
      reason: given.reason,
      score: 1,
      fingerprint: `person ${id}`,
      requestHash: hash,
      proposedById: context.actor.userId,
      sides: [sideFrom('from', given.from), sideFrom('to', given.to)],
      now: context.now,
    });
    const link = await requireStoredLink(tx, id);
    if (!isNew) {
      const known = await lockLink(tx, id);
      return known?.requestHash === hash ? ok({ link, outcome: 'unchanged' }) : idTaken;
    }
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type: 'link_proposed',
      subjectId: id,
      before: null,
      after: link,
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    });
    return ok({ link, outcome: 'created' });
  });
}

const sideFrom = (side: StoredSide['side'], end: LinkEnd) =>
  'propositionId' in end
    ? { side, propositionId: end.propositionId }
    : { side, annotationId: end.annotationId };

const notTogether = err({
  code: 'invalid_input',
  message: 'Both sides of a link must be of one workspace. Nothing was saved.',
});
const notShown = err({
  code: 'invalid_input',
  message: 'Only annotations of the shared layer that are not deleted can be linked. Nothing was saved.',
});
const notItself = err({
  code: 'invalid_input',
  message: 'A proposition cannot be linked to itself. Nothing was saved.',
});
const idTaken = err({ code: 'id_taken', message: 'There is another link of this id. Nothing was saved.' });
