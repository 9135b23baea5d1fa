import type { LikelihoodEntry, LikelihoodScale } from './likelihood-scale';

const entry = (low: number, high: number, ...words: string[]): LikelihoodEntry => ({ words, low, high });

/**
 * Sherman Kent's chart, "give or take" read as the interval: 93 ± 6, 75 ± 12, 50 ± 10, 30 ± 10, 7 ± 5 per cent, and the
 * variants that his essay allows for each. The words of his "general area of possibility" (could, may, might, perhaps,
 * conceivable) have no number there either. Ours are the spellings beside his own: "not likely" for his "unlikely", "very
 * likely" for "highly likely", "doubt" for "we doubt" and their like.
 */
export const KENT_1964: LikelihoodScale = {
  key: 'kent-1964',
  name: 'Kent 1964',
  source:
    'Sherman Kent, “Words of Estimative Probability”, Studies in Intelligence 8 (4), Fall 1964, pp. 49–65.',
  url: 'https://www.cia.gov/resources/csi/static/Words-of-Estimative-Probability.pdf',
  entries: [
    entry(1, 1, 'certain', 'certainty', 'without doubt', 'no doubt'),
    entry(
      0.87,
      0.99,
      'almost certain',
      'virtually certain',
      'all but certain',
      'highly probable',
      'highly likely',
      'very likely',
      'very probable',
      'odds overwhelming',
      'chances overwhelming',
      'overwhelming odds',
      'overwhelming chances',
    ),
    entry(0.63, 0.87, 'probable', 'likely', 'we believe', 'we estimate'),
    entry(
      0.4,
      0.6,
      'chances about even',
      'about even chances',
      'chances a little better than even',
      'chances a little less than even',
      'even chance',
      'even odds',
    ),
    entry(
      0.2,
      0.4,
      'probably not',
      'improbable',
      'unlikely',
      'not likely',
      'not probable',
      'we doubt',
      'doubt',
      'doubts',
      'doubtful',
      'we believe not',
      'we estimate not',
    ),
    entry(
      0.02,
      0.12,
      'almost certainly not',
      'virtually impossible',
      'almost impossible',
      'some slight chance',
      'slight chance',
      'highly doubtful',
      'very doubtful',
      'highly unlikely',
      'very unlikely',
    ),
    entry(0, 0, 'impossible', 'impossibility', 'certainly not', 'no chance'),
  ],
};

/** The terms of the U.S. intelligence community's analytic standards; both rows of its table. */
export const ICD_203_2015: LikelihoodScale = {
  key: 'icd-203-2015',
  name: 'ICD 203 (2015)',
  source:
    'Office of the Director of National Intelligence, Intelligence Community Directive 203, Analytic Standards, 2 January 2015, D.6.e.(2)(a).',
  url: 'https://www.dni.gov/files/documents/ICD/ICD-203.pdf',
  entries: [
    entry(0.95, 0.99, 'almost certain', 'nearly certain'),
    entry(0.8, 0.95, 'very likely', 'highly probable', 'very probable', 'highly likely'),
    entry(0.55, 0.8, 'likely', 'probable'),
    entry(0.45, 0.55, 'roughly even chance', 'roughly even odds', 'even chance', 'even odds'),
    entry(0.2, 0.45, 'unlikely', 'improbable', 'probably not', 'not likely', 'not probable'),
    entry(0.05, 0.2, 'very unlikely', 'highly improbable', 'highly unlikely'),
    entry(0.01, 0.05, 'almost no chance', 'remote', 'almost certainly not'),
  ],
};

/**
 * The likelihood scale of the IPCC's Fifth and Sixth Assessment Reports, with the additional terms of the guidance
 * note's footnote (extremely likely, more likely than not, extremely unlikely). Its intervals overlap on purpose.
 */
export const IPCC_2010: LikelihoodScale = {
  key: 'ipcc-2010',
  name: 'IPCC AR5 and AR6',
  source:
    'Mastrandrea et al., Guidance Note for Lead Authors of the IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties, 2010, Table 1; kept in AR6, WGI, Box 1.1 (2021).',
  url: 'https://www.ipcc.ch/site/assets/uploads/2017/08/AR5_Uncertainty_Guidance_Note.pdf',
  entries: [
    entry(0.99, 1, 'virtually certain'),
    entry(0.95, 1, 'extremely likely'),
    entry(0.9, 1, 'very likely', 'highly likely'),
    entry(0.66, 1, 'likely', 'probable'),
    entry(0.5, 1, 'more likely than not'),
    entry(0.33, 0.66, 'about as likely as not', 'as likely as not'),
    entry(0, 0.33, 'unlikely', 'improbable', 'not likely', 'not probable', 'probably not'),
    entry(0, 0.1, 'very unlikely', 'highly unlikely'),
    entry(0, 0.05, 'extremely unlikely'),
    entry(0, 0.01, 'exceptionally unlikely'),
  ],
};

/** The scales that every workspace has, the default first. They never change: a correction is a scale of a new key. */
export const SHIPPED_SCALES: readonly LikelihoodScale[] = [KENT_1964, ICD_203_2015, IPCC_2010];
export const DEFAULT_SCALE = KENT_1964;
