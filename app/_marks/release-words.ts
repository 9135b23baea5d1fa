import type { ReleasePart } from '@/lib/domain/release-part';
import type { ReleaseState } from '@/lib/domain/vocabulary';

const STATE_WORDS: Record<ReleaseState, string> = {
  waiting: 'Waiting to be made',
  freezing: 'Being frozen',
  writing: 'Being written',
  ready: 'Ready',
  failed: 'Could not be made',
};
export const wordOfReleaseState = (state: ReleaseState): string => STATE_WORDS[state];

/** That a release holds a part of the workspace, beside its name. */
export const partInBrief = ({ subset }: Pick<ReleasePart, 'subset'>): string =>
  subset === null ? 'a part' : `the subset “${subset}”`;

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** How large a file is: whole figures, and one behind the point below ten. */
export function sizeInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 || size >= 10 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}
