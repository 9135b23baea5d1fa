import { v7 } from 'uuid';
import type { AnnotationFilter } from '@/lib/domain/annotation-filter';
import { attributesOfFilter } from '@/lib/domain/annotation-filter';
import { foldedText } from '@/lib/domain/folded-text';
import { textModeOf } from '@/lib/domain/licence';
import { dayIn, predictionStateOf } from '@/lib/domain/prediction';
import type { Span } from '@/lib/domain/span';
import {
  ANCHOR_STATES,
  isDecided,
  type AnchorState,
  type Kind,
  KINDS,
  type Status,
  STATUSES,
  type TextMode,
} from '@/lib/domain/vocabulary';
import { wordsSought } from '@/lib/domain/words-sought';

/** A workspace of many annotations that differ in all that a filter asks for, as plain values and as rows. */
export interface FilteredRows {
  articles: KnownArticle[];
  annotations: KnownAnnotation[];
  sources: KnownSource[];
  campaigns: { id: string; articles: readonly string[] }[];
}

interface KnownArticle {
  id: string;
  publisher: string | null;
  publishedAt: string | null;
  licence: string | null;
  textAllowed: TextMode | null;
  /** Revealed passes that are seen, with the kinds in which they are whole and their marks. */
  passes: {
    id: string;
    annotatorId: string;
    kinds: readonly Kind[];
    marks: { kind: Kind; spans: Span[] }[];
  }[];
  /** Whether whoever asks annotates it blind. */
  isBlind: boolean;
  /** Where a disagreement was recorded. */
  disagreements: Span[];
}

interface KnownSource {
  id: string;
  names: string[];
  survivorId: string;
}

interface KnownAnnotation {
  id: string;
  article: KnownArticle;
  kind: Kind;
  status: Status;
  tags: string[];
  authorId: string;
  anchor: AnchorState;
  words: string[];
  spans: Span[];
  /** Of each hop the source that stands for it. */
  sources: string[];
  createdAt: string;
  updatedAt: string;
  deadline: string | null;
  checkworthy: boolean | null;
  hasEvidence: boolean;
  factCheck: 'published' | 'unpublished' | null;
  guideline: number | null;
  attributes: Record<string, string | number>;
  isAdjudicated: boolean;
  isDeleted: boolean;
}

export const SENTENCES = [
  'The Ferry runs again.',
  'Rents rose by a third…',
  'ÉTÉ prices “fell” sharply.',
  "It's the council’s budget.",
  'Die Maße stimmen nicht.',
  'A co‑operative plan, 100% sure_thing.',
  'Nobody knows \\why.',
  'Rents   fell in March.',
];
export const WORDS = [
  'rents',
  'ete',
  '"by a third"',
  "council's",
  'MASSE',
  '100%',
  'e_t',
  '\\why',
  'rents fell',
  'co-op',
  'the',
];
export const TAGS = ['rent, housing', 'budget', 'Élan'];
export const PUBLISHERS = ['The Harbour Post', 'Küsten-Blatt', 'post'];
export const LICENCES = ['none', 'CC-BY-4.0', 'Ask first'];
export const NAMES = ['lima', 'Institute', 'ÄDEL', 'r. lima', 'quint', 'nobody'];
export const ATTRIBUTES = { mood: ['calm', 'a,b'], weight: ['3', '1.5'] };
export const DAYS = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-11-22', '2026-11-30'];

/** Numbers that look like chance and are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STEP = 60;
/** The text of every article: each sentence at a place of its own, twelve times over. */
const TEXT = Array.from({ length: 12 }, () => SENTENCES.map((each) => each.padEnd(STEP)).join('')).join('');
const spanOf = (nth: number): Span => {
  const start = nth * STEP;
  return { start, end: start + SENTENCES[nth % SENTENCES.length]!.length };
};
const MOST = 12 * SENTENCES.length;

interface Queries {
  query: (sql: string, values: unknown[]) => Promise<unknown>;
}

