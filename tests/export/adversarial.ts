import fc from 'fast-check';
import type { Span } from '@/lib/domain/span';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { KINDS } from '@/lib/domain/vocabulary';
import type { ExportedDocument } from '@/lib/export/records';
import { annotationOf, describedOf, uuid } from './records-fixture';

/** What breaks offsets, lines, cells and quoting. */
const PIECES = [
  'Rents rose',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  '\n\n\n',
  '\t',
  '👩‍🚀',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇺🇦',
  'e\u0301',
  ' \u0301',
  '\t\u200d',
  'الأسعار',
  'שָׁלוֹם',
  '物価は来年',
  '𠮷野家',
  '"quoted"',
  "'",
  '=SUM(A1)',
  '@cmd',
  '\\',
  '\\n',
  '|',
  '[1]',
  '_',
  '*',
  '->',
  ';',
  '#Text=x',
  '\u2028',
  '\u0085',
  '\u001c',
  '\u0001',
  '\u00a0',
  'T1\tclaim 0 1\tx',
  '.',
  '? ',
];

export const HARD_NAMES = ['Ola Quist', '=1+1', 'a\tb', 'c\nd', 'e\rf', 'g|h_[2]*', '👩‍🚀 "x"', '\\', '\u2028'];

/** Texts of one kind of trouble each. */
export const HARD_CASES: Readonly<Record<string, string>> = {
  'emoji with joiners': 'a👩‍🚀b👨‍👩‍👧‍👦👍🏽🇺🇦c',
  'combining marks': 'cafe\u0301 n\u0303o \u0301x Z\u0351\u036b\u0343',
  'right to left': 'אמר: «שלום» (1) الأسعار ترتفع 3%',
  'Chinese, Japanese, Korean': '物価は来年下がる。𠮷野家 가격이 오른다，他说。',
  'Windows line ends': 'One.\r\nTwo.\r\n\r\nThree.\r\n',
  'mixed line ends': 'a\rb\nc\r\nd\u2028e\u0085f\u000bg',
  'tabs and blanks': '\ta\t\tb  c \u00a0d\u3000e ',
  'quotes and formulas': '=SUM("A1") \'@x\' -1 +2 |3 "a""b"',
  'signs of other formats': 'T1\tclaim 0 1\t#Text=_|[1]*->;\\n{"a":1}<b>&amp;',
  'no paragraph: one line without an end': 'Rents rose',
  'no paragraph: blank lines and one word': '\n\n  \n\t\nword\n\n',
  'one character': '𝒳',
  'control characters': 'a\u0001b\u001cc\u007fd',
  'a byte order mark inside': 'a\ufeffb\u200dc\u200e',
};

/** Texts made of what is hard, also empty ones. */
export const hardText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

/** Sorted, disjoint, not empty spans in a text of so many code points. */
const spansIn = (length: number): fc.Arbitrary<Span[]> =>
  fc.uniqueArray(fc.nat(length), { minLength: 2, maxLength: 6 }).map((points) => {
    const sorted = points.sort((a, b) => a - b);
    return sorted.flatMap((start, i) =>
      i % 2 === 0 && i + 1 < sorted.length ? [{ start, end: sorted[i + 1]! }] : [],
    );
  });

/** A document with up to eight annotations that lie, overlap and nest as they like. */
export const hardDocument: fc.Arbitrary<ExportedDocument> = hardText
  .filter((text) => text.length > 0)
  .chain((text) => {
    const length = [...text].length;
    return fc
      .array(
        fc.record({
          spans: spansIn(length),
          kind: fc.constantFrom(...KINDS),
          name: fc.constantFrom(...HARD_NAMES),
        }),
        {
          maxLength: 8,
        },
      )
      .map((marks) => documentOf(text, marks));
  });

function documentOf(
  text: string,
  marks: readonly { spans: Span[]; kind: (typeof KINDS)[number]; name: string }[],
): ExportedDocument {
  const rows = marks.map(({ spans, kind, name }, i) =>
    describedOf(
      text,
      annotationOf(text, spans, {
        id: uuid(100 + i),
        kind,
        status: kind === 'prediction' ? 'pending' : 'unverified',
        ...(kind === 'claim' && { claim: EMPTY_DETAILS.claim }),
        ...(kind === 'quote' && { quote: EMPTY_DETAILS.quote }),
        ...(kind === 'prediction' && { prediction: EMPTY_DETAILS.prediction }),
        attribution: [{ source: { id: uuid(900 + i), name, type: 'person' }, cue: name, mode: 'named' }],
        tags: [name],
      }),
    ),
  );
  const described = describedOf(text, annotationOf(text, []));
  return { article: described.article, revision: { ...described.revision, text }, rows };
}
