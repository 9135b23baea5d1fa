import type { ApprovalState, EvidenceOrigin, Stance } from '@/lib/domain/vocabulary';

const STANCE_WORDS: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Gives context',
};
export const wordOfStance = (stance: Stance): string => STANCE_WORDS[stance];

const ORIGIN_WORDS: Record<EvidenceOrigin, { word: string; is: string }> = {
  primary: { word: 'Primary', is: 'First-hand: the document, the recording, the witness' },
  secondary: { word: 'Secondary', is: 'Tells of what others said or wrote' },
};
export const wordOfOrigin = (origin: EvidenceOrigin): string => ORIGIN_WORDS[origin].word;
export const meaningOfOrigin = (origin: EvidenceOrigin): string => ORIGIN_WORDS[origin].is;

const APPROVAL_WORDS: Record<ApprovalState, string> = {
  awaiting: 'Waits for another editor’s approval',
  approved: 'Approved',
  declined: 'Declined',
  lapsed: 'Never approved: something else came first',
};
export const wordOfApproval = (state: ApprovalState): string => APPROVAL_WORDS[state];
