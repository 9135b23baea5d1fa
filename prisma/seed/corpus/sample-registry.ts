import type { PutAffiliation } from '@/lib/domain/affiliation';
import type { SampleSource } from './sample-article';
import { SAMPLE_SOURCES as WHO } from './sample-attribution';

/** What somebody is or was, where, and when. */
export interface SampleOffice extends Pick<PutAffiliation, 'role' | 'from' | 'until' | 'basis' | 'note'> {
  /** Unique across the corpus. */
  key: string;
  of: SampleSource;
  organisation: SampleSource | null;
}

/** All invented, as the people are. The harbour master gave way in the middle of the story. */
export const SAMPLE_OFFICES: readonly SampleOffice[] = [
  {
    key: 'brack-mayor',
    of: WHO.brack,
    role: 'mayor',
    organisation: WHO.council,
    from: '2022-05',
    until: null,
    basis: 'editor',
    note: 'Council register',
  },
  {
    key: 'brack-councillor',
    of: WHO.brack,
    role: 'councillor',
    organisation: WHO.council,
    from: '2014',
    until: '2022-05',
    basis: 'editor',
    note: null,
  },
  {
    key: 'quill-councillor',
    of: WHO.quill,
    role: 'councillor',
    organisation: WHO.council,
    from: '2018-05',
    until: null,
    basis: 'stated',
    note: null,
  },
  {
    key: 'hollin-director',
    of: WHO.hollin,
    role: 'managing director',
    organisation: WHO.hollinAndDray,
    from: '2009',
    until: null,
    basis: 'inferred',
    note: null,
  },
];

/** A body that was recorded under two names. */
export const SAMPLE_MERGE: { source: SampleSource; into: SampleSource } = {
  source: { name: 'Chamber of Trade, Saltmarrow', type: 'organisation' },
  into: WHO.chamber,
};

/** A name that is proposed as another one of somebody known. */
export const SAMPLE_LOOKALIKE: SampleSource = { name: 'Mayor Ottoline Brack', type: 'person' };
