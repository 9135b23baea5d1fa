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
    .option('--json', 'print JSON')
    .action(async ({ workspace: slug, articles, json }) => {
      const context = valueOf(await actAsOwner(operator(), slug));
      const agreement = valueOf(await showAgreement(context, { slug, query: articles ? { articles } : {} }));
      print(json, agreement, linesOf(agreement));
    });
}

function linesOf({ overall }: Agreement): string[] {
  if (overall.pairs.length === 0) return ['No two passes over one article have been revealed yet.'];
  return overall.pairs.flatMap(({ a, b, articles, kinds }) => [
    `${a.name} and ${b.name}, ${articles} ${articles === 1 ? 'article' : 'articles'}`,
    ...KINDS.map((kind) => {
      const { n, exact, overlap, alphaU, charKappa, charAlpha } = kinds[kind];
      const figures = Object.entries({
        'F1 exact': exact.f1,
        'F1 overlap': overlap.f1,
        'unitizing alpha': alphaU,
        'character kappa': charKappa,
        'character alpha': charAlpha,
      }).map(([name, figure]) => `${name} ${figure === null ? 'undefined' : figure.toFixed(3)}`);
      return `  ${kind} (${n.join(' and ')} spans): ${figures.join(', ')}`;
    }),
  ]);
}
