import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import type { UndefinedReason } from '@/lib/domain/agreement/kind-figures';
import { KINDS } from '@/lib/domain/vocabulary';
import { markdownTable, markdownText } from './markdown';

/** Why a figure is undefined, in a few words. */
export const UNDEFINED_WORDS: Record<UndefinedReason, string> = {
  nothing_marked: 'neither marked any',
  a_marked_nothing: 'the first marked none',
  b_marked_nothing: 'the second marked none',
  all_marked: 'both marked everything',
  no_chance: 'there is no agreement by chance to compare with',
  nothing_matched: 'no spans match',
  one_value: 'only one value occurs',
  no_ordered_values: 'no two values have an order',
  negative_values: 'some values are negative',
  not_whole: 'no pass is whole in it',
  no_articles: 'no article has passes of both',
};

type Pair = Agreement['overall']['pairs'][number];
type Figures = NonNullable<Pair['kinds'][(typeof KINDS)[number]]>;

/**
 * The agreement of every pair of annotators over all articles as tables in Markdown, one a kind. A figure that cannot be
 * computed is a dash; why stands below. Behind a figure its interval of 95 %.
 */
export function agreementTables({ overall: { pairs } }: Agreement): string {
  return KINDS.flatMap((kind) => {
    const rows = pairs.flatMap((pair) => (pair.kinds[kind] ? [{ pair, figures: pair.kinds[kind] }] : []));
    if (rows.length === 0) return [];
    const table = markdownTable(
      [
        'pair',
        'articles',
        'spans',
        'F1 exact',
        'F1 overlap',
        'alphaU',
        'kappa (characters)',
        'alpha (characters)',
        'kappa (status)',
      ],
      rows.map(({ pair, figures }) => rowOf(pair, figures, pair.intervals?.[kind] ?? null)),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
    return [`### ${kind}s`, table, undefinedWords(rows)];
  })
    .filter(Boolean)
    .join('\n\n');
}

function rowOf(
  pair: Pair,
  figures: Figures,
  intervals: NonNullable<Pair['intervals']>[(typeof KINDS)[number]] | null,
) {
  return [
    nameOf(pair),
    String(figures.articles),
    `${figures.n[0]} / ${figures.n[1]}`,
    shown(figures.exact.f1, intervals?.exactF1),
    shown(figures.overlap.f1, intervals?.overlapF1),
    shown(figures.alphaU, intervals?.alphaU),
    shown(figures.charKappa, intervals?.charKappa),
    shown(figures.charAlpha, intervals?.charAlpha),
    shown(figures.attributes.status?.kappa ?? null),
  ];
}

const nameOf = ({ a, b }: Pick<Pair, 'a' | 'b'>): string =>
  `${markdownText(a.name)} – ${markdownText(b.name)}`;

function shown(figure: number | null, interval?: { low: number; high: number } | null): string {
  if (figure === null) return '–';
  const range = interval ? ` (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : '';
  return `${figure.toFixed(2)}${range}`;
}

/** The figures that the table shows, by the names under which they are undefined. */
const SHOWN: Readonly<Record<string, string>> = {
  'exact.f1': 'F1 exact',
  'overlap.f1': 'F1 overlap',
  alphaU: 'alphaU',
  charKappa: 'kappa (characters)',
  charAlpha: 'alpha (characters)',
  'status.kappa': 'kappa (status)',
};

function undefinedWords(rows: readonly { pair: Pair; figures: Figures }[]): string {
  const lines = rows.flatMap(({ pair, figures }) => {
    const byReason = new Map<string, string[]>();
    for (const [name, reason] of Object.entries(figures.undefined)) {
      const figure = SHOWN[name];
      if (figure) byReason.set(reason, [...(byReason.get(reason) ?? []), figure]);
    }
    const words = [...byReason].map(
      ([reason, names]) => `${names.join(', ')}: ${UNDEFINED_WORDS[reason as UndefinedReason] ?? reason}`,
    );
    return words.length > 0 ? [`- ${nameOf(pair)}: ${words.join('; ')}.`] : [];
  });
  return lines.length > 0 ? `Undefined (–), which is neither 0 nor 1:\n\n${lines.join('\n')}` : '';
}
