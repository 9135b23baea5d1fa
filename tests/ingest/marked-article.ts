import type { RegionRole } from '@/lib/domain/vocabulary';

/** A raw text and what each of its lines should be taken for. */
export interface MarkedArticle {
  raw: string;
  expected: { role: RegionRole; words: string }[];
}

/**
 * Reads a raw text written with its roles: each line is `role | words`, an empty line stays one. A line of
 * two roles is `caption+duplicate | first ‖ second`; the mark is taken out.
 */
export function markedArticle(source: string): MarkedArticle {
  const raw: string[] = [];
  const expected: MarkedArticle['expected'] = [];
  for (const line of source.split('\n')) {
    const bar = line.indexOf('|');
    if (bar < 0) {
      raw.push('');
      continue;
    }
    const roles = line.slice(0, bar).trim().split('+') as RegionRole[];
    const words = line.slice(bar + 2);
    raw.push(words.replace('‖', ''));
    words.split('‖').forEach((part, i) => expected.push({ role: roles[i]!, words: part.trim() }));
  }
  return { raw: raw.join('\n'), expected };
}
