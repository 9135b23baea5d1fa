import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import type { AnnotatedArticle, PassAnnotation } from '@/lib/domain/agreement/annotated-article';
import { type Draw, seededDraw } from '@/lib/domain/agreement/seeded-random';
import type { OwnAttribute } from '@/lib/domain/agreement/attribute';
import { KINDS, STATUSES } from '@/lib/domain/vocabulary';

const ARTICLES = 1_000;
const PASSES = 3;
const LENGTH = 5_000;
const SPANS = 45;
const RUNS = 3;
const TAGS = ['ferry', 'harbour', 'mayor', 'pier', 'storm'];
const OWN: readonly OwnAttribute[] = [
  { key: 'urgency', kinds: [...KINDS], type: 'choice', options: ['low', 'middle', 'high'], ordered: true },
  { key: 'people', kinds: [...KINDS], type: 'number', options: [], ordered: false },
];

/** Spans that all annotators see much alike: some miss one, some set its ends a little differently. */
function articleFrom(draw: Draw, number: number): AnnotatedArticle {
  const seen = Array.from({ length: SPANS }, () => {
    const start = draw(LENGTH - 400);
    return { kind: KINDS[draw(KINDS.length)]!, start, end: start + 20 + draw(300) };
  });
  const passes = Array.from({ length: PASSES }, (_, annotator) => ({
    annotator: { id: `annotator ${annotator}`, name: `Annotator ${annotator}` },
    submittedAt: new Date(Date.UTC(2026, draw(12), 1 + draw(28))).toISOString(),
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
            status: STATUSES[kind][draw(4)]!,
            hops: draw(3),
            tags: TAGS.filter(() => draw(3) === 0),
            deadline: draw(3) ? `2026-0${1 + draw(9)}-01` : 'none',
            probability: draw(10) / 10,
            'attributes.urgency': OWN[0]!.options[draw(3)]!,
            'attributes.people': draw(1_000),
          },
        };
      }),
  }));
  return { articleId: `article ${number}`, length: LENGTH, passes };
}

/** All figures of all pairs and of all together, also month by month, over 1,000 articles of 45 spans, each with three passes, with 1,000 draws for the intervals. */
export default async function benchAgreement() {
  const draw = seededDraw(20_261);
  const articles = Array.from({ length: ARTICLES }, (_, number) => articleFrom(draw, number));
  const seconds = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    agreementReport(articles, { ownAttributes: OWN, overTime: { timeZone: 'Europe/Berlin' } });
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
