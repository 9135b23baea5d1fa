import { foldedName } from './folded-name';
import { belongsToArticle, type Source } from './source';
import { isDecided, type Status } from './vocabulary';

/** A prediction of one article, as it stood at the moment that is asked about. Days are `YYYY-MM-DD`. */
export interface PredictionRow {
  annotationId: string;
  /** What it says, as a cluster across articles; null while nobody has grouped it. */
  propositionId: string | null;
  words: string;
  /** The innermost source; null where nobody is named. */
  source: Source | null;
  article: { id: string; title: string; publisher: string | null; publishedAt: string | null };
  /** The near-copies that the article belongs to (`copyGroups`); its own id where it has none. */
  copyGroup: string;
  tags: readonly string[];
  likelihoodWords: string | null;
  probability: number | null;
  deadline: string | null;
  status: Status;
  /** When the status was decided, and when the outcome became known; null while it is undecided. */
  decidedAt: string | null;
  outcomeKnownAt: string | null;
  createdAt: string;
}

/** What is scored once: one proposition, said by one source, on one day. */
export interface ScoringUnit {
  /** Unique among the units of a scoreboard; the same for the same rows. */
  key: string;
  /** Whose record it enters. Equal for two units only when one known source said both. */
  sourceKey: string;
  source: Source | null;
  /** The article that said it first, and all outlets that ran it, each once. */
  article: PredictionRow['article'];
  outlets: readonly (string | null)[];
  tags: readonly string[];
  saidOn: string | null;
  words: string;
  likelihoodWords: string | null;
  probability: number | null;
  deadline: string | null;
  status: Status;
  annotationIds: readonly string[];
}

/**
 * The units that rows make up: proposition × source × date of utterance. Where no proposition is named, the same words
 * (letter case, accents' composition and punctuation aside) are the same proposition. Repeats on one day and wire
 * copies count once: copies of one story were all said on the day of the first. An anonymous source, an author and
 * "nobody named" are one only within an article and its copies: they are never pooled. Independent of the rows' order;
 * each row lies in exactly one unit.
 */
export function scoringUnits(rows: readonly PredictionRow[]): ScoringUnit[] {
  const firstDays = firstDayByGroup(rows);
  const members = new Map<string, PredictionRow[]>();
  for (const row of rows) {
    const key = unitKeyOf(row, firstDays.get(row.copyGroup) ?? null);
    members.set(key, [...(members.get(key) ?? []), row]);
  }
  return [...members]
    .map(([key, held]) => unitFrom(key, held, firstDays))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function firstDayByGroup(rows: readonly PredictionRow[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { copyGroup, article } of rows) {
    const known = first.get(copyGroup);
    if (article.publishedAt && (!known || article.publishedAt < known))
      first.set(copyGroup, article.publishedAt);
  }
  return first;
}

function unitKeyOf(row: PredictionRow, saidOn: string | null): string {
  const proposition = row.propositionId ?? foldedWords(row.words);
  return JSON.stringify([proposition, sourceKeyOf(row), saidOn ?? `undated ${row.copyGroup}`]);
}

function sourceKeyOf({ source, copyGroup }: PredictionRow): string {
  if (!source) return `nobody ${copyGroup}`;
  return belongsToArticle(source.type)
    ? `${source.type} ${copyGroup} ${foldedName(source.name)}`
    : `source ${source.id}`;
}

const foldedWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.join(' ') ?? words;

function unitFrom(
  key: string,
  rows: readonly PredictionRow[],
  firstDays: ReadonlyMap<string, string>,
): ScoringUnit {
  const ordered = [...rows].sort(byUtterance);
  const first = ordered[0]!;
  const likely = ordered.find((row) => row.probability !== null || row.likelihoodWords !== null) ?? first;
  return {
    key,
    sourceKey: sourceKeyOf(first),
    source: first.source,
    article: first.article,
    outlets: [...new Set(ordered.map(({ article }) => article.publisher))],
    tags: [...new Set(ordered.flatMap(({ tags }) => tags))],
    saidOn: firstDays.get(first.copyGroup) ?? null,
    words: first.words,
    likelihoodWords: likely.likelihoodWords,
    probability: likely.probability,
    deadline: ordered.find(({ deadline }) => deadline !== null)?.deadline ?? null,
    status: statusOf(ordered),
    annotationIds: ordered.map(({ annotationId }) => annotationId),
  };
}

const byUtterance = (a: PredictionRow, b: PredictionRow): number =>
  compare(a.article.publishedAt ?? '9', b.article.publishedAt ?? '9') ||
  compare(a.createdAt, b.createdAt) ||
  compare(a.annotationId, b.annotationId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of several decisions on the same words the latest holds; a copy that nobody has judged does not undo it. */
function statusOf(rows: readonly PredictionRow[]): Status {
  const decided = rows
    .filter(({ status }) => isDecided(status))
    .sort((a, b) => compare(b.decidedAt ?? '', a.decidedAt ?? '') || compare(a.annotationId, b.annotationId));
  return (decided[0] ?? rows.find(({ status }) => status === 'in_review') ?? rows[0]!).status;
}
