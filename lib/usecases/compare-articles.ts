import 'server-only';
import { v5 } from 'uuid';
import { announceNotices } from '@/lib/data/announce';
import { selectAnnotations } from '@/lib/data/annotation-rows';
import { requireArticleMetadata } from '@/lib/data/articles';
import {
  countDueComparisons,
  type DueComparison,
  listCompared,
  listDueComparisons,
  listRegionsOf,
  markCompared,
  markTextsWhereNothingWasCompared,
} from '@/lib/data/comparisons';
import { database, transaction } from '@/lib/data/database';
import { insertNotifications } from '@/lib/data/notifications';
import { findPassages, type FoundPassage } from '@/lib/data/passages';
import { listCopyPairs } from '@/lib/data/prediction-rows';
import { insertLink, requireStoredLink } from '@/lib/data/proposition-links';
import { findRevisionText } from '@/lib/data/revision-text';
import { insertSettling, listThoseWhoFollow } from '@/lib/data/settling-proposals';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { Annotation } from '@/lib/domain/annotation';
import { copyGroups } from '@/lib/domain/copy-groups';
import type { Proposed as Report } from '@/lib/domain/proposition';
import type { Span } from '@/lib/domain/span';
import { isDecided } from '@/lib/domain/vocabulary';
import { chosenProposals, type Proposed } from '@/lib/suggest/chosen-proposals';
import { passagesOf } from '@/lib/suggest/passages';
import { proposalOf } from '@/lib/suggest/proposal';
import { relatedQuery } from '@/lib/suggest/related-query';
import { searchForm } from '@/lib/suggest/search-form';
import { type Settling, settlingOf } from '@/lib/suggest/settling';
import type { ReadStatement } from '@/lib/suggest/statement';
import type { Context } from './context';
import { indexPassages } from './index-passages';
import { type ComparedArticle, sentencesIn, statementOf } from './read-statements';
import { requestHash } from './request-hash';

/** Raised when statements are compared in another way: all are compared again, and what was decided stays. */
const WAY = 1;
/** Passages that an annotation, and a passage of a new text, are compared with. */
const MOST_PASSAGES = 60;
const MOST_MARKED_PASSAGES = 20;
/** Of a very long text so many passages are compared with the annotations. */
const MOST_PASSAGES_OF_TEXT = 150;
/** Passages of one article that are proposed for one prediction. */
const MOST_SETTLING = 2;

/** What a statement lies in: an annotation, or a passage that nobody has marked. */
type Place = { annotationId: string } | ({ revisionId: string } & Span);
interface Subject {
  statement: ReadStatement;
  place: Place;
}
interface Found {
  links: { subject: Subject; chosen: Proposed<Place> }[];
  settling: { annotation: Annotation; revisionId: string; span: Span; words: string; settling: Settling }[];
  /** Whether people are told: of what came with a new text, not of what they have just marked. */
  isNews: boolean;
}

/**
 * Compares what has not been compared yet, at most `limit` texts and annotations: proposes links between what different
 * articles say, and passages that may settle a prediction. What was proposed before, and what was rejected, is not
 * proposed again. Harmless when several do it at once.
 */
export async function compareArticles(
  workspaceId: string,
  { now, newId, limit }: Pick<Context, 'now' | 'newId'> & { limit: number },
): Promise<Report> {
  const db = database();
  await indexPassages(workspaceId);
  await markTextsWhereNothingWasCompared(db, workspaceId, WAY);
  const due = await listDueComparisons(db, workspaceId, WAY, limit);
  const groups =
    due.length > 0 ? copyGroups(await listCopyPairs(db, workspaceId)) : new Map<string, string>();
  const report = { compared: 0, links: 0, settling: 0 };
  for (const one of due) {
    const comparison = { workspaceId, groups, now, newId };
    const made = await (one.what === 'annotation'
      ? compareAnnotation(comparison, one)
      : compareText(comparison, one));
    report.compared++;
    report.links += made.links;
    report.settling += made.settling;
  }
  return { ...report, left: await countDueComparisons(db, workspaceId, WAY) };
}

interface Comparison extends Pick<Context, 'now' | 'newId'> {
  workspaceId: string;
  groups: ReadonlyMap<string, string>;
}

