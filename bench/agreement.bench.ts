import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import type { AnnotatedArticle, PassAnnotation } from '@/lib/domain/agreement/annotated-article';
import { type Draw, seededDraw } from '@/lib/domain/agreement/seeded-random';
import { KINDS } from '@/lib/domain/vocabulary';

const ARTICLES = 1_000;
const PASSES = 3;
const LENGTH = 5_000;
const SPANS = 45;
const RUNS = 3;

/** Spans that all annotators see much alike: some miss one, some set its ends a little differently. */
function articleFrom(draw: Draw, number: number): AnnotatedArticle {
  const seen = Array.from({ length: SPANS }, () => {
    const start = draw(LENGTH - 400);
    return { kind: KINDS[draw(KINDS.length)]!, start, end: start + 20 + draw(300) };
  });
  const passes = Array.from({ length: PASSES }, (_, annotator) => ({
    annotator: { id: `annotator ${annotator}`, name: `Annotator ${annotator}` },
    annotations: seen
      .filter(() => draw(10) > 0)
      .map(({ kind, start, end }, i): PassAnnotation => {
        const shift = draw(3) === 0 ? draw(15) : 0;
        return {
          id: `${number} ${annotator} ${i}`,
          kind,
          spans: [{ start: start + shift, end: end + shift }],
          attributes: {
            source: `person ${draw(4)}`,
            mode: draw(5) ? 'named' : 'anonymous',
            checkworthy: draw(2) === 0,
          },
        };
      }),
  }));
  return { articleId: `article ${number}`, length: LENGTH, passes };
}

/** All figures of all pairs over 1,000 articles of 45 spans, each with three passes, with 1,000 draws for the intervals. */
export default async function benchAgreement() {
  const draw = seededDraw(20_261);
  const articles = Array.from({ length: ARTICLES }, (_, number) => articleFrom(draw, number));
  const seconds = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    agreementReport(articles);
    return (performance.now() - started) / 1_000;
  });
  return {
    name: 'agreement',
    articles: ARTICLES,
    passes: PASSES,
    spans: articles.reduce(
      (sum, { passes }) => sum + passes.flatMap(({ annotations }) => annotations).length,
      0,
    ),
    seconds: Number(seconds.toSorted((a, b) => a - b)[1]!.toFixed(2)),
    secondsWorstRun: Number(Math.max(...seconds).toFixed(2)),
    megabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}
