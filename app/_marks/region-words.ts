import type { RegionRole } from '@/lib/domain/vocabulary';

const REGION_WORDS: Record<RegionRole, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  body: 'Body',
  caption: 'Caption',
  metadata: 'Publisher and date',
  boilerplate: 'Page furniture',
  duplicate: 'Repeated text',
};
export const wordOfRegion = (role: RegionRole): string => REGION_WORDS[role];
