import type { Claim, Prediction, Quote } from './annotation';

/** The details of an annotation whose annotator filled in nothing: what the schemas make of `{}`. */
export const EMPTY_DETAILS: { claim: Claim; quote: Quote; prediction: Prediction } = {
  claim: { normalized: null, checkworthy: null, judgedAsOf: null },
  quote: { form: null },
  prediction: {
    horizonText: null,
    deadline: null,
    condition: null,
    likelihoodWords: null,
    probability: null,
    criteria: null,
    deadlineBasis: null,
    deadlineEarliest: null,
    polarity: null,
    threshold: null,
  },
};
