import { type ArticleLicence, exceedsLicence, textModeOf } from '@/lib/domain/licence';
import type { TextMode } from '@/lib/domain/vocabulary';

const PASSED_ON: Record<TextMode, string> = {
  full: 'the whole text goes along with exports',
  excerpts: 'marked words and a little around them go along with exports',
  offsets: 'positions alone go along with exports, no words',
};

/** "CC-BY-4.0 · The Quayside Post", or null where nobody has said anything. */
export const licenceInWords = ({ licence, rightsHolder }: ArticleLicence): string | null =>
  [licence, rightsHolder].filter(Boolean).join(' · ') || null;

/** What a licence means for exports: "the whole text goes along with exports". */
export const meaningOfLicence = (licence: Pick<ArticleLicence, 'licence' | 'textAllowed'>): string =>
  PASSED_ON[textModeOf('licensed', licence)];

const HOW_MUCH: Record<TextMode, string> = {
  full: 'whole',
  excerpts: 'as excerpts',
  offsets: 'by positions alone',
};

/** "12 articles whole, 40 as excerpts". */
export function modesInWords(modes: Readonly<Record<TextMode, number>>): string {
  const parts = (Object.keys(HOW_MUCH) as TextMode[])
    .filter((mode) => modes[mode] > 0)
    .map((mode, i) => {
      const count = modes[mode].toLocaleString('en');
      return `${count}${i === 0 ? (modes[mode] === 1 ? ' article' : ' articles') : ''} ${HOW_MUCH[mode]}`;
    });
  return parts.length > 0 ? new Intl.ListFormat('en').format(parts) : 'no articles';
}

/** How many articles do not allow what is asked for. `offsets` are always allowed. */
export const countBeyondLicence = (mode: TextMode, modes: Readonly<Record<TextMode, number>>): number =>
  (Object.keys(modes) as TextMode[])
    .filter((allowed) => exceedsLicence(mode, { licence: null, textAllowed: allowed }))
    .reduce((sum, allowed) => sum + modes[allowed], 0);
