import 'server-only';
import { type AnnotationFilter, attributesOfFilter, NO_LICENCE_SAID } from '@/lib/domain/annotation-filter';
import { FULL_TEXT_LICENCE } from '@/lib/domain/licence';
import { wordsSought } from '@/lib/domain/words-sought';
import { passVisibleTo, passVisibleToAll } from './passes';
import { predictionStateAt } from './predictions';
import type { StatementValues } from './statement-values';
import { COUNTS, countsUntil } from './verifications';

/** A filter with what it is asked in: by whom, and in which workspace, zone and day. */
export interface AskedFilter {
  filter: AnnotationFilter;
  /** Who asks: passes that this person may not see count for nothing. Null for what all are to see. */
  userId: string | null;
  timeZone: string;
  today: string;
}

/** Null or undefined where the filter does not ask. */
type Condition = (values: StatementValues) => string | null | undefined;

/**
 * The filter as SQL that is true of an `annotation a` of `article t`, and the SQL twin of what the words of a filter mean.
 * `workspace` is the place of the workspace's id among the values, to which those of the filter are added.
 */
export function filterCondition(
  { filter, userId, timeZone, today }: AskedFilter,
  workspace: string,
  values: StatementValues,
): string {
  const isOneOf = (expression: string, words: readonly string[] | undefined): Condition => {
    return (all) => words && `${expression} = ANY(${all.named([...words], 'text[]')})`;
  };
  const asks = (all: StatementValues) => (userId === null ? null : all.named(userId, 'uuid'));
  const conditions: Condition[] = [
    isOneOf('a.kind', filter.kind),
    isOneOf('a.status', filter.status),
    isOneOf('a.anchor_state', filter.anchor),
    (all) => filter.article && `a.article_id = ANY(${all.named([...filter.article], 'uuid[]')})`,
    (all) => filter.annotator && `a.author_id = ANY(${all.named([...filter.annotator], 'uuid[]')})`,
    (all) => filter.tag && `a.tags && ${all.named([...filter.tag], 'text[]')}`,
    (all) => filter.allTags && `a.tags @> ${all.named([...filter.allTags], 'text[]')}`,
    isOneOf(CHECKWORTHY, filter.checkworthy),
    (all) => range(() => 'a.deadline', filter.deadlineFrom, filter.deadlineTo, all),
    (all) => range(() => 't.published_at', filter.publishedFrom, filter.publishedTo, all),
    (all) => range(() => dayIn('a.created_at', timeZone, all), filter.madeFrom, filter.madeTo, all),
    (all) => range(() => dayIn('a.updated_at', timeZone, all), filter.changedFrom, filter.changedTo, all),
    (all) =>
      filter.prediction &&
      `a.kind = 'prediction' AND ${predictionStateAt(all, today)} = ANY(${all.named([...filter.prediction], 'text[]')})`,
    (all) => filter.publisher && anyOf(filter.publisher, (words) => holdsWords('t.publisher', words, all)),
    (all) => filter.source && anyOf(filter.source, (source) => sourceCondition(source, workspace, all)),
    () => presence(HAS_ATTRIBUTION, filter.attribution),
    () => presence(HAS_EVIDENCE, filter.evidence),
    (all) =>
      filter.factCheck && factCheckCondition(all.named([...filter.factCheck], 'text[]'), filter.factCheck),
    isOneOf(`coalesce(t.licence, '${NO_LICENCE_SAID}')`, filter.licence),
    isOneOf(ALLOWED_TEXT, filter.allowedText),
    isOneOf(GUIDELINE, filter.guideline),
    (all) =>
      filter.campaign &&
      `a.article_id IN (SELECT c.article_id FROM campaign_article c WHERE c.campaign_id = ANY(${all.named([...filter.campaign], 'uuid[]')}))`,
    ...attributesOfFilter(filter).map(
      ({ key, values: meant }): Condition =>
        (all) =>
          `a.attributes ->> ${all.named(key, 'text')} = ANY(${all.named([...meant], 'text[]')})`,
    ),
    (all) => filter.words && allOf(filter.words.flatMap(wordsSought), (words) => wordsCondition(words, all)),
    (all) =>
      filter.adjudication &&
      `${adjudicationOf(asks(all))} = ANY(${all.named([...filter.adjudication], 'text[]')})`,
    (all) => filter.passes && `${passAgreement(asks(all))} = ANY(${all.named([...filter.passes], 'text[]')})`,
  ];
  return conditions.flatMap((condition) => condition(values) ?? []).join(' AND ') || 'true';
}