async function compareAnnotation(comparison: Comparison, { id }: DueComparison) {
  const db = database();
  const { workspaceId, groups } = comparison;
  const [annotation] = await selectAnnotations(db, 'WHERE a.id = $1::uuid', [id]);
  const text = annotation && (await findRevisionText(db, annotation.revisionId));
  if (!annotation || !text) return { links: 0, settling: 0 };
  const article = await requireArticleMetadata(db, annotation.articleId);
  const statement = statementOf(
    annotation,
    comparedArticle(groups, article.id, article.publishedAt),
    text.index,
  );
  const query = relatedQuery({
    words: statement.words,
    restated: annotation.claim?.normalized ?? null,
    sentence: statement.sentence,
    sources: [],
    title: '',
  });
  const found = await findPassages(db, workspaceId, annotation.articleId, { ...query, least: 0 });
  const passages = found.slice(0, MOST_PASSAGES);
  const others = [...(await sentencesOfPassages(groups, passages)), ...(await markedIn(groups, passages))];
  const subject = { statement, place: { annotationId: id } };
  const isOpen = annotation.kind === 'prediction' && !isDecided(annotation.status);
  const made = await store(comparison, {
    links: linksOf(subject, others),
    settling: isOpen ? settlingFor(annotation, statement, others) : [],
    isNews: false,
  });
  await markCompared(db, { what: 'annotation', id, version: annotation.version }, WAY);
  return made;
}

/** A new text, sentence by sentence, with the annotations of other articles that were compared before it came. */
async function compareText(comparison: Comparison, { id, articleId }: DueComparison) {
  const db = database();
  const { workspaceId, groups } = comparison;
  const text = (await findRevisionText(db, id))!;
  const { publishedAt } = await requireArticleMetadata(db, articleId);
  const article = comparedArticle(groups, articleId, publishedAt);
  const all: Found = { links: [], settling: [], isNews: true };
  const regions = await listRegionsOf(db, id);
  for (const passage of passagesOf(text.index, regions).slice(0, MOST_PASSAGES_OF_TEXT)) {
    const words = text.index.slice(passage.start, passage.end);
    const query = relatedQuery({ words, restated: null, sentence: '', sources: [], title: '' });
    const found = await findPassages(db, workspaceId, articleId, { ...query, least: 0 });
    const marked = found.filter(({ annotations }) => annotations.length > 0).slice(0, MOST_MARKED_PASSAGES);
    const annotations = await markedIn(groups, marked, true);
    for (const { statement, span } of sentencesIn(passage, article, text.index)) {
      const place = { revisionId: id, ...span };
      for (const one of annotations) {
        all.links.push(...linksOf(one, [{ statement, place }]));
        if (one.annotation.kind === 'prediction' && !isDecided(one.annotation.status))
          all.settling.push(...settlingFor(one.annotation, one.statement, [{ statement, place }]));
      }
    }
  }
  const made = await store(comparison, {
    ...all,
    links: fewPerStatement(all.links),
    settling: fewest(all.settling),
  });
  await markCompared(db, { what: 'revision', id }, WAY);
  return made;
}

const comparedArticle = (
  groups: ReadonlyMap<string, string>,
  articleId: string,
  publishedAt: string | null,
): ComparedArticle => ({ articleId, publishedAt, copyGroup: groups.get(articleId) ?? articleId });

async function sentencesOfPassages(
  groups: ReadonlyMap<string, string>,
  passages: readonly FoundPassage[],
): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const passage of passages) {
    const { articleId, publishedAt, revisionId } = passage;
    const { index } = (await findRevisionText(database(), revisionId))!;
    const article = comparedArticle(groups, articleId, publishedAt);
    for (const { statement, span } of sentencesIn(passage, article, index))
      found.push({ statement, place: { revisionId, ...span } });
  }
  return found;
}

/** The annotations that lie in passages; those that wait to be compared themselves are left out where asked. */
async function markedIn(
  groups: ReadonlyMap<string, string>,
  passages: readonly FoundPassage[],
  isComparedOnly = false,
): Promise<(Subject & { annotation: Annotation })[]> {
  const db = database();
  const ids = [...new Set(passages.flatMap(({ annotations }) => annotations.map(({ id }) => id)))];
  if (ids.length === 0) return [];
  const compared = isComparedOnly ? await listCompared(db, ids) : null;
  const annotations = await selectAnnotations(db, 'WHERE a.id = ANY($1::uuid[])', [
    ids.filter((id) => compared?.has(id) ?? true),
  ]);
  const days = new Map(passages.map(({ articleId, publishedAt }) => [articleId, publishedAt]));
  const found: (Subject & { annotation: Annotation })[] = [];
  for (const annotation of annotations) {
    const text = await findRevisionText(db, annotation.revisionId);
    if (!text) continue;
    const article = comparedArticle(groups, annotation.articleId, days.get(annotation.articleId) ?? null);
    const statement = statementOf(annotation, article, text.index);
    found.push({ statement, place: { annotationId: annotation.id }, annotation });
  }
  return found;
}

