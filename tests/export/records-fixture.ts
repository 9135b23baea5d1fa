import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { excerptOf } from '@/lib/domain/excerpt';
import { TextIndex } from '@/lib/domain/text-index';
import type { Span } from '@/lib/domain/span';
import type {
  DescribedAnnotation,
  ExportedCapture,
  ExportedCopy,
  ExportedVerification,
  ExportedWorkspace,
  LosslessRecord,
} from '@/lib/export/records';
import { marked, markedSpans } from '../support/marked';

/** Hand-made records: what a small newsroom's workspace could hold, with the scripts that break offsets. */

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const THEN = '2026-03-01T09:30:00.000Z';

export const WORKSPACE: ExportedWorkspace = {
  id: uuid(1),
  slug: 'desk',
  name: 'The desk',
  timeZone: 'UTC',
  checkingRules: { needsApproval: false, independentSources: 2, secondResolver: false },
  createdAt: THEN,
};

/** Texts with the marked words, by what is hard about them. */
export const HARD_TEXTS: Readonly<Record<string, string>> = {
  'emoji joined by ZWJ': '👩‍🚀 said 🚀🚀 <a>👨‍👩‍👧‍👦 will land</a> by May 🛬.',
  'emoji with skin tone and flag': 'From 🇺🇦 came <a>👍🏽 “yes”</a> and 🇫🇷 too.',
  'combining marks': 'Zoe\u0308 ate cre\u0300me; <a>Ane\u0301zka said no\u0304</a> twice.',
  'right to left': 'قال الوزير إن <a>الأسعار ستنخفض</a> قريباً 🙂.',
  'Hebrew with points': 'אמר <a>שָׁלוֹם לַכֹּל</a> ויצא.',
  CJK: '部長は「<a>物価は来年下がる</a>」と述べた。',
  'CJK beyond the basic plane': '他說𠮷野家<a>𠮷的𪚥價格會漲</a>。',
  'a formula': 'The cell <a>=HYPERLINK("https://evil.example","x")</a> stood there.',
  'quotes, commas, newlines, tabs': 'He said <a>"a, b"\n\t"c"\r\nand 🙂 more</a>, then left.',
  'a line feed alone': 'First <a>line\nsecond line</a> third.',
  'a carriage return alone': 'First <a>line\rsecond line</a> third.',
  'line separators': 'One\u2028two <a>three\u2029four\u0085five</a> six.',
  'two stretches': 'Prices <a>will fall 📉</a>, she said, <b>by a third</b>.',
};

/** Of the last text: thousands of annotations of one text would each read it whole. */
let lastIndex = new TextIndex('');
const indexOf = (text: string): TextIndex =>
  text === lastIndex.text ? lastIndex : (lastIndex = new TextIndex(text));

export function annotationOf(
  text: string,
  spans: readonly Span[],
  given: Partial<Annotation> = {},
): Annotation {
  const index = indexOf(text);
  return {
    id: uuid(100),
    articleId: uuid(10),
    revisionId: uuid(20),
    layer: 'shared',
    discussion: NO_DISCUSSION,
    kind: 'claim',
    spans: spans.map((span) => ({ ...span, ...excerptOf(index, span) })),
    status: 'unverified',
    attribution: [],
    ...((given.kind ?? 'claim') === 'claim' && { claim: EMPTY_DETAILS.claim }),
    tags: [],
    attributes: {},
    guidelineVersion: null,
    author: { id: uuid(2), name: 'Ada Lindqvist' },
    version: 1,
    seq: 1,
    anchor: 'exact',
    recheck: null,
    createdAt: THEN,
    updatedAt: THEN,
    deletedAt: null,
    ...given,
  };
}

export function describedOf(
  text: string,
  annotation: Annotation,
  given: Partial<DescribedAnnotation> = {},
): DescribedAnnotation {
  return {
    annotation,
    article: {
      id: annotation.articleId,
      title: 'Prices, "rent" and =SUM',
      publisher: 'The Harbour Post',
      byline: null,
      url: 'https://harbour.example/prices and rent',
      publishedAt: '2026-02-28',
      publishedAtPrecision: 'day',
      publishedAtBasis: 'stated',
      language: 'en',
      licence: null,
      licenceUrl: null,
      rightsHolder: null,
      textAllowed: null,
    },
    revision: { id: annotation.revisionId, number: 1, sha256: 'ab'.repeat(32), createdAt: THEN, text },
    verification: null,
    ...given,
  };
}