const anyOf = (items: readonly string[], condition: (item: string) => string): string =>
  `(${items.map(condition).join(' OR ')})`;
const allOf = (items: readonly string[], condition: (item: string) => string): string =>
  items.map(condition).join(' AND ') || 'true';

/** From one day to another, both included; what has no day is in no range. */
function range(
  dayOf: () => string,
  from: string | undefined,
  to: string | undefined,
  values: StatementValues,
): string | null {
  if (from === undefined && to === undefined) return null;
  const day = dayOf();
  const ends = [
    from && `${day} >= ${values.named(from, 'date')}`,
    to && `${day} <= ${values.named(to, 'date')}`,
  ];
  return ends.filter(Boolean).join(' AND ');
}

const dayIn = (instant: string, timeZone: string, values: StatementValues): string =>
  `(${instant} AT TIME ZONE ${values.named(timeZone, 'text')})::date`;

/**
 * Case, accents and the shape of quotation marks and hyphens do not count: both sides go through one function. What is
 * looked for is a constant to the planner, which then knows whether the words are rare.
 */
const holdsWords = (text: string, words: string, values: StatementValues): string =>
  foldedHolds(`folded_words(${text})`, words, values);
const foldedHolds = (folded: string, words: string, values: StatementValues): string =>
  `${folded} LIKE words_pattern(${values.named(words, 'text')})`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A source by its id, or by words of any of its names; whatever was merged stands for what it was merged into. */
function sourceCondition(source: string, workspace: string, values: StatementValues): string {
  const isMeant = UUID.test(source)
    ? `s.id = ${values.named(source, 'uuid')}`
    : `(${holdsWords('s.name', source, values)} OR EXISTS (SELECT 1 FROM source_alias l WHERE l.source_id = s.id
        AND ${holdsWords('l.name', source, values)}))`;
  return `EXISTS (SELECT 1 FROM attribution_hop h WHERE h.annotation_id = a.id AND h.source_id IN (
    SELECT coalesce(s.survivor_id, s.id) FROM source s WHERE s.workspace_id = ${workspace} AND ${isMeant}))`;
}

const wordsCondition = (words: string, values: StatementValues): string =>
  `EXISTS (SELECT 1 FROM anchor_span w WHERE w.annotation_id = a.id AND w.revision_id = a.revision_id
    AND ${foldedHolds('w.folded', words, values)})`;

const CHECKWORTHY = `CASE WHEN a.kind = 'claim' THEN
  CASE a.claim_checkworthy WHEN true THEN 'yes' WHEN false THEN 'no' ELSE 'unsaid' END END`;
const HAS_ATTRIBUTION = `EXISTS (SELECT 1 FROM attribution_hop h WHERE h.annotation_id = a.id)`;
/** The decision that the status rests on, which is the last one unless the words have changed since, names evidence. */
const HAS_EVIDENCE = `EXISTS (SELECT 1 FROM verification v JOIN evidence e ON e.verification_id = v.id
  WHERE v.annotation_id = a.id AND v.status = a.status AND a.recheck_since IS NULL AND ${COUNTS}
    AND NOT EXISTS (SELECT 1 FROM verification later WHERE later.annotation_id = v.annotation_id AND later.seq > v.seq
      AND ${countsUntil('NULL::timestamptz', 'later')}))`;