/** Makes the rows in a workspace of which `users` are members; the first of them is who asks. */
export async function manyAnnotations(
  db: Queries,
  workspaceId: string,
  users: readonly string[],
  count: number,
): Promise<FilteredRows> {
  const random = chance(20_261_122);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const often = (share: number): boolean => random() < share;
  const [me, ...others] = users as [string, ...string[]];

  const sources: KnownSource[] = [
    { names: ['Ädelgård Institute'] },
    { names: ['Rosa Lima', 'R. Lima'] },
    { names: ['Jon Quint'] },
    { names: ['Mayor Quint'] },
  ].map(({ names }) => ({ id: v7(), names, survivorId: '' }));
  for (const source of sources) source.survivorId = source.id;
  sources[3]!.survivorId = sources[2]!.id;

  const articles = Array.from({ length: 7 }, (_, n): KnownArticle => ({
    id: v7(),
    publisher: [...PUBLISHERS, null][n % 4]!,
    publishedAt: [null, ...DAYS][n % 6]!,
    licence: [null, 'CC-BY-4.0', 'Ask first'][n % 3]!,
    textAllowed: ([null, 'offsets', 'full'] as const)[n % 3 === 2 ? 1 : n % 2]!,
    passes: [],
    isBlind: n === 2,
    disagreements: [],
  }));
  const guidelines = [1, 2].map((number) => ({ number, id: v7() }));
  const json = (value: unknown): string => JSON.stringify(value);
  const run = (sql: string, ...values: unknown[]) => db.query(sql, values);

  for (const source of sources)
    await run(
      `INSERT INTO source (id, workspace_id, name, folded_name, type, merged_into_id, survivor_id)
       VALUES ($1, $2, $3, lower($3), 'person', $4, $4)`,
      source.id,
      workspaceId,
      source.names[0],
      source.survivorId === source.id ? null : source.survivorId,
    );
  await run(
    `INSERT INTO source_alias (source_id, name, folded_name) VALUES ($1, 'R. Lima', 'r. lima')`,
    sources[1]!.id,
  );
  for (const { number, id } of guidelines)
    await run(
      `INSERT INTO guideline (id, workspace_id, number, text, tags, free_tags, attributes, summary, request_hash)
       VALUES ($1, $2, $3, 'Mark it.', '[]', true, '[]', '', '')`,
      id,
      workspaceId,
      number,
    );
  for (const [n, { id, publisher, publishedAt, licence, textAllowed }] of articles.entries()) {
    await run(
      `INSERT INTO article (id, workspace_id, title, publisher, published_at, licence, text_allowed)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      ...[id, workspaceId, `Article ${n % 3}`, publisher, publishedAt, licence, textAllowed],
    );
    await run(
      `INSERT INTO revision (id, article_id, number, text, sha256, length, regions, signature, bands)
       VALUES ($1, $2, 1, $3, '', $4, '[]', '{}', '{}')`,
      ...[revisionOf(id), id, TEXT, TEXT.length],
    );
    await run('UPDATE article SET current_revision_id = $2 WHERE id = $1', id, revisionOf(id));
  }

  const annotations = Array.from({ length: count }, (): KnownAnnotation => {
    const kind = oneOf(KINDS);
    const nth = [Math.floor(random() * MOST), ...(often(0.3) ? [Math.floor(random() * MOST)] : [])];
    const spans = [...new Set(nth)].sort((a, b) => a - b).map(spanOf);
    const status = oneOf(STATUSES[kind]);
    return {
      id: v7(),
      article: oneOf(articles),
      kind,
      status,
      tags: TAGS.filter(() => often(0.3)),
      authorId: oneOf(users),
      anchor: oneOf(ANCHOR_STATES),
      words: spans.map(({ start, end }) => TEXT.slice(start, end)),
      spans,
      sources: sources.filter(() => often(0.2)).map(({ survivorId }) => survivorId),
      createdAt: oneOf(['2026-02-28T23:30:00.000Z', '2026-03-01T04:59:00.000Z', '2026-03-02T12:00:00.000Z']),
      updatedAt: oneOf(['2026-11-22T03:00:00.000Z', '2026-11-22T22:00:00.000Z']),
      deadline: kind === 'prediction' ? oneOf([null, ...DAYS]) : null,
      checkworthy: kind === 'claim' ? oneOf([true, false, null]) : null,
      hasEvidence: isDecided(status) && often(0.5),
      factCheck: often(0.3) ? oneOf(['published', 'unpublished']) : null,
      guideline: oneOf([null, 1, 2]),
      attributes: {
        ...(often(0.5) && { mood: oneOf(ATTRIBUTES.mood) }),
        ...(often(0.5) && { weight: oneOf([3, 1.5]) }),
      },
      isAdjudicated: often(0.2),
      isDeleted: often(0.1),
    };
  });
  for (const article of articles) await insertPasses(article);
  for (const each of annotations) await insertOne(each);
  const campaigns = [
    { id: v7(), articles: [articles[0]!.id, articles[1]!.id] },
    { id: v7(), articles: [articles[4]!.id] },
  ];
  for (const campaign of campaigns) {
    await run(
      `INSERT INTO campaign (id, workspace_id, name, kinds, annotators_per_article, mode, created_by_id)
       VALUES ($1, $2, 'Spring', '{claim}', 1, 'list', $3)`,
      ...[campaign.id, workspaceId, me],
    );
    for (const [position, id] of campaign.articles.entries())
      await run(
        'INSERT INTO campaign_article (campaign_id, article_id, position) VALUES ($1, $2, $3)',
        campaign.id,
        id,
        position,
      );
  }
  await run('ANALYZE');
  return { articles, annotations, sources, campaigns };

  /** Three passes on the first two articles, one of them whole in claims alone; one on the third; the fourth has none revealed. */
  async function insertPasses(article: KnownArticle): Promise<void> {
    const n = articles.indexOf(article);
    if (n === 2) await insertPass(article, me, 'open', []);
    const revealed = [3, 3, 3, 1, 0, 2, 0][n]!;
    for (const [i, annotatorId] of others.slice(0, revealed).entries()) {
      const kinds: Kind[] = i === 2 ? ['claim'] : [...KINDS];
      const pass = await insertPass(article, annotatorId, 'revealed', kinds);
      const marks: { kind: Kind; spans: Span[] }[] = [];
      for (const { article: of, kind, spans, isDeleted } of annotations) {
        if (of !== article || isDeleted || often(0.4)) continue;
        const [first, ...rest] = spans as [Span, ...Span[]];
        const cut = often(0.5) ? Math.ceil((first.end - first.start) * oneOf([0.3, 0.5, 0.8])) : 0;
        const mark = { kind, spans: [{ start: first.start + cut, end: first.end }, ...rest] };
        marks.push(mark);
        const id = await insertMark(article, pass, annotatorId, mark);
        if (i === 0 && often(0.15)) await insertDisagreement(article, id, mark.spans);
      }
      if (!article.isBlind) article.passes.push({ id: pass, annotatorId, kinds, marks });
    }
  }

  async function insertPass(
    article: KnownArticle,
    annotatorId: string,
    state: string,
    kinds: Kind[],
  ): Promise<string> {
    const id = v7();
    const at = state === 'revealed' ? '2026-03-01' : null;
    await run(
      `INSERT INTO pass (id, article_id, annotator_id, revision_id, state, submitted_at, revealed_at, complete_kinds)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
      ...[id, article.id, annotatorId, revisionOf(article.id), state, at, kinds],
    );
    return id;
  }

  async function insertMark(
    article: KnownArticle,
    pass: string,
    authorId: string,
    mark: { kind: Kind; spans: Span[] },
  ): Promise<string> {
    const id = v7();
    await run(
      `INSERT INTO every_annotation (id, article_id, layer, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash)
       VALUES ($1, $2, $3, $4, $5, $6, 'exact', '{}', $7, 1, '')`,
      ...[id, article.id, pass, mark.kind, STATUSES[mark.kind][0], revisionOf(article.id), authorId],
    );
    await insertSpans(id, article, 'exact', mark.spans);
    return id;
  }

  async function insertDisagreement(
    article: KnownArticle,
    annotationId: string,
    spans: Span[],
  ): Promise<void> {
    const withdrawn = often(0.3);
    const decision = await insertDecision(article, 'disagreement', withdrawn);
    await run(
      'INSERT INTO adjudication_origin (adjudication_id, annotation_id, is_taken) VALUES ($1, $2, false)',
      decision,
      annotationId,
    );
    if (!withdrawn) article.disagreements.push(...spans);
  }

  async function insertDecision(
    article: KnownArticle,
    outcome: string,
    isWithdrawn: boolean,
  ): Promise<string> {
    const id = v7();
    await run(
      `INSERT INTO adjudication (id, article_id, revision_id, outcome, version, request_hash, decided_by_id, decided_at, withdrawn_by_id, withdrawn_at)
       VALUES ($1, $2, $3, $4, 1, '', $5, now(), $6, $7)`,
      ...[
        id,
        article.id,
        revisionOf(article.id),
        outcome,
        me,
        isWithdrawn ? me : null,
        isWithdrawn ? '2026-03-03' : null,
      ],
    );
    return id;
  }

  async function insertSpans(
    id: string,
    article: KnownArticle,
    state: string,
    spans: readonly Span[],
  ): Promise<void> {
    await run(
      'INSERT INTO anchor (annotation_id, revision_id, state) VALUES ($1, $2, $3)',
      id,
      revisionOf(article.id),
      state,
    );
    await run(
      `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
       SELECT $1, $2, s.position, s.start, s."end", s.exact, '', ''
       FROM json_to_recordset($3) AS s (position int, start int, "end" int, exact text)`,
      ...[
        id,
        revisionOf(article.id),
        json(spans.map((span, position) => ({ position, ...span, exact: TEXT.slice(span.start, span.end) }))),
      ],
    );
  }

  async function insertOne(each: KnownAnnotation): Promise<void> {
    const { article } = each;
    await run(
      `INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash,
         created_at, updated_at, deadline, claim_checkworthy, guideline_id, attributes, deleted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, '', $9, $10, $11, $12, $13, $14, $15)`,
      ...[
        each.id,
        article.id,
        each.kind,
        each.status,
        revisionOf(article.id),
        each.anchor,
        each.tags,
        each.authorId,
      ],
      ...[each.createdAt, each.updatedAt, each.deadline, each.checkworthy],
      ...[guidelines.find(({ number }) => number === each.guideline)?.id ?? null, json(each.attributes)],
      each.isDeleted ? '2026-11-22' : null,
    );
    await insertSpans(each.id, article, each.anchor, each.spans);
    for (const [position, sourceId] of each.sources.entries())
      await run(
        `INSERT INTO attribution_hop (annotation_id, position, source_id, mode) VALUES ($1, $2, $3, 'named')`,
        ...[each.id, position, sourceId],
      );
    if (isDecided(each.status)) await insertVerdict(each);
    if (each.factCheck) await insertFactCheck(each);
    if (each.isAdjudicated) {
      const decision = await insertDecision(article, 'take', false);
      await run(
        'INSERT INTO adjudication_result (adjudication_id, annotation_id, is_made) VALUES ($1, $2, true)',
        decision,
        each.id,
      );
    }
  }

  async function insertFactCheck({ id, factCheck }: KnownAnnotation): Promise<void> {
    const page = v7();
    await run(
      'INSERT INTO fact_check (id, workspace_id, annotation_id, state) VALUES ($1, $2, $3, $4)',
      ...[page, workspaceId, id, factCheck],
    );
    await run(
      `INSERT INTO fact_check_version (fact_check_id, number, change, note, author_id) VALUES ($1, 1, 'unpublished', 'So.', $2)`,
      ...[page, me],
    );
  }

  async function insertVerdict({ id, article, status, hasEvidence }: KnownAnnotation): Promise<void> {
    const verdict = v7();
    await run(
      `INSERT INTO verification (id, annotation_id, revision_id, status, rationale, searches, verifier_id, seq)
       VALUES ($1, $2, $3, $4, 'So it is.', '{a search}', $5, 1)`,
      ...[verdict, id, revisionOf(article.id), status, me],
    );
    if (hasEvidence)
      await run(
        `INSERT INTO evidence (verification_id, position, stance, url, excerpt) VALUES ($1, 0, 'context', 'https://example.org/', 'So.')`,
        verdict,
      );
  }
}

