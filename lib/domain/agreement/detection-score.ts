/**
 * How well one annotator found the other's spans. `a` is taken as the reference: precision is the share of b's spans that a
 * has too, recall the share of a's that b has too; F1 is the same either way.
 */
export interface DetectionScore {
  tp: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

/**
 * The score of `tp` matched spans of `nA` and `nB`; `0 ≤ tp ≤ min(nA, nB)`. A share of nothing is null. F1 = 2 tp / (nA +
 * nB): null when both sides are empty, 0 when one is. Van Rijsbergen 1979, Information Retrieval, ch. 7.
 */
export const detectionScore = (tp: number, nA: number, nB: number): DetectionScore => ({
  tp,
  precision: nB === 0 ? null : tp / nB,
  recall: nA === 0 ? null : tp / nA,
  f1: nA + nB === 0 ? null : (2 * tp) / (nA + nB),
});
