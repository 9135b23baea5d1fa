import { expect, test } from 'vitest';
import {
  ANCHOR_STATES,
  ATTRIBUTION_MODES,
  BASES,
  DATE_PRECISIONS,
  EVENT_TYPES,
  KINDS,
  NOTIFICATION_KINDS,
  QUESTION_STATES,
  QUOTE_FORMS,
  ROLES,
  SOURCE_TYPES,
  STANCES,
  STATUSES,
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
  ['invitation_role', ROLES],
  ['api_token_scope', TOKEN_SCOPES],
  ['article_precision', DATE_PRECISIONS],
  ['article_basis', BASES],
  ['source_type', SOURCE_TYPES],
  ['annotation_anchor_state', ANCHOR_STATES],
  ['annotation_quote_form', QUOTE_FORMS],
  ['anchor_state', ANCHOR_STATES],
  ['attribution_hop_mode', ATTRIBUTION_MODES],
  ['evidence_stance', STANCES],
  ['event_type', EVENT_TYPES],
  ['discussion_question', QUESTION_STATES],
  ['notification_kind', NOTIFICATION_KINDS],
] as const)('the database allows what the vocabulary lists: %s', async (constraint, words) => {
  expect(await wordsOf(constraint)).toEqual([...words]);
});

test('the database allows each kind its own statuses', async () => {
  const expected = KINDS.flatMap((kind) => [kind, ...STATUSES[kind]]);
  expect(await wordsOf('annotation_status')).toEqual(expected);
});
