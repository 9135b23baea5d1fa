import 'server-only';
import { v5 } from 'uuid';
import { requireStoredAnnotation } from '@/lib/data/annotation-rows';
import { database, type Prisma } from '@/lib/data/database';
import {
  findAnnotationOn,
  findStoredLink,
  type MadeByConfirming,
  type StoredLink,
  type StoredSide,
  updateSide,
} from '@/lib/data/proposition-links';
import {
  findPropositionOf,
  insertProposition,
  lockGrouping,
  requireStoredProposition,
} from '@/lib/data/propositions';
import { findRevisionText } from '@/lib/data/revision-text';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { PropositionLink } from '@/lib/domain/proposition';
import { canDecideLink } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { changeLink } from './change-link';
import type { Context } from './context';
import { joinMembers } from './join-members';
import { requireOfPropositions } from './proposition-access';
import { putAnnotation } from './put-annotation';
import { requestHash } from './request-hash';

/** The longest proposition that is made of an annotation's words. */
const MOST_CHARACTERS = 1_000;

/**
 * Confirms a link. What it joins becomes propositions where it is none yet, and a passage that nobody has marked is
 * marked as a claim: reopening takes both back. Propositions that are the same are not merged but followed by readers,
 * so that nothing is lost when somebody thinks better of it.
 */
export async function confirmLink(
  context: Context,
  input: { id: string; ifMatch?: string | null },
): Promise<Result<PropositionLink, Failure>> {
  const access = await requireOfPropositions(context, 'proposition_link', input.id, canDecideLink);
  if (!access.ok) return access;
  const marked = await markPassages(context, access.value.id, input.ifMatch ?? null);
  if (!marked.ok) return marked;
  return changeLink(context, input, 'confirmed', (tx, { link, access: { workspace } }) =>
    joinSides(tx, context, { link, workspaceId: workspace.id, marked: marked.value }),
  );
}

interface Marked {
  side: StoredSide['side'];
  annotationId: string;
  isNew: boolean;
}

/**
 * An annotation for each side that is a bare passage: the one that lies there, or a new claim. Its id is made of the
 * link and the version that was seen, so that a repeated request finds it.
 */
async function markPassages(
  context: Context,
  linkId: string,
  ifMatch: string | null,
): Promise<Result<Marked[], Failure>> {
  const db = database();
  const link = await findStoredLink(db, linkId);
  // Whoever saw another version is refused by the change itself, and nothing is marked for them.
  if (!link || link.state === 'confirmed' || !ifMatch?.includes(String(link.version))) return ok([]);
  const marked: Marked[] = [];
  for (const one of link.sides) {
    if (one.propositionId || one.annotationId || !one.revisionId) continue;
    const passage = { revisionId: one.revisionId, start: one.start!, end: one.end! };
    const id = v5(`${one.side} of version ${link.version}`, link.id);
    const found = await findAnnotationOn(db, passage);
    if (found) {
      // Made by this very request, when it was sent before and did not come to its end.
      marked.push({ side: one.side, annotationId: found, isNew: found === id });
      continue;
    }
    const text = (await findRevisionText(db, one.revisionId))!;
    const { start, end } = passage;
    const put = await putAnnotation(context, {
      id,
      body: {
        articleId: text.articleId,
        revisionId: one.revisionId,
        kind: 'claim',
        spans: [{ start, end, exact: text.index.slice(start, end) }],
      },
    });
    if (!put.ok) return put;
    marked.push({ side: one.side, annotationId: id, isNew: true });
  }
  return ok(marked);
}

async function joinSides(
  tx: Prisma.TransactionClient,
  context: Context,
  { link, workspaceId, marked }: { link: StoredLink; workspaceId: string; marked: readonly Marked[] },
): Promise<Result<MadeByConfirming, Failure>> {
  const made: MadeByConfirming = {
    propositions: [],
    annotations: marked.filter(({ isNew }) => isNew).map(({ annotationId }) => annotationId),
    members: [],
  };
  const joined: string[] = [];
  for (const one of [...link.sides].sort((a, b) => (a.side < b.side ? -1 : 1))) {
    const annotationId = one.annotationId ?? marked.find(({ side }) => side === one.side)?.annotationId;
    const propositionId =
      one.propositionId ??
      (annotationId ? await propositionFor(tx, context, { annotationId, workspaceId, made }) : null);
    if (!propositionId) return passageGone;
    joined.push(propositionId);
    await updateSide(tx, link.id, {
      side: one.side,
      propositionId,
      annotationId: annotationId ?? null,
    });
  }
  return joined[0] === joined[1] ? oneAlready : ok(made);
}

/** The proposition that an annotation is in, or one of its own. */
async function propositionFor(
  tx: Prisma.TransactionClient,
  context: Context,
  { annotationId, workspaceId, made }: { annotationId: string; workspaceId: string; made: MadeByConfirming },
): Promise<string> {
  // Two who confirm links of one annotation at once find the same proposition.
  await lockGrouping(tx, annotationId);
  const held = await findPropositionOf(tx, annotationId);
  if (held) return held;
  const annotation = await requireStoredAnnotation(tx, annotationId);
  const id = context.newId();
  const words = (annotation.claim?.normalized ?? wordsOf(annotation)).slice(0, MOST_CHARACTERS);
  const hash = requestHash({ of: annotationId });
  const { userId } = context.actor;
  await insertProposition(tx, {
    id,
    workspaceId,
    words,
    authorId: userId,
    requestHash: hash,
    now: context.now,
  });
  await joinMembers(tx, context, { workspaceId, propositionId: id, annotationIds: [annotationId], hash });
  await insertWorkspaceEvent(tx, {
    workspaceId,
    type: 'proposition_made',
    subjectId: id,
    before: null,
    after: await requireStoredProposition(tx, id),
    requestHash: hash,
    actorId: userId,
    now: context.now,
  });
  made.propositions.push(id);
  made.members.push(annotationId);
  return id;
}

const passageGone = err({
  code: 'invalid_input',
  message: 'The passage has changed since this was proposed. Nothing was changed; load the page again.',
});
const oneAlready = err({
  code: 'invalid_input',
  message:
    'Both sides belong to one proposition by now. Take one of them out of it first; nothing was changed.',
});
