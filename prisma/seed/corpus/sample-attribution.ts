import type { SourceType } from '@/lib/domain/vocabulary';
import type { SampleHop, SampleSource } from './sample-article';

const source = (name: string, type: SourceType): SampleSource => ({ name, type });

/** Who and what speaks in more than one place of the corpus. All invented. */
export const SAMPLE_SOURCES = {
  brack: source('Ottoline Brack', 'person'),
  brannigan: source('Aoife Brannigan', 'person'),
  ferreiro: source('Zoë Ferreiro', 'person'),
  hollin: source('Piers Hollin', 'person'),
  munt: source('Karel Munt', 'person'),
  quill: source('Edmund Quill', 'person'),
  reyl: source('Tomáš Reyl', 'person'),
  valavani: source('Niki Valavani', 'person'),
  amberley: source('Ruth Amberley', 'person'),
  auditor: source('Office of the Town Auditor', 'organisation'),
  chamber: source('Saltmarrow Chamber of Trade', 'organisation'),
  council: source('Saltmarrow Town Council', 'organisation'),
  hollinAndDray: source('Hollin & Dray', 'organisation'),
  mayorsOffice: source('Office of the Mayor', 'organisation'),
  inspection: source('Inspection report of 2024', 'document'),
  leaflet: source('Leaflet of the Crossing Group', 'document'),
  letter: source('Letter of Hollin & Dray to the council', 'document'),
  minutes: source('Minutes of the hearing of 24 March', 'document'),
  slackWater: source('Slack Water, newsletter of the Pilots’ Guild', 'outlet'),
  transcript: source('Transcript of the hearing of 24 March', 'document'),
  kowalke: source('Ines Kowalke', 'author'),
  marchetti: source('Dev Marchetti', 'author'),
} as const;

/** A source that the article names, or that its context makes known. */
export const named = (who: SampleSource, cue: string | null): SampleHop => ({
  source: who,
  cue,
  mode: 'named',
});

/** A source that the article does not name, by the words it has for it. */
export const unnamed = (words: string, cue: string): SampleHop => ({
  source: source(words, 'anonymous'),
  cue,
  mode: 'anonymous',
});

/** The article's own voice. */
export const ownVoice = (who: SampleSource): SampleHop => ({ source: who, cue: null, mode: 'author' });
