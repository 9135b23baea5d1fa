import { CONTEXT } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { TextMode } from '@/lib/domain/vocabulary';

/** What stands for a hidden character: one of as many code units, so that offsets of either unit stay true. */
const VEIL = '▒';
const ASTRAL_VEIL = '\u{1FB90}';

/**
 * A whole text as the mode shows it, for formats that cannot do without one. Each character that the mode leaves out is
 * replaced by one that takes as much room, and white space stays: offsets hold in code points and in UTF-16, and lines
 * end where they did. `full` hides nothing, `excerpts` what lies further than {@link CONTEXT} code points from every
 * span, `offsets` everything.
 */
export function shownText(mode: TextMode, index: TextIndex, spans: readonly Span[]): string {
  if (mode === 'full') return index.text;
  const shown = mode === 'offsets' ? [] : spans.map((span) => aroundSpan(index, span)).sort(byStart);
  let text = '';
  let done = 0;
  for (const { start, end } of shown) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    text += veiled(index.slice(done, from)) + index.slice(from, end);
    done = end;
  }
  return text + veiled(index.slice(done, index.length));
}

const byStart = (a: Span, b: Span): number => a.start - b.start;
const aroundSpan = (index: TextIndex, { start, end }: Span): Span => ({
  start: Math.max(0, start - CONTEXT),
  end: Math.min(index.length, end + CONTEXT),
});

const veiled = (text: string): string =>
  text.replace(/[^\s\p{Cc}]/gu, (character) => (character.length === 1 ? VEIL : ASTRAL_VEIL));