/** Ids of revisions are made of those of their articles. */
const revisionOf = (articleId: string): string =>
  `${articleId.slice(0, -1)}${articleId.endsWith('0') ? '1' : '0'}`;

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
const sharedLength = (some: readonly Span[], others: readonly Span[]): number =>
  some
    .flatMap((a) => others.map((b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))))
    .reduce((sum, length) => sum + length, 0);

/** What the words of a filter mean, said once more and simply. */
export function fits(
  filter: AnnotationFilter,
  each: KnownAnnotation,
  { sources, campaigns }: FilteredRows,
  { timeZone, today }: { timeZone: string; today: string },
): boolean {
  const { article } = each;
  const includes = (meant: readonly string[] | undefined, value: string | null): boolean =>
    meant === undefined || (value !== null && meant.includes(value));
  const holds = (text: string, words: string): boolean => foldedText(text).includes(foldedText(words));
  const isBetween = (day: string | null, from?: string, to?: string): boolean =>
    (from === undefined && to === undefined) ||
    (day !== null && (from === undefined || day >= from) && (to === undefined || day <= to));
  const presence = (isThere: boolean): string => (isThere ? 'present' : 'none');
  const isSaidBy = (asked: string): boolean =>
    sources.some(
      ({ id, names, survivorId }) =>
        (id === asked || names.some((name) => holds(name, asked))) && each.sources.includes(survivorId),
    );
  const claimWorth =
    each.kind !== 'claim' ? null : each.checkworthy === null ? 'unsaid' : each.checkworthy ? 'yes' : 'no';
  const state = each.kind === 'prediction' ? predictionStateOf(each.status, each.deadline, today) : null;
  const adjudication = article.isBlind
    ? null
    : each.isAdjudicated
      ? 'adjudicated'
      : sharedLength(each.spans, article.disagreements) > 0
        ? 'disagreement'
        : 'none';
  return (
    !each.isDeleted &&
    includes(filter.kind, each.kind) &&
    includes(filter.status, each.status) &&
    includes(filter.anchor, each.anchor) &&
    includes(filter.article, article.id) &&
    includes(filter.annotator, each.authorId) &&
    includes(filter.attribution, presence(each.sources.length > 0)) &&
    includes(filter.evidence, presence(each.hasEvidence)) &&
    includes(filter.checkworthy, claimWorth) &&
    includes(filter.prediction, state) &&
    includes(filter.factCheck, each.factCheck ?? 'none') &&
    includes(filter.passes, passAgreementOf(each)) &&
    includes(filter.adjudication, adjudication) &&
    includes(filter.licence, article.licence ?? 'none') &&
    includes(filter.allowedText, textModeOf('licensed', article)) &&
    includes(filter.guideline, each.guideline === null ? 'none' : String(each.guideline)) &&
    (!filter.campaign ||
      campaigns.some(({ id, articles }) => filter.campaign!.includes(id) && articles.includes(article.id))) &&
    (!filter.source || filter.source.some(isSaidBy)) &&
    (!filter.publisher ||
      filter.publisher.some((words) => article.publisher !== null && holds(article.publisher, words))) &&
    (!filter.tag || filter.tag.some((tag) => each.tags.includes(tag))) &&
    (!filter.allTags || filter.allTags.every((tag) => each.tags.includes(tag))) &&
    (!filter.words ||
      filter.words.flatMap(wordsSought).every((words) => each.words.some((exact) => holds(exact, words)))) &&
    isBetween(article.publishedAt, filter.publishedFrom, filter.publishedTo) &&
    isBetween(dayIn(timeZone, new Date(each.createdAt)), filter.madeFrom, filter.madeTo) &&
    isBetween(dayIn(timeZone, new Date(each.updatedAt)), filter.changedFrom, filter.changedTo) &&
    isBetween(each.deadline, filter.deadlineFrom, filter.deadlineTo) &&
    attributesOfFilter(filter).every(({ key, values }) =>
      includes(values, each.attributes[key]?.toString() ?? null),
    )
  );
}

function passAgreementOf({ article, kind, spans }: KnownAnnotation): string | null {
  const passes = article.passes.filter(({ kinds }) => kinds.includes(kind));
  if (passes.length < 2) return null;
  const marked = passes.filter(({ marks }) =>
    marks.some((mark) => {
      const shared = sharedLength(mark.spans, spans);
      return (
        mark.kind === kind && shared > 0 && 2 * shared >= lengthOf(mark.spans) + lengthOf(spans) - shared
      );
    }),
  ).length;
  if (marked === passes.length) return 'all';
  if (marked === 0) return 'none';
  return marked === 1 ? 'one' : 'some';
}
