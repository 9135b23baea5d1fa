import { type Kind, KINDS, type Status, STATUSES } from '@/lib/domain/vocabulary';

/** An annotation to be: offsets into an ASCII text, so that code points and code units are the same. */
export interface GeneratedAnnotation {
  kind: Kind;
  status: Status;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  /** Number of the source it is attributed to; null for half of them. */
  source: number | null;
}

export interface GeneratedArticle {
  title: string;
  text: string;
  annotations: GeneratedAnnotation[];
  sources: string[];
}

const SYLLABLES = 'ba ke li mo nu ra se ti vo zu dal fen gor hin jut'.split(' ');
const SOURCES = 40;
/** Annotations come in fours within so many words: one nested in the next, and one that overlaps in part. */
const GROUP_WORDS = 40;
const CONTEXT = 32;

type Random = (below: number) => number;

/** Park and Miller's generator (1988): the same article in every run and for everybody who is measured. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return (state >> 4) % below;
  };
}

const wordFrom = (random: Random): string =>
  Array.from({ length: 2 + random(2) }, () => SYLLABLES[random(SYLLABLES.length)]!).join('');

/**
 * An article of invented words in paragraphs of 80 or 120, and annotations all over it: of each four one holds
 * another that holds a third, and the fourth begins in the first and ends after it. Every 50th goes on into the next
 * paragraph.
 */
export function generatedArticle(words: number, annotations: number, title: string): GeneratedArticle {
  const random = randomFrom(words + annotations);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = `${title}\n\n`;
  for (let written = 0, paragraph = 0; written < words; paragraph++) {
    const length = Math.min(words - written, GROUP_WORDS * (2 + (paragraph % 2)));
    for (let i = 1; i <= length; i++, written++) {
      starts.push(text.length);
      text += wordFrom(random);
      ends.push(text.length);
      text += i === length ? '.\n\n' : i % 13 === 0 ? '. ' : ' ';
    }
  }
  text = text.trimEnd();
  const sources = Array.from({ length: SOURCES }, (_, i) => `Office of ${wordFrom(random)} ${i}`);
  const every = (4 * words) / annotations;
  const made = Array.from({ length: annotations }, (_, i): GeneratedAnnotation => {
    const group = Math.floor(i / 4);
    const at = Math.floor((group * every) / GROUP_WORDS) * GROUP_WORDS;
    const [from, length] = stretchOf(i % 4, random);
    const goesOn = i % 50 === 0 ? GROUP_WORDS : 0;
    const start = starts[Math.min(at + from, words - 1)]!;
    const end = ends[Math.min(at + from + length + goesOn, words) - 1]!;
    const kind = KINDS[random(KINDS.length)]!;
    return {
      kind,
      status: STATUSES[kind][random(STATUSES[kind].length)]!,
      start,
      end,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
      source: random(2) ? random(SOURCES) : null,
    };
  });
  return { title, text, annotations: made, sources };
}

/** First word and number of words within the group. */
function stretchOf(turn: number, random: Random): [from: number, length: number] {
  if (turn === 0) return [random(3), 22 + random(6)];
  if (turn === 1) return [4 + random(3), 12 + random(4)];
  if (turn === 2) return [8 + random(3), 3 + random(5)];
  return [18 + random(4), 10 + random(8)];
}
