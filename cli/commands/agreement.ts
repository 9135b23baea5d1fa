import type { Command } from 'commander';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { KINDS } from '@/lib/domain/vocabulary';
import { actAsOwner } from '@/lib/usecases/act-as-owner';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { operator } from '../operator';
import { print, valueOf } from '../report';

/** `touchstone agreement`. */
export function addAgreementCommand(program: Command): void {
  program
    .command('agreement')
    .description('how well annotators agree, over the passes that were revealed')
    .requiredOption('--workspace <slug>', 'the workspace')
    .option('--articles <ids>', 'ids of articles, separated by commas; all unless given')
    .option('--campaign <id>', 'the articles of one campaign')
    .option('--over-time', 'each pair month by month too')
    .option('--json', 'print JSON')
    .action(async ({ workspace: slug, articles, campaign, overTime, json }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const query = { articles, campaign, over: overTime ? 'month' : undefined };
      const agreement = valueOf(await showAgreement(context, { slug, query }));
      print(json, agreement, linesOf(agreement));
    });
}

function linesOf({ articles, overall, overTime = [], labels = {} }: Agreement): string[] {
  if (overall.pairs.length === 0) return ['No two passes over one article have been revealed yet.'];
  return [
    ...articles.flatMap(({ title, pairs }) =>
      pairs.flatMap((pair) => [`${title}: ${pair.a.name} and ${pair.b.name}`, ...kindTable(pair), '']),
    ),
    ...overall.pairs.flatMap((pair) => [
      `${pair.a.name} and ${pair.b.name}, ${counted(pair.articles, 'article')}`,
      ...kindTable(pair),
      ...attributeTable(pair, labels),
      '',
    ]),
    ...jointTable(overall.joint),
    ...overTime.flatMap(({ a, b, months }) => [
      '',
      `${a.name} and ${b.name}, month by month`,
      ...monthTable(months),
    ]),
  ];
}

type Pair = Pick<Agreement['overall']['pairs'][number], 'a' | 'b' | 'kinds'>;

const kindTable = ({ kinds }: Pair): string[] =>
  table([
    ['kind', 'spans', 'F1 exact', 'F1 overlap', 'alpha U', 'char kappa', 'char alpha'],
    ...KINDS.map((kind) => {
      const { n, exact, overlap, alphaU, charKappa, charAlpha } = kinds[kind];
      return [kind, n.join(' and '), ...[exact.f1, overlap.f1, alphaU, charKappa, charAlpha].map(inFigures)];
    }),
  ]);

const attributeTable = ({ kinds }: Pair, labels: Readonly<Record<string, string>>): string[] => {
  const rows = KINDS.flatMap((kind) =>
    Object.entries(kinds[kind].attributes)
      .filter(([, { n }]) => n > 0)
      .map(([name, { n, agreed, kappa, alpha, ...onScale }]) => [
        `${kind} ${labels[name] ?? name}`,
        `${agreed} of ${n}`,
        inFigures(kappa),
        inFigures(alpha),
        Object.entries(onScale)
          .map(([figure, value]) => `${figure.replace('Alpha', '')} ${inFigures(value ?? null)}`)
          .join(', '),
      ]),
  );
  return rows.length === 0
    ? []
    : table([['attribute', 'the same', 'kappa', 'alpha', 'alpha by scale'], ...rows]);
};

const jointTable = (joint: Agreement['overall']['joint']): string[] => [
  'All annotators together',
  ...table([
    ['kind', 'annotators', 'articles', 'spans', 'alpha U', 'char alpha'],
    ...KINDS.flatMap((kind) =>
      joint[kind].map(({ annotators, articles, n, alphaU, charAlpha }) => [
        kind,
        ...[annotators, articles, n].map(String),
        ...[alphaU, charAlpha].map(inFigures),
      ]),
    ),
  ]),
];

const monthTable = (months: NonNullable<Agreement['overTime']>[number]['months']): string[] =>
  table([
    ['month', 'kind', 'articles', 'F1 overlap', 'alpha U', 'F1 since start', 'alpha U since start'],
    ...months.flatMap(({ month, articles, kinds, sinceStart }) =>
      KINDS.map((kind) => [
        month,
        kind,
        String(articles),
        ...[kinds[kind], sinceStart.kinds[kind]].flatMap(({ overlapF1, alphaU }) =>
          [overlapF1, alphaU].map(inFigures),
        ),
      ]),
    ),
  ]);

/** What is less than full agreement never reads as full. */
function inFigures(figure: number | null): string {
  if (figure === null) return 'undefined';
  return figure < 1 && figure.toFixed(3) === '1.000' ? '>0.999' : figure.toFixed(3);
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Rows as lines whose columns stand under each other. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
  );
}
