import type { LikelihoodScale } from './likelihood-scale';
import { type ReadUnit, readUnit, scoreFigures } from './score-figures';
import type { Grouping, Scoreboard, ScoreboardRow, ScoreFigures } from './scoreboard-schema';
import type { ScoringUnit } from './scoring-unit';
import { belongsToArticle } from './source';

/** Nobody is ranked on fewer scored predictions than this: below it the order would be chance. */
export const SMALLEST_RANKED = 10;

interface Group {
  key: string;
  label: string | null;
  sourceId: string | null;
  sourceType: ScoreboardRow['sourceType'];
  article: ScoreboardRow['article'];
}

/**
 * The figures of all units and of each group. A unit is read once, with the one scale given; it stands in as many
 * groups as outlets ran it or tags it has, and once in the total. `today` is `YYYY-MM-DD`.
 */
export function scoreboardOf(
  units: readonly ScoringUnit[],
  { by, scale, today }: { by: Grouping; scale: LikelihoodScale; today: string },
): Pick<Scoreboard, 'total' | 'rows' | 'unscaledWords' | 'smallestRanked'> {
  const read = units.map((unit) => readUnit(unit, scale, today));
  const groups = new Map<string, { group: Group; held: ReadUnit[] }>();
  for (const unit of read)
    for (const group of groupsOf(unit.unit, by)) {
      const known = groups.get(group.key);
      if (known) known.held.push(unit);
      else groups.set(group.key, { group, held: [unit] });
    }
  const rows = [...groups.values()].map(({ group, held }) => ({ ...group, figures: scoreFigures(held) }));
  return {
    smallestRanked: SMALLEST_RANKED,
    total: scoreFigures(read),
    rows: ranked(rows, by !== 'time').sort(by === 'time' ? byTime : byRank),
    unscaledWords: unscaledWordsOf(read),
  };
}

const named = (key: string, label: string | null): Group => ({
  key,
  label,
  sourceId: null,
  sourceType: null,
  article: null,
});

function groupsOf(unit: ScoringUnit, by: Grouping): Group[] {
  if (by === 'outlet') return unit.outlets.map((outlet) => named(outlet ?? '', outlet));
  if (by === 'topic') return unit.tags.length ? unit.tags.map((tag) => named(tag, tag)) : [named('', null)];
  if (by === 'time') return [named(quarterOf(unit.saidOn) ?? '', quarterOf(unit.saidOn))];
  const { source, article } = unit;
  const isOfArticle = source === null || belongsToArticle(source.type);
  return [
    {
      key: unit.sourceKey,
      label: source?.name ?? null,
      sourceId: source?.id ?? null,
      sourceType: source?.type ?? null,
      article: isOfArticle ? { id: article.id, title: article.title } : null,
    },
  ];
}

/** The quarter of a day, as `2026-Q1`. */
const quarterOf = (day: string | null): string | null =>
  day && `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

type Unranked = Omit<ScoreboardRow, 'rank'>;

/** Equal figures have equal ranks; the next one counts those before it. */
function ranked(rows: readonly Unranked[], hasRanks: boolean): ScoreboardRow[] {
  const hitRates = rankable(rows, ({ hitRate }) => hitRate && { n: hitRate.n, badness: 1 - hitRate.rate });
  const briers = rankable(rows, ({ brier }) => brier && { n: brier.n, badness: brier.mid });
  const rankAmong = (all: ReadonlyMap<Unranked, number>, row: Unranked): number | null => {
    const own = all.get(row);
    return own === undefined || !hasRanks
      ? null
      : 1 + [...all.values()].filter((other) => other < own).length;
  };
  return rows.map((row) => ({
    ...row,
    rank: { hitRate: rankAmong(hitRates, row), brier: rankAmong(briers, row) },
  }));
}

function rankable(
  rows: readonly Unranked[],
  scoreOf: (figures: ScoreFigures) => { n: number; badness: number } | null,
): Map<Unranked, number> {
  return new Map(
    rows.flatMap((row) => {
      const score = scoreOf(row.figures);
      return score && score.n >= SMALLEST_RANKED ? [[row, score.badness] as const] : [];
    }),
  );
}

const byTime = (a: ScoreboardRow, b: ScoreboardRow): number => (a.key < b.key ? -1 : 1);

/** The ranked ones first, then by how much there is to go by, then by name; what has no name comes last. */
const byRank = (a: ScoreboardRow, b: ScoreboardRow): number =>
  (a.rank.brier ?? Infinity) - (b.rank.brier ?? Infinity) ||
  (a.rank.hitRate ?? Infinity) - (b.rank.hitRate ?? Infinity) ||
  Number(a.article !== null) - Number(b.article !== null) ||
  Number(a.label === null) - Number(b.label === null) ||
  b.figures.resolved - a.figures.resolved ||
  b.figures.n - a.figures.n ||
  (a.label ?? '').localeCompare(b.label ?? '', 'en') ||
  (a.key < b.key ? -1 : 1);

function unscaledWordsOf(units: readonly ReadUnit[]): Scoreboard['unscaledWords'] {
  const counts = new Map<string, number>();
  for (const { unit, likelihood } of units) {
    if (likelihood.class !== 'unscaled') continue;
    const words = unit.likelihoodWords!.trim().toLowerCase();
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(([words, count]) => ({ words, count }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}
