import { reanchorSpans } from '@/lib/domain/anchor';
import { meaningCueOf } from '@/lib/domain/meaning-cue';
import type { Span } from '@/lib/domain/span';
import { textChangeOf } from '@/lib/domain/text-diff';
import type { AnchorState } from '@/lib/domain/vocabulary';

const WORDS_IN_TEXT = 50_000;
const ANNOTATIONS = 1_000;
const SHARE_CHANGED = 0.02;
const RUNS = 5;

type Random = (below: number) => number;

/** Park and Miller's generator (1988): the same text on every machine. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}

/** A word of the old text, what it became (null: taken out), and what was put before it. */
interface Word {
  before: string;
  after: string | null;
  inserted: string[];
}
interface Paragraph {
  sentences: Word[][];
  fate: 'kept' | 'deleted' | 'moved';
}

const SYLLABLES = 'ba ke li mo nu ra se ti vo zu dal fen gor hin jut'.split(' ');
const FUNCTION_WORDS = 'the of to and a in that is was for it with as his on be at by had'.split(' ');
const CUES = 'not never may four nine 40 90 million denied if'.split(' ');

/** Two fifths function words, some cues of negation, doubt and number, and a vocabulary of 3,600 words. */
function wordFrom(random: Random): string {
  const kind = random(100);
  if (kind < 40) return FUNCTION_WORDS[random(FUNCTION_WORDS.length)]!;
  if (kind < 43) return CUES[random(CUES.length)]!;
  return Array.from({ length: 2 + random(2) }, () => SYLLABLES[random(SYLLABLES.length)]!).join('');
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function paragraphsFrom(random: Random): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let words = 0; words < WORDS_IN_TEXT;) {
    const sentences = Array.from({ length: 2 + random(5) }, () =>
      Array.from({ length: 6 + random(20) }, (_, i): Word => {
        const word = i === 0 ? capitalised(wordFrom(random)) : wordFrom(random);
        return { before: word, after: word, inserted: [] };
      }),
    );
    words += sentences.flat().length;
    paragraphs.push({ sentences, fate: 'kept' });
  }
  return paragraphs;
}

const lengthOf = (words: readonly Word[]): number =>
  words.reduce((sum, { before }) => sum + before.length + 1, 0);

/**
 * Changes 2 % of the characters, never in the first word of a sentence, so that its capital stays. `letters`: single letters, anywhere, which touches about a tenth of the words.
 * `words`: half by replacing, inserting and removing words, a quarter by moving paragraphs, a quarter by
 * deleting them.
 */
function editParagraphs(paragraphs: readonly Paragraph[], random: Random, kind: 'letters' | 'words'): void {
  const budget = SHARE_CHANGED * lengthOf(paragraphs.flatMap(({ sentences }) => sentences.flat()));
  const changeFate = (fate: Paragraph['fate']): void => {
    for (let spent = 0; spent < budget / 4;) {
      const paragraph = paragraphs[random(paragraphs.length)]!;
      if (paragraph.fate !== 'kept') continue;
      paragraph.fate = fate;
      spent += lengthOf(paragraph.sentences.flat());
    }
  };
  if (kind === 'words') ['deleted' as const, 'moved' as const].forEach(changeFate);
  const kept = paragraphs.filter(({ fate }) => fate === 'kept');
  for (let spent = kind === 'words' ? budget / 2 : 0; spent < budget;) {
    const { sentences } = kept[random(kept.length)]!;
    const sentence = sentences[random(sentences.length)]!;
    const word = sentence[1 + random(sentence.length - 1)]!;
    spent += kind === 'words' ? editWord(word, random) : editLetter(word, random);
  }
}

function editWord(word: Word, random: Random): number {
  const fresh = wordFrom(random);
  const kind = random(3);
  if (kind === 0) word.inserted.push(fresh);
  else word.after = kind === 1 ? fresh : null;
  return fresh.length + 1;
}

function editLetter(word: Word, random: Random): number {
  const text = word.after!;
  const at = random(text.length);
  word.after = `${text.slice(0, at)}${'abcdefghij'[random(10)]}${text.slice(at + 1)}`;
  return 1;
}

interface Rendered {
  text: string;
  /** Where each old word stands in the text; absent when it was taken out. */
  places: Map<Word, Span>;
}

function rendered(paragraphs: readonly Paragraph[], side: 'before' | 'after'): Rendered {
  const places = new Map<Word, Span>();
  let text = '';
  for (const { sentences } of paragraphs) {
    for (const sentence of sentences) {
      for (const word of sentence) {
        if (side === 'after') text += word.inserted.map((inserted) => `${inserted} `).join('');
        const own = word[side];
        if (own === null) continue;
        places.set(word, { start: text.length, end: text.length + own.length });
        text += `${own} `;
      }
      text = `${text.trimEnd()}. `;
    }
    text = `${text.trimEnd()}\n\n`;
  }
  return { text, places };
}

/** The paragraphs of the new text: those deleted are left out, those moved go to a place drawn by lot. */
function rearranged(paragraphs: readonly Paragraph[], random: Random): Paragraph[] {
  const result = paragraphs.filter(({ fate }) => fate === 'kept');
  for (const paragraph of paragraphs)
    if (paragraph.fate === 'moved') result.splice(random(result.length + 1), 0, paragraph);
  return result;
}

