import { describe, expect, it } from 'vitest';
import { contains, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import {
  ATTRIBUTION_MODES,
  isDecided,
  KINDS,
  QUOTE_FORMS,
  ROLES,
  SOURCE_TYPES,
  STANCES,
  STATUSES,
} from '@/lib/domain/vocabulary';
import { SAMPLE_ARTICLES } from '@/prisma/seed/corpus/articles';
import {
  SAMPLE_ARTICLE_KEYS,
  type SampleAnnotation,
  type SampleArticle,
} from '@/prisma/seed/corpus/sample-article';
import { SAMPLE_FACT_CHECKS } from '@/prisma/seed/corpus/sample-fact-checks';
import { SAMPLE_PASSES } from '@/prisma/seed/corpus/sample-passes';
import { SAMPLE_PEOPLE } from '@/prisma/seed/corpus/sample-people';
import { SAMPLE_THREADS } from '@/prisma/seed/corpus/sample-threads';
import { spansFromExcerpts } from '@/prisma/seed/corpus/sample-spans';

const WRITTEN_ON = '2026-11-22';
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const marked = SAMPLE_ARTICLES.flatMap((article) =>
  article.annotations.map((annotation) => ({
    article,
    annotation,
    name: `${article.key}/${annotation.key}`,
  })),
);
const verified = marked.flatMap(({ article, annotation, name }) =>
  annotation.verifications.map((verification) => ({ article, annotation, verification, name })),
);
const evidenced = verified.flatMap(({ verification, ...rest }) =>
  verification.evidence.map((evidence) => ({ ...rest, verification, evidence })),
);
const predictions = marked.flatMap(({ article, annotation, name }) =>
  annotation.kind === 'prediction' ? [{ article, annotation, prediction: annotation.prediction, name }] : [],
);

const isDay = (day: string): boolean => new Date(day).toISOString().startsWith(day);
const wordsOf = (text: string): number => text.trim().split(/\s+/).length;
const placesOf = (text: string, words: string): number => text.split(words).length - 1;
const spansOf = (article: SampleArticle, annotation: SampleAnnotation): Span[] =>
  spansFromExcerpts(article.raw, annotation.excerpts, annotation.occurrence);
const articleOf = (key: string): SampleArticle => SAMPLE_ARTICLES.find((article) => article.key === key)!;
const longDay = (day: string): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const latestStatusOf = (annotation: SampleAnnotation): string =>
  annotation.verifications.at(-1)?.status ?? STATUSES[annotation.kind][0];

describe('the articles', () => {
  it('are six, over seven months, oldest first, each with its own address and note', () => {
    expect(SAMPLE_ARTICLES.map(({ key }) => key)).toEqual([...SAMPLE_ARTICLE_KEYS]);
    const days = SAMPLE_ARTICLES.map(({ publishedAt }) => publishedAt);
    expect(days.every(isDay)).toBe(true);
    expect(days).toEqual([...days].sort());
    expect([days[0]!.slice(0, 7), days.at(-1)!.slice(0, 7)]).toEqual(['2026-03', '2026-10']);
    expect(new Set(SAMPLE_ARTICLES.map(({ url }) => url)).size).toBe(6);
    for (const { note } of SAMPLE_ARTICLES) expect(note).toMatch(/invented/);
  });

  it.each(SAMPLE_ARTICLES)('$key is short, holds its title, and has 6 to 11 annotations', (article) => {
    expect(wordsOf(article.raw)).toBeGreaterThanOrEqual(180);
    expect(wordsOf(article.raw)).toBeLessThanOrEqual(320);
    expect(placesOf(article.raw, article.title)).toBe(1);
    expect(article.annotations.length).toBeGreaterThanOrEqual(6);
    expect(article.annotations.length).toBeLessThanOrEqual(11);
  });

  it('are 45 to 60 annotations together, each with a key of its own', () => {
    expect(marked.length).toBeGreaterThanOrEqual(45);
    expect(marked.length).toBeLessThanOrEqual(60);
    expect(new Set(marked.map(({ annotation }) => annotation.key)).size).toBe(marked.length);
  });

  it('print their date in two cases and leave it to the metadata in the others', () => {
    const printing = SAMPLE_ARTICLES.filter(({ raw, publishedAt }) => raw.includes(longDay(publishedAt)));
    expect(printing.map(({ key }) => key)).toEqual(['committee-to-decide', 'inspectors-warned']);
    const others = SAMPLE_ARTICLES.filter((article) => !printing.includes(article));
    for (const { raw } of others) expect(raw).not.toMatch(/\b2026\b/);
  });

  it('come with the dirt of scraped text in some cases, a doubled caption among it', () => {
    expect(SAMPLE_ARTICLES.filter(({ raw }) => /Share|Advertisement|Link copied/.test(raw)).length).toBe(4);
    const doubled = SAMPLE_ARTICLES.filter(({ raw }) => /^(.*Photo.*)\n\1$/m.test(raw));
    expect(doubled.map(({ key }) => key)).toEqual(['committee-to-decide', 'full-boats']);
  });

  it('exercise offsets: an astral character, joined ones, an accent, another script', () => {
    const texts = SAMPLE_ARTICLES.map(({ raw }) => raw).join('');
    for (const kind of [/\p{Emoji_Presentation}/u, /\u200d/u, /ë/u, /\p{Script=Greek}+ \p{Script=Greek}+/u])
      expect(texts).toMatch(kind);
    const astral = marked.filter(({ annotation }) =>
      annotation.excerpts.some((words) => /[\u{10000}-\u{10ffff}]/u.test(words)),
    );
    expect(astral.length).toBeGreaterThanOrEqual(2);
  });

  it('name no host but those reserved for examples', () => {
    const addresses = JSON.stringify(SAMPLE_ARTICLES).match(/https?:\/\/[^\s"”]+/g)!;
    for (const address of addresses) expect(new URL(address).host).toMatch(/^example\.(org|com|net)$/);
    expect(JSON.stringify(SAMPLE_ARTICLES)).not.toMatch(/www\.|@/);
    for (const { email } of SAMPLE_PEOPLE) expect(email).toMatch(/@example\.org$/);
  });
});

describe('the annotations', () => {
  it.each(marked)('$name: its excerpts stand in the text, as often as it says', ({ article, annotation }) => {
    for (const words of annotation.excerpts) {
      const places = placesOf(article.raw, words);
      if (annotation.occurrence === undefined) expect(places, words).toBe(1);
      else expect(places, words).toBeGreaterThan(Math.max(1, annotation.occurrence - 1));
      expect(words.trim()).toBe(words);
    }
    if (annotation.occurrence !== undefined) expect(annotation.excerpts.length).toBe(1);
    const index = new TextIndex(article.raw);
    expect(spansOf(article, annotation).map(({ start, end }) => index.slice(start, end))).toEqual(
      annotation.excerpts,
    );
  });

  it.each(marked)(
    '$name: its cues and its words of prediction stand in the text',
    ({ article, annotation }) => {
      expect(annotation.attribution.length).toBeGreaterThan(0);
      const printed = annotation.attribution.flatMap(({ cue }) => (cue === null ? [] : [cue]));
      if (annotation.kind === 'prediction') {
        const { horizonText, condition, likelihoodWords } = annotation.prediction;
        printed.push(...[horizonText, condition, likelihoodWords].filter((words) => words !== null));
      }
      for (const words of printed) expect(article.raw).toContain(words);
      for (const { source, mode, cue } of annotation.attribution) {
        expect(mode === 'anonymous').toBe(source.type === 'anonymous');
        expect(mode === 'author').toBe(source.type === 'author');
        if (mode === 'anonymous' && !source.name.startsWith('Not named'))
          expect(article.raw).toContain(source.name);
        if (mode === 'author') expect([cue, article.byline.includes(source.name)]).toEqual([null, true]);
      }
    },
  );

  it('show every kind, status, form, type of source, mode and stance', () => {
    for (const kind of KINDS) {
      const ofKind = marked.filter(({ annotation }) => annotation.kind === kind);
      const now = new Set(ofKind.map(({ annotation }) => latestStatusOf(annotation)));
      expect(
        [...STATUSES[kind]].filter((status) => !now.has(status)),
        kind,
      ).toEqual([]);
    }
    const hops = marked.flatMap(({ annotation }) => annotation.attribution);
    expect(new Set(hops.map(({ source }) => source.type))).toEqual(new Set(SOURCE_TYPES));
    expect(new Set(hops.map(({ mode }) => mode))).toEqual(new Set(ATTRIBUTION_MODES));
    const forms = marked.flatMap(({ annotation }) =>
      annotation.kind === 'quote' ? [annotation.quote.form] : [],
    );
    expect(new Set(forms)).toEqual(new Set(QUOTE_FORMS));
    expect(new Set(evidenced.map(({ evidence }) => evidence.stance))).toEqual(new Set(STANCES));
    expect(new Set(marked.map(({ annotation }) => annotation.by)).size).toBeGreaterThanOrEqual(2);
  });

  it('nest three deep in two articles', () => {
    const depthOf = (article: SampleArticle, inner: SampleAnnotation): number => {
      const span = spansOf(article, inner)[0]!;
      const around = article.annotations
        .flatMap((other) => spansOf(article, other))
        .filter((outer) => contains(outer, span) && outer.end - outer.start > span.end - span.start);
      return 1 + around.length;
    };
    const deep = marked.filter(({ article, annotation }) => depthOf(article, annotation) >= 3);
    expect(new Set(deep.map(({ article }) => article.key))).toEqual(
      new Set(['committee-backs-repair', 'shut-until-next-year']),
    );
  });

  it('hold quotes in two spans, chains of two sources, and decisions that were revised', () => {
    const broken = marked.filter(
      ({ annotation }) => annotation.kind === 'quote' && annotation.excerpts.length === 2,
    );
    expect(broken.length).toBeGreaterThanOrEqual(3);
    expect(
      marked.filter(({ annotation }) => annotation.attribution.length === 2).length,
    ).toBeGreaterThanOrEqual(5);
    expect(
      marked.filter(({ annotation }) => annotation.verifications.length === 2).length,
    ).toBeGreaterThanOrEqual(3);
  });
});

describe('the verifications', () => {
  it.each(verified)('$name, $verification.status: allowed, reasoned and by somebody who may', (row) => {
    const { article, annotation, verification } = row;
    expect(STATUSES[annotation.kind] as readonly string[]).toContain(verification.status);
    expect(verification.rationale.length).toBeGreaterThan(10);
    if (isDecided(verification.status))
      expect(verification.evidence.length + (verification.searches ?? []).length).toBeGreaterThan(0);
    const person = SAMPLE_PEOPLE.find(({ key }) => key === verification.by)!;
    expect(ROLES.indexOf(person.role)).toBeGreaterThanOrEqual(ROLES.indexOf('editor'));
    expect(isDay(verification.on)).toBe(true);
    expect(verification.on >= article.publishedAt && verification.on < WRITTEN_ON).toBe(true);
  });

  it.each(marked)('$name: its decisions stand in the order of time', ({ annotation }) => {
    const days = annotation.verifications.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
  });

  it('cite other articles only, by words that stand there once, after they were printed', () => {
    for (const { article, verification, evidence, name } of evidenced) {
      if (!('article' in evidence)) continue;
      expect(evidence.article, name).not.toBe(article.key);
      expect(placesOf(articleOf(evidence.article).raw, evidence.passage), evidence.passage).toBe(1);
      expect(articleOf(evidence.article).publishedAt <= verification.on, name).toBe(true);
    }
  });

  it('decide for or against by evidence of that stance, and conflict by both', () => {
    const needed: Record<string, string[]> = {
      supported: ['supports'],
      accurate: ['supports'],
      came_true: ['supports'],
      refuted: ['refutes'],
      altered: ['refutes'],
      misattributed: ['refutes'],
      fabricated: ['refutes'],
      did_not_come_true: ['refutes'],
      conflicting: ['supports', 'refutes'],
      partly_true: ['supports', 'refutes'],
    };
    for (const { verification, name } of verified) {
      const stances = verification.evidence.map(({ stance }) => stance as string);
      for (const stance of needed[verification.status] ?? []) expect(stances, name).toContain(stance);
    }
  });
});

describe('the predictions', () => {
  const find = (key: string) => predictions.find(({ annotation }) => annotation.key === key)!;

  it.each(predictions)('$name: a deadline has words behind it, a probability is printed', (row) => {
    const { article, prediction } = row;
    if (prediction.deadline !== null) {
      expect(prediction.horizonText).not.toBeNull();
      expect(isDay(prediction.deadline) && prediction.deadline > article.publishedAt).toBe(true);
    }
    if (prediction.probability !== null)
      expect(article.raw).toContain(`${Math.round(prediction.probability * 100)} per cent`);
  });

  it.each(predictions)('$name: is resolved by criteria, once the outcome was known', (row) => {
    const { annotation, prediction } = row;
    for (const verification of annotation.verifications) {
      if (!isDecided(verification.status)) continue;
      expect(prediction.criteria ?? verification.criteria).toBeTruthy();
      if (verification.status === 'unresolvable') continue;
      expect(verification.outcomeKnownAt! <= verification.on).toBe(true);
      if (verification.status === 'did_not_come_true')
        expect(prediction.deadline !== null && prediction.deadline < verification.on).toBe(true);
    }
  });

  it('follow the guideline on deadlines', () => {
    expect(find('vote-next-week').prediction.deadline).toBe('2026-03-29');
    expect(new Date('2026-03-29').getUTCDay()).toBe(0);
    expect(find('reopen-early-next-year').prediction.deadline).toBe('2027-03-31');
    expect(find('closer-than-ever').prediction.deadline).toBeNull();
  });

  it('leave one overdue with its outcome in a later article, and some open until next year', () => {
    const pending = predictions.filter(({ annotation }) => latestStatusOf(annotation) === 'pending');
    const overdue = pending.filter(({ prediction }) => prediction.deadline! < WRITTEN_ON);
    expect(overdue.map(({ annotation }) => annotation.key)).toEqual(['reopen-by-october']);
    expect(pending.some(({ prediction }) => prediction.deadline! >= '2027-01-01')).toBe(true);
    expect(pending.some(({ prediction }) => prediction.condition !== null)).toBe(true);
  });
});

describe('what the team says', () => {
  it('is a question that is open, a mention and a thread that is settled, each about an annotation', () => {
    const keys = marked.map(({ annotation }) => annotation.key);
    for (const { about } of SAMPLE_THREADS) expect(keys).toContain(about);
    expect(SAMPLE_THREADS.filter(({ isQuestion, resolved }) => isQuestion && !resolved)).toHaveLength(1);
    expect(SAMPLE_THREADS.filter(({ resolved }) => resolved)).toHaveLength(1);
    const said = SAMPLE_THREADS.flatMap(({ comments }) => comments);
    expect(new Set([...keys, ...said.map(({ key }) => key)]).size).toBe(keys.length + said.length);
    expect(said.some(({ words }) => SAMPLE_PEOPLE.some(({ name }) => words.includes(`@${name}`)))).toBe(true);
  });

  it.each(SAMPLE_THREADS)('about $about is short, in order, and after the annotation was made', (thread) => {
    const { article } = marked.find(({ annotation }) => annotation.key === thread.about)!;
    const days = [
      article.publishedAt,
      ...thread.comments.map(({ on }) => on),
      thread.resolved?.on ?? WRITTEN_ON,
    ];
    expect(days.every(isDay)).toBe(true);
    expect(days).toEqual([...days].sort());
    for (const { words } of thread.comments) expect(wordsOf(words)).toBeLessThanOrEqual(30);
  });
});

describe('what is published', () => {
  it.each(SAMPLE_FACT_CHECKS)(
    '$key is of a decision, and corrected afterwards',
    ({ about, on, correction }) => {
      const { annotation } = marked.find((candidate) => candidate.annotation.key === about)!;
      const decision = annotation.verifications.at(-1)!;
      expect(isDecided(decision.status)).toBe(true);
      const days = [decision.on, on, correction.on, WRITTEN_ON];
      expect(days.every(isDay)).toBe(true);
      expect(days).toEqual([...days].sort());
    },
  );
});

describe('what is annotated apart', () => {
  const { article, on, passes, decisions } = SAMPLE_PASSES;
  const marks = passes.flatMap((pass) => pass.marks);

  it('lies in the article, under keys of its own', () => {
    const { raw, publishedAt } = articleOf(article);
    expect(isDay(on) && on > publishedAt && on < WRITTEN_ON).toBe(true);
    for (const { excerpts } of marks)
      for (const words of excerpts) expect(placesOf(raw, words), words).toBe(1);
    expect(new Set([...marks, ...decisions].map(({ key }) => key)).size).toBe(
      marks.length + decisions.length,
    );
  });

  it('is decided on mark by mark, and some of it waits', () => {
    const decided = decisions.map((decision) => decision.on);
    expect(decided.every((key) => marks.some((mark) => mark.key === key))).toBe(true);
    expect(decided.length).toBeLessThan(marks.length / 2);
  });
});