function linksOf(subject: Subject, others: readonly Subject[]): Found['links'] {
  const proposed = others.flatMap(({ statement, place }): Proposed<Place>[] => {
    const proposal = proposalOf(subject.statement, statement);
    if (!proposal) return [];
    const isMarked = 'annotationId' in place;
    return [
      { proposal, other: statement, ref: place, isMarked, fingerprint: fingerprintOf(subject, statement) },
    ];
  });
  return chosenProposals(proposed).map((chosen) => ({ subject, chosen }));
}

/** The same for the same two sentences, wherever they stand; of copies each pair of articles has its own. */
function fingerprintOf({ statement }: Subject, other: ReadStatement): string {
  const isCopy = statement.copyGroup === other.copyGroup;
  const names = [statement, other].map((one) =>
    isCopy ? `${one.articleId} ${searchForm(one.words)}` : searchForm(one.sentence),
  );
  return requestHash(names.sort());
}

/** Of all that a new text says about one statement the likeliest. */
function fewPerStatement(links: Found['links']): Found['links'] {
  const bySubject = new Map<string, Found['links']>();
  for (const link of links) {
    const key = searchForm(link.subject.statement.sentence);
    bySubject.set(key, [...(bySubject.get(key) ?? []), link]);
  }
  return [...bySubject.values()].flatMap((held) => {
    const chosen = new Set(chosenProposals(held.map((one) => one.chosen)));
    return held.filter((one) => chosen.has(one.chosen));
  });
}

function settlingFor(
  annotation: Annotation,
  statement: ReadStatement,
  others: readonly Subject[],
): Found['settling'] {
  const found = others.flatMap(({ statement: other, place }) => {
    if (!('revisionId' in place)) return [];
    const settling = settlingOf(statement, other);
    if (!settling) return [];
    const { revisionId, start, end } = place;
    return [{ annotation, revisionId, span: { start, end }, words: other.words, settling }];
  });
  return fewest(found);
}

/** The likeliest passages of each article for each prediction. */
function fewest(found: Found['settling']): Found['settling'] {
  const counts = new Map<string, number>();
  return [...found]
    .sort((a, b) => b.settling.score - a.settling.score)
    .filter(({ annotation, revisionId }) => {
      const key = `${annotation.id} ${revisionId}`;
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return count < MOST_SETTLING;
    });
}

async function store(comparison: Comparison, found: Found): Promise<{ links: number; settling: number }> {
  const { workspaceId, now, newId } = comparison;
  if (found.links.length === 0 && found.settling.length === 0) return { links: 0, settling: 0 };
  const told = new Set<string>();
  const made = await transaction(async (tx) => {
    const count = { links: 0, settling: 0 };
    for (const { subject, chosen } of found.links) {
      const { proposal, ref, fingerprint } = chosen;
      const [from, to] = proposal.isTurned ? [ref, subject.place] : [subject.place, ref];
      const id = newId();
      const isNew = await insertLink(tx, {
        id,
        workspaceId,
        type: proposal.type,
        origin: 'machine',
        reason: proposal.reason,
        score: proposal.score,
        fingerprint,
        requestHash: null,
        proposedById: null,
        sides: [
          { side: 'from', ...from },
          { side: 'to', ...to },
        ],
        now,
      });
      if (!isNew) continue;
      count.links++;
      await insertWorkspaceEvent(tx, {
        workspaceId,
        type: 'link_proposed',
        subjectId: id,
        before: null,
        after: await requireStoredLink(tx, id),
        requestHash: requestHash({ fingerprint }),
        actorId: null,
        now,
      });
    }
    for (const { annotation, revisionId, span, words, settling } of found.settling) {
      const isNew = await insertSettling(tx, {
        id: newId(),
        annotationId: annotation.id,
        revisionId,
        ...span,
        ...settling,
        fingerprint: requestHash(searchForm(words)),
        now,
      });
      if (!isNew) continue;
      count.settling++;
      if (!found.isNews) continue;
      const followers = await listThoseWhoFollow(tx, workspaceId, annotation.id);
      await insertNotifications(
        tx,
        { workspaceId, annotationId: annotation.id, comment: null, actorId: null, now },
        // One word of it per article, however many of its passages are proposed.
        followers.map((userId) => ({
          id: v5(`settling ${annotation.id} ${revisionId}`, userId),
          userId,
          kind: 'settling_article' as const,
        })),
      );
      for (const userId of followers) told.add(userId);
    }
    return count;
  });
  announceNotices([...told]);
  return made;
}