export const aVerification = (given: Partial<ExportedVerification> = {}): ExportedVerification => ({
  id: uuid(300),
  annotationId: uuid(100),
  revisionId: uuid(20),
  status: 'refuted',
  rationale: '=The harbour office, "in full", says otherwise.',
  evidence: [
    {
      stance: 'refutes',
      url: 'https://office.example/table',
      excerpt: 'Rents fell.',
      articleId: null,
      revisionId: null,
      span: null,
      annotationId: null,
      origin: 'primary',
      captureId: uuid(400),
    },
    {
      stance: 'context',
      url: null,
      excerpt: '物価',
      articleId: uuid(11),
      revisionId: uuid(21),
      span: { start: 4, end: 6 },
      annotationId: null,
      origin: null,
      captureId: null,
    },
  ],
  searches: ['rents 2025'],
  criteria: null,
  criteriaPostHoc: false,
  outcomeKnownAt: null,
  verifier: { id: uuid(3), name: 'Bo Varga' },
  approval: { state: 'approved', by: { id: uuid(2), name: 'Ada Lindqvist' }, reason: null, at: THEN },
  correction: null,
  seq: 2,
  createdAt: THEN,
  ...given,
});

export const aCopy = (given: Partial<ExportedCopy> = {}): ExportedCopy => ({
  id: uuid(410),
  title: 'Table of rents',
  publishedAt: '2026-02-27',
  mediaType: 'text/html',
  byteLength: 12_000,
  bytesSha256: 'cd'.repeat(32),
  textSha256: 'ef'.repeat(32),
  hasFile: false,
  text: 'Rents fell. All of them.',
  createdAt: THEN,
  ...given,
});

export const aStoredCapture = (given: Partial<ExportedCapture> = {}): ExportedCapture => ({
  id: uuid(400),
  kind: 'page',
  url: 'https://office.example/table',
  fileName: null,
  state: 'stored',
  failure: null,
  finalUrl: 'https://office.example/table',
  capturedAt: THEN,
  copyId: uuid(410),
  capturedBy: { id: uuid(3), name: 'Bo Varga' },
  createdAt: THEN,
  ...given,
});

/** One described annotation for each hard text. */
export function hardRows(): DescribedAnnotation[] {
  return Object.values(HARD_TEXTS).map((source, i) => {
    const { text, ...rest } = marked(source);
    const ids = { id: uuid(100 + i), articleId: uuid(40 + i), revisionId: uuid(70 + i) };
    return describedOf(text, annotationOf(text, markedSpans({ text, ...rest }), ids));
  });
}

/** The records of a workspace with the hard texts, each an article with one annotation. */
export function hardRecords(): LosslessRecord[] {
  const rows = hardRows();
  return [
    { type: 'workspace', workspace: WORKSPACE },
    ...rows.map(({ article, revision }): LosslessRecord => ({
      type: 'article',
      article: {
        ...article,
        basis: { publisher: { basis: 'stated', words: '© Harbour', span: { start: 0, end: 9 } } },
        seq: 1,
        createdAt: THEN,
        currentRevisionId: revision.id,
        revisions: [
          {
            id: revision.id,
            number: 1,
            sha256: revision.sha256,
            length: new TextIndex(revision.text!).length,
            createdAt: THEN,
            regions: [{ start: 0, end: 3, role: 'body' }],
            text: revision.text,
            original: null,
          },
        ],
        nearCopies: [],
      },
    })),
    { type: 'copy', copy: aCopy() },
    { type: 'capture', capture: aStoredCapture() },
    ...rows.map(({ annotation }): LosslessRecord => ({
      type: 'annotation',
      annotation: {
        ...annotation,
        anchors: [{ revisionId: annotation.revisionId, state: 'exact', spans: annotation.spans }],
      },
    })),
    { type: 'verification', verification: aVerification({ annotationId: rows[0]!.annotation.id }) },
  ];
}

export async function* streamOf<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

/** The words at a span, counted in code points by a way of its own. */
export const wordsAt = (text: string, { start, end }: Span): string => [...text].slice(start, end).join('');
