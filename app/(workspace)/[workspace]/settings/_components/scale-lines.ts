import type { ShownScale } from '@/lib/domain/likelihood-scale';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

type Entries = ShownScale['entries'];

/** A scale as a person writes it: "63–87: probable, likely", a line for each entry. */
export const linesFromEntries = (entries: Entries): string =>
  entries
    .map(({ words, low, high }) => `${inPercent(low)}–${inPercent(high)}: ${words.join(', ')}`)
    .join('\n');

const inPercent = (probability: number): string => String(Math.round(probability * 1e6) / 1e4);

const LINE = /^(\d{1,3}(?:[.,]\d+)?)\s*%?\s*(?:(?:-|–|to)\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*)?:\s*(.+)$/u;

/** The entries that such lines stand for; what is no such line is refused with its number. */
export function scaleFromLines(lines: string): Result<Entries, Failure<'bad_line'>> {
  const entries: Entries = [];
  for (const [i, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const match = LINE.exec(line.trim());
    if (!match)
      return err({
        code: 'bad_line',
        message: `Line ${i + 1} cannot be read. Write it like “63–87: probable, likely”. Nothing was saved.`,
      });
    const [, low, high = low, words] = match;
    entries.push({
      words: words!
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
      low: probabilityOf(low!),
      high: probabilityOf(high!),
    });
  }
  return ok(entries);
}

const probabilityOf = (text: string): number => Math.round(Number(text.replace(',', '.')) * 1e10) / 1e12;
