import type { Role } from '@/lib/domain/vocabulary';

export interface SamplePerson {
  key: 'owner' | 'maya' | 'jonas';
  name: string;
  email: string;
  role: Role;
}

/** The invented team of the demo workspace. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { key: 'owner', name: 'Robin Achterberg', email: 'owner@example.org', role: 'owner' },
  { key: 'maya', name: 'Maya Lindqvist', email: 'maya@example.org', role: 'editor' },
  { key: 'jonas', name: 'Jonas Petkov', email: 'jonas@example.org', role: 'annotator' },
];
