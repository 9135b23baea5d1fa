import { expect, test } from 'vitest';
import {
  ADJUDICATION_OUTCOMES,
  ANCHOR_STATES,
  APPROVAL_OUTCOMES,
  ASSIGNMENT_RELEASES,
  ATTRIBUTION_MODES,
  BASES,
  CAMPAIGN_MODES,
  CAMPAIGN_STATES,
  CAPTURE_KINDS,
  CAPTURE_STATES,
  CHECK_PRIORITIES,
  CONDITION_STATES,
  CORRECTION_REQUEST_STATES,
  DATE_PRECISIONS,
  DECISION_RULES,
  EVENT_TYPES,
  EVIDENCE_ORIGINS,
  FACT_CHECK_CHANGES,
  FACT_CHECK_STATES,
  KINDS,
  LINK_ORIGINS,
  LINK_STATES,
  LINK_TYPES,
  NOTIFICATION_KINDS,
  PASS_STATES,
  POLARITIES,
  QUESTION_STATES,
  QUOTE_FORMS,
  RELEASE_STATES,
  REPLY_KINDS,
  ROLES,
  SETTLING_STATES,
  SOURCE_TYPES,
  STANCES,
  STATUSES,
  TEXT_MODES,
  TOKEN_SCOPES,
} from '@/lib/domain/vocabulary';
import { testDatabase } from '@/tests/support/database';

/** The words that a CHECK constraint of the database names, in order. */
async function wordsOf(constraint: string): Promise<string[]> {
  const rows = await testDatabase().query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1`,
    [constraint],
  );
  expect(rows, `the constraint ${constraint}`).toHaveLength(1);
  return [...rows[0]!.definition.matchAll(/'([^']+)'/g)].map(([, word]) => word!);
}

test.each([
  ['membership_role', ROLES],
  ['adjudication_outcome', ADJUDICATION_OUTCOMES],
  ['invitation_role', ROLES],
  ['api_token_scope', TOKEN_SCOPES],
  ['article_precision', DATE_PRECISIONS],
  ['article_basis', BASES],
  ['article_text_allowed', TEXT_MODES],
  ['source_type', SOURCE_TYPES],
  ['annotation_anchor_state', ANCHOR_STATES],
  ['annotation_quote_form', QUOTE_FORMS],
  ['anchor_state', ANCHOR_STATES],
  ['attribution_hop_mode', ATTRIBUTION_MODES],
  ['release_state', RELEASE_STATES],
  ['evidence_stance', STANCES],
  ['evidence_origin', EVIDENCE_ORIGINS],
  ['capture_kind', CAPTURE_KINDS],
  ['capture_state', CAPTURE_STATES],
  ['approval_outcome', APPROVAL_OUTCOMES],
  ['reply_entry_kind', REPLY_KINDS],
  ['event_type', EVENT_TYPES],
  ['annotation_deadline_basis', BASES],
  ['annotation_polarity', POLARITIES],
  ['annotation_condition_state', CONDITION_STATES],
  ['condition_decision_state', CONDITION_STATES],
  ['verification_rule', DECISION_RULES],
  ['proposition_link_type', LINK_TYPES],
  ['proposition_link_state', LINK_STATES],
  ['proposition_link_origin', LINK_ORIGINS],
  ['settling_proposal_state', SETTLING_STATES],
  ['desk_check_priority', CHECK_PRIORITIES],
  ['discussion_question', QUESTION_STATES],
  ['notification_kind', NOTIFICATION_KINDS],
  ['fact_check_state', FACT_CHECK_STATES],
  ['fact_check_version_change', FACT_CHECK_CHANGES],
  ['correction_request_state', CORRECTION_REQUEST_STATES],
  ['pass_state', PASS_STATES],
  ['pass_complete_kinds', KINDS],
  ['campaign_kinds', KINDS],
  ['campaign_mode', CAMPAIGN_MODES],
  ['campaign_state', CAMPAIGN_STATES],
  ['assignment_origin', CAMPAIGN_MODES],
  ['assignment_release', ASSIGNMENT_RELEASES],
  ['full_annotation_kind', KINDS],
] as const)('the database allows what the vocabulary lists: %s', async (constraint, words) => {
  expect(await wordsOf(constraint)).toEqual([...words]);
});

test('the database allows each kind its own statuses', async () => {
  const expected = KINDS.flatMap((kind) => [kind, ...STATUSES[kind]]);
  expect(await wordsOf('annotation_status')).toEqual(expected);
});