/** What the generator knows of one annotation. */
interface Truth {
  span: Span;
  /** Where its words are now; null when nothing is left of them. */
  place: Span | null;
  isSame: boolean;
  isMoved: boolean;
  /** A negating, hedging or number word of its sentence was touched. */
  isTurned: boolean;
}

function truthOf(
  paragraph: Paragraph,
  words: Word[],
  sentence: Word[],
  before: Rendered,
  after: Rendered,
): Truth {
  const span = { start: before.places.get(words[0]!)!.start, end: before.places.get(words.at(-1)!)!.end };
  const left = words.flatMap((word) => after.places.get(word) ?? []);
  const place = left.length > 0 ? { start: left[0]!.start, end: left.at(-1)!.end } : null;
  const isTurned = sentence.some((word) =>
    [...(word.after === word.before ? [] : [word.before, word.after ?? '']), ...word.inserted].some(
      meaningCueOf,
    ),
  );
  return {
    span,
    place,
    isSame:
      place !== null && before.text.slice(span.start, span.end) === after.text.slice(place.start, place.end),
    isMoved: paragraph.fate === 'moved',
    isTurned,
  };
}

function truthsFrom(
  paragraphs: readonly Paragraph[],
  random: Random,
  before: Rendered,
  after: Rendered,
): Truth[] {
  return Array.from({ length: ANNOTATIONS }, () => {
    const paragraph = paragraphs[random(paragraphs.length)]!;
    const sentence = paragraph.sentences[random(paragraph.sentences.length)]!;
    const from = random(sentence.length);
    const words = sentence.slice(from, from + 1 + random(sentence.length - from));
    return truthOf(paragraph, words, sentence, before, after);
  });
}

const VERDICTS = ['right', 'silent', 'misplaced', 'lost', 'overcautious'] as const;
/**
 * `silent`: called exact or moved although its words or the sense of its sentence changed, or in another place:
 * the one mistake that must never happen. `misplaced`: called changed, in a place that holds none of its words.
 * `lost`: orphaned though its words all stand there. `overcautious`: called changed though nothing was.
 */
type Verdict = (typeof VERDICTS)[number];

function verdictOf(truth: Truth, state: AnchorState, place: Span | undefined): Verdict {
  const { isSame, isTurned } = truth;
  if (state === 'orphaned') return isSame ? 'lost' : 'right';
  const isThere = truth.place !== null && place!.start < truth.place.end && truth.place.start < place!.end;
  if (state === 'changed')
    return !isThere && truth.place ? 'misplaced' : isSame && !isTurned ? 'overcautious' : 'right';
  const isHonest =
    isSame && !isTurned && place!.start === truth.place!.start && place!.end === truth.place!.end;
  return isHonest ? 'right' : 'silent';
}

function measured(kind: 'letters' | 'words', seed: number) {
  const random = randomFrom(seed);
  const paragraphs = paragraphsFrom(random);
  editParagraphs(paragraphs, random, kind);
  const before = rendered(paragraphs, 'before');
  const after = rendered(rearranged(paragraphs, random), 'after');
  const truths = truthsFrom(paragraphs, random, before, after);
  const started = performance.now();
  const change = textChangeOf(before.text, after.text);
  const diffed = performance.now();
  const results = truths.map(({ span }) => reanchorSpans(change, [span]));
  const ended = performance.now();
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  const states: Record<AnchorState, number> = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
  truths.forEach((truth, i) => {
    const { state, spans } = results[i]!;
    states[state]++;
    verdicts[verdictOf(truth, state, spans[0])]++;
  });
  return {
    diffMs: diffed - started,
    msPerAnnotation: (ended - started) / ANNOTATIONS,
    msPerAnnotationWithoutDiff: (ended - diffed) / ANNOTATIONS,
    states,
    verdicts,
  };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const total = <K extends string>(counts: readonly Record<K, number>[]): Record<K, number> =>
  Object.fromEntries(
    Object.keys(counts[0]!).map((key) => [key, counts.reduce((sum, count) => sum + count[key as K], 0)]),
  ) as Record<K, number>;

/**
 * Re-anchors 1,000 annotations in a generated text of 50,000 words of which 2 % of the characters were changed,
 * in two ways, five texts each; the first text is measured cold. Times are medians in milliseconds, with the
 * diff shared by the 1,000 annotations; verdicts and states are sums over the texts.
 */
export default async function benchReanchor() {
  const summary = (kind: 'letters' | 'words') => {
    const runs = Array.from({ length: RUNS }, (_, run) => measured(kind, 1_000 + run));
    const round = (value: number): number => Number(value.toFixed(3));
    return {
      msPerAnnotation: round(median(runs.map((run) => run.msPerAnnotation))),
      msPerAnnotationWorstRun: round(Math.max(...runs.map((run) => run.msPerAnnotation))),
      msPerAnnotationWithoutDiff: round(median(runs.map((run) => run.msPerAnnotationWithoutDiff))),
      diffMs: round(median(runs.map((run) => run.diffMs))),
      states: total(runs.map((run) => run.states)),
      verdicts: total(runs.map((run) => run.verdicts)),
    };
  };
  return {
    name: 'reanchor',
    wordsInText: WORDS_IN_TEXT,
    annotations: ANNOTATIONS,
    shareChanged: SHARE_CHANGED,
    texts: RUNS,
    lettersChanged: summary('letters'),
    wordsChanged: summary('words'),
  };
}
