import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { v7 } from 'uuid';

export interface WorkspaceFile {
  annotations: number;
  articles: number;
}

/** Code points of context before and after a mark. */
const CONTEXT = 32;
const IN_ARTICLE = 50;
/** Every so many characters a sentence has one of two code units. */
const EMOJI = '📈';

/**
 * Writes a workspace in the lossless form: so many annotations, 50 to an article of numbered sentences, of the three kinds in
 * turn, every tenth with two spans and every third with two hops; each 99th, a claim, is decided with evidence. Ids are new.
 */
export async function writeWorkspaceFile(file: string, annotations: number): Promise<WorkspaceFile> {
  const out = createWriteStream(file);
  const counts: Record<string, number> = {};
  const put = async (record: { type: string } & Record<string, unknown>, isCounted = true): Promise<void> => {
    if (isCounted) counts[record.type] = (counts[record.type] ?? 0) + 1;
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
  };
  const at = '2026-01-05T09:00:00.000Z';
  const person = { id: v7(), name: 'Bench' };
  const articles = Math.ceil(annotations / IN_ARTICLE);
  await put(
    {
      type: 'touchstone',
      format: 'jsonl',
      version: 1,
      offsetUnit: 'code_point',
      text: 'full',
      workspace: 'bench',
      leftOut: [],
    },
    false,
  );
  await put({
    type: 'workspace',
    id: v7(),
    slug: 'bench',
    name: 'Bench',
    timeZone: 'UTC',
    checkingRules: { needsApproval: false, independentSources: 1, secondResolver: false },
    createdAt: at,
  });
  const held: HeldArticle[] = [];
  for (let i = 0; i < articles; i++) {
    const article = articleOf(i);
    held.push(article);
    await put({ type: 'article', ...articleRecord(article, i, at) });
  }
  const sources = Array.from({ length: 200 }, (_, i) => ({ id: v7(), name: `Person ${i}` }));
  for (const { id, name } of sources)
    await put({
      type: 'source',
      id,
      name,
      sourceType: 'person',
      aliases: [],
      articleId: null,
      mergedIntoId: null,
      affiliations: [],
      distinctFrom: [],
      createdAt: at,
    });
  const decided: { id: string; revisionId: string }[] = [];
  for (let n = 0; n < annotations; n++) {
    const { id, revisionId, sentences, characters } = held[Math.floor(n / IN_ARTICLE)]!;
    const kind = (['claim', 'quote', 'prediction'] as const)[n % 3]!;
    const annotationId = v7();
    const isDecided = n % 99 === 0;
    if (isDecided) decided.push({ id: annotationId, revisionId });
    const spans = spansOf(characters, sentences[n % IN_ARTICLE]!, n % 10 === 0);
    const hop = (k: number) => ({
      source: { ...sources[(n + k) % 200]!, type: 'person' },
      cue: 'says',
      mode: 'named',
      cueSpan: null,
      nameSpan: null,
      recordedAs: null,
    });
    await put({
      type: 'annotation',
      id: annotationId,
      articleId: id,
      revisionId,
      layer: 'shared',
      kind,
      spans,
      status: isDecided ? 'supported' : kind === 'prediction' ? 'pending' : 'unverified',
      attribution: n % 3 === 0 ? [hop(0), hop(7)] : [hop(0)],
      ...(kind === 'claim' && {
        claim: { normalized: 'Rents rose by a third.', checkworthy: true, judgedAsOf: null },
      }),
      ...(kind === 'quote' && { quote: { form: 'direct' } }),
      ...(kind === 'prediction' && {
        prediction: {
          horizonText: 'next year',
          deadline: '2027-12-31',
          condition: null,
          likelihoodWords: 'probably',
          probability: 0.7,
          criteria: 'They rise.',
          deadlineBasis: 'inferred',
          deadlineEarliest: '2027-01-01',
          polarity: 'will',
          threshold: null,
        },
        tracking: {
          condition: null,
          criteriaWrittenAt: at,
          criteriaLock: null,
          criteriaUnlockedBecause: null,
        },
      }),
      tags: ['rents', 'harbour'],
      attributes: {},
      guidelineVersion: null,
      author: person,
      version: 1,
      seq: (n % IN_ARTICLE) + 1,
      anchor: 'exact',
      recheck: null,
      createdAt: at,
      updatedAt: at,
      anchors: [{ revisionId, state: 'exact', spans }],
    });
  }
  for (const { id, revisionId } of decided)
    await put({
      type: 'verification',
      id: v7(),
      annotationId: id,
      revisionId,
      status: 'supported',
      rationale: 'So it is.',
      evidence: [
        {
          stance: 'supports',
          url: 'https://example.org/rents',
          excerpt: 'They rose.',
          articleId: null,
          revisionId: null,
          span: null,
          annotationId: null,
          origin: 'primary',
          captureId: null,
        },
      ],
      searches: [],
      criteria: null,
      criteriaPostHoc: false,
      outcomeKnownAt: null,
      rule: null,
      resolvedWith: null,
      errorHop: null,
      errorSource: null,
      verifier: person,
      approval: null,
      correction: null,
      seq: IN_ARTICLE + 1,
      createdAt: at,
    });
  await put({ type: 'end', records: counts }, false);
  out.end();
  await once(out, 'close');
  return { annotations, articles };
}

interface HeldArticle {
  id: string;
  revisionId: string;
  sentences: { start: number; characters: string[] }[];
  characters: string[];
}

function articleOf(number: number): HeldArticle {
  let start = 0;
  const sentences = Array.from({ length: IN_ARTICLE }, (_, n) => {
    const words = `No. ${String(n).padStart(4, '0')} of ${number} says – that the rents ${n % 4 === 0 ? EMOJI : 'here'} in the harbour rose by a third last year. `;
    const characters = [...words];
    const sentence = { start, characters };
    start += characters.length;
    return sentence;
  });
  return {
    id: v7(),
    revisionId: v7(),
    sentences,
    characters: sentences.flatMap(({ characters }) => characters),
  };
}

function articleRecord({ id, revisionId, characters }: HeldArticle, number: number, at: string) {
  const text = characters.join('');
  return {
    id,
    title: `Article ${number}`,
    publisher: 'The Harbour Post',
    byline: null,
    url: null,
    publishedAt: '2026-01-04',
    publishedAtPrecision: 'day',
    publishedAtBasis: 'stated',
    language: 'en',
    licence: null,
    licenceUrl: null,
    rightsHolder: null,
    textAllowed: null,
    basis: {},
    seq: IN_ARTICLE + 1,
    createdAt: at,
    currentRevisionId: revisionId,
    revisions: [
      {
        id: revisionId,
        number: 1,
        sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
        length: characters.length,
        createdAt: at,
        regions: [{ start: 0, end: characters.length, role: 'body' }],
        text,
        original: null,
      },
    ],
    nearCopies: [],
  };
}

function spansOf(
  whole: readonly string[],
  { start, characters }: HeldArticle['sentences'][number],
  isInTwo: boolean,
) {
  const span = (from: number, to: number) => ({
    start: start + from,
    end: start + to,
    exact: characters.slice(from, to).join(''),
    prefix: whole.slice(Math.max(0, start + from - CONTEXT), start + from).join(''),
    suffix: whole.slice(start + to, start + to + CONTEXT).join(''),
  });
  return isInTwo ? [span(3, 12), span(20, 40)] : [span(15, characters.length - 2)];
}
