/** What an export may have to leave behind of an annotation. */
export const LOSS_SUBJECTS = [
  'annotation',
  'span',
  'overlap',
  'boundary',
  'discontinuity',
  'status',
  'verification',
  'evidence_position',
  'attribution',
  'details',
  'tags',
  'attributes',
  'anchor',
] as const;
export type LossSubject = (typeof LOSS_SUBJECTS)[number];

/** How much is lost, by what is. */
export interface LossCounts {
  losses: number;
  annotations: number;
  by: Partial<Record<LossSubject, number>>;
}