/** A fact check in one of the states, or none at all where that is meant too. */
const factCheckCondition = (states: string, meant: readonly string[]): string => {
  const inOther = (is: string): string =>
    `EXISTS (SELECT 1 FROM fact_check f WHERE f.annotation_id = a.id AND ${is})`;
  return meant.includes('none')
    ? `NOT ${inOther(`f.state <> ALL(${states})`)}`
    : inOther(`f.state = ANY(${states})`);
};
/** The SQL twin of `textModeOf('licensed', …)`. */
const ALLOWED_TEXT = `coalesce(t.text_allowed, CASE WHEN t.licence ~ '${FULL_TEXT_LICENCE}' THEN 'full' ELSE 'excerpts' END)`;
const GUIDELINE = `coalesce((SELECT g.number::text FROM guideline g WHERE g.id = a.guideline_id), 'none')`;
/** Joins that the planner knows are cheaper than a word computed for each annotation. */
const presence = (condition: string, meant: readonly string[] | undefined): string | null =>
  meant?.length === 1 ? (meant[0] === 'present' ? condition : `NOT ${condition}`) : null;

/**
 * How many of the revealed passes on its article that are whole in its kind hold what the annotation marks: the same kind, and at least half of the
 * characters of both together. Null where fewer than two passes were revealed, which agree on nothing.
 */
const passAgreement = (userId: string | null): string => `(SELECT CASE WHEN count(*) < 2 THEN NULL
    WHEN bool_and(seen.marked) THEN 'all' WHEN NOT bool_or(seen.marked) THEN 'none'
    WHEN count(*) FILTER (WHERE seen.marked) = 1 THEN 'one' ELSE 'some' END
  FROM pass p CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM every_annotation b
      WHERE b.pass_id = p.id AND b.kind = a.kind AND b.deleted_at IS NULL
        AND 3 * ${SHARED_LENGTH} >= ${lengthOf('a')} + ${lengthOf('b')}
        AND ${SHARED_LENGTH} > 0) AS marked) seen
  WHERE p.article_id = a.article_id AND p.state = 'revealed' AND a.kind = ANY(p.complete_kinds)
    AND ${userId === null ? passVisibleToAll : passVisibleTo(userId)})`;
const SHARED_LENGTH = `(SELECT coalesce(sum(greatest(0, least(x.end_cp, y.end_cp) - greatest(x.start_cp, y.start_cp))), 0)
  FROM anchor_span x, anchor_span y WHERE x.annotation_id = a.id AND x.revision_id = p.revision_id
    AND y.annotation_id = b.id AND y.revision_id = p.revision_id)`;
const lengthOf = (
  row: 'a' | 'b',
): string => `(SELECT coalesce(sum(z.end_cp - z.start_cp), 0) FROM anchor_span z
  WHERE z.annotation_id = ${row}.id AND z.revision_id = p.revision_id)`;

const IN_FORCE = `d.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM adjudication later
  WHERE later.supersedes_id = d.id AND later.withdrawn_at IS NULL)`;
/** Null for whoever annotates the article blind at this time: decisions would tell of the passes. */
const adjudicationOf = (userId: string | null): string => `CASE
  WHEN EXISTS (SELECT 1 FROM pass own WHERE own.article_id = a.article_id AND own.state = 'open'
    ${userId === null ? '' : `AND own.annotator_id = ${userId}`}) THEN NULL
  WHEN EXISTS (SELECT 1 FROM adjudication_result made JOIN adjudication d ON d.id = made.adjudication_id
    WHERE made.annotation_id = a.id AND ${IN_FORCE}) THEN 'adjudicated'
  WHEN EXISTS (SELECT 1 FROM adjudication d JOIN adjudication_origin o ON o.adjudication_id = d.id
      JOIN anchor_span y ON y.annotation_id = o.annotation_id AND y.revision_id = d.revision_id
      JOIN anchor_span x ON x.annotation_id = a.id AND x.revision_id = d.revision_id
        AND x.start_cp < y.end_cp AND y.start_cp < x.end_cp
    WHERE d.article_id = a.article_id AND d.outcome = 'disagreement' AND ${IN_FORCE}) THEN 'disagreement'
  ELSE 'none' END`;
