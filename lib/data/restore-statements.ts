import 'server-only';

/**
 * How the records of the lossless form become rows: by type, the statements that take a JSON array of records as `$1` and
 * the workspace's id as `$2`, in their order. A type that is not here is refused, never skipped. Dates, folded names and
 * signatures are put beside a record's own fields before (`restore-workspace`), because the database does not compute them.
 */
export const RESTORED = {
  guideline: [
    `INSERT INTO guideline (id, workspace_id, number, text, tags, free_tags, attributes, summary, author_id, request_hash, created_at)
     SELECT (r->>'id')::uuid, $2::uuid, (r->>'number')::int, r->>'text', r->'tags', (r->>'freeTags')::boolean, r->'attributes',
       r->>'summary', (r->'author'->>'id')::uuid, 'restored', (r->>'createdAt')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r`,
  ],
  article: [
    `INSERT INTO article (id, workspace_id, title, publisher, byline, url, published_at, published_at_precision,
       published_at_basis, language, licence, licence_url, rights_holder, text_allowed, basis, seq, created_at)
     SELECT (r->>'id')::uuid, $2::uuid, r->>'title', r->>'publisher', r->>'byline', r->>'url', (r->>'publishedAt')::date,
       r->>'publishedAtPrecision', r->>'publishedAtBasis', r->>'language', r->>'licence', r->>'licenceUrl',
       r->>'rightsHolder', r->>'textAllowed', r->'basis', (r->>'seq')::int,
       (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO revision (id, article_id, number, text, original, sha256, length, regions, signature, bands, created_at)
     SELECT (v->>'id')::uuid, (r->>'id')::uuid, (v->>'number')::int, v->>'text', v->>'original', v->>'sha256',
       (v->>'length')::int, v->'regions', ARRAY(SELECT jsonb_array_elements_text(v->'signature')::int),
       ARRAY(SELECT jsonb_array_elements_text(v->'bands')::int), (v->>'createdAt')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'revisions') v`,
    `UPDATE article SET current_revision_id = (r->>'currentRevisionId')::uuid
     FROM jsonb_array_elements($1::jsonb) r WHERE id = (r->>'id')::uuid`,
    // A pair stands on both its articles, and is stored with the later one.
    `INSERT INTO near_copy (article_id, other_id, similarity)
     SELECT least((r->>'id')::uuid, (n->>'id')::uuid), greatest((r->>'id')::uuid, (n->>'id')::uuid), (n->>'similarity')::float
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'nearCopies') n
     WHERE EXISTS (SELECT 1 FROM article o WHERE o.id = (n->>'id')::uuid AND o.workspace_id = $2::uuid) ON CONFLICT DO NOTHING`,
  ],
  source: [
    `INSERT INTO source (id, workspace_id, article_id, name, folded_name, type, created_at)
     SELECT (r->>'id')::uuid, $2::uuid, (r->>'articleId')::uuid, r->>'name', r->>'foldedName', r->>'sourceType',
       (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO source_alias (source_id, name, folded_name)
     SELECT (r->>'id')::uuid, l->>'name', l->>'foldedName'
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'foldedAliases') l`,
  ],
  /** What sources say of each other, once all of them are there. `survivorId` ends the chain of merges. */
  sourceTies: [
    `UPDATE source SET merged_into_id = (r->>'mergedIntoId')::uuid, survivor_id = (r->>'survivorId')::uuid
     FROM jsonb_array_elements($1::jsonb) r WHERE id = (r->>'id')::uuid AND r->>'mergedIntoId' IS NOT NULL`,
    // Their order is that in which they were made, and the file has the order alone.
    `INSERT INTO source_affiliation (id, source_id, role, organisation, organisation_id, from_date, until_date, basis, note, created_at)
     SELECT (f->>'id')::uuid, (r->>'id')::uuid, f->>'role', f->>'organisation', (f->>'organisationId')::uuid, f->>'from',
       f->>'until', f->>'basis', f->>'note', (r->>'createdAt')::timestamptz + n * interval '1 millisecond'
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'affiliations') WITH ORDINALITY held (f, n)`,
    `INSERT INTO source_distinction (source_id, other_id)
     SELECT (r->>'id')::uuid, d::uuid FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements_text(r->'distinctFrom') d`,
  ],
  // One statement, so that the records are parsed once; what refers to what is checked at its end.
  annotation: [
    `WITH given AS MATERIALIZED (SELECT r FROM jsonb_array_elements($1::jsonb) r),
     made AS (INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, recheck_since, tags, attributes, guideline_id, author_id,
       version, seq, request_hash, created_at, updated_at, claim_normalized, claim_checkworthy, claim_judged_as_of, quote_form,
       horizon_text, deadline, condition, likelihood_words, probability, criteria, deadline_basis, deadline_earliest, polarity,
       threshold, condition_state, criteria_written_at, criteria_locked_at, criteria_locked_by_id, criteria_unlocked_because)
     SELECT (r->>'id')::uuid, (r->>'articleId')::uuid, r->>'kind', r->>'status', (r->>'revisionId')::uuid,
       r->>'anchor', (r->'recheck'->>'sinceRevision')::int, ARRAY(SELECT jsonb_array_elements_text(r->'tags')),
       coalesce(r->'attributes', '{}'),
       (SELECT g.id FROM guideline g WHERE g.workspace_id = $2::uuid AND g.number = (r->>'guidelineVersion')::int),
       (r->'author'->>'id')::uuid, (r->>'version')::int, (r->>'seq')::int, 'restored', (r->>'createdAt')::timestamptz,
       (r->>'updatedAt')::timestamptz, r->'claim'->>'normalized', (r->'claim'->>'checkworthy')::boolean,
       (r->'claim'->>'judgedAsOf')::date, r->'quote'->>'form', p->>'horizonText', (p->>'deadline')::date, p->>'condition',
       p->>'likelihoodWords', (p->>'probability')::float, p->>'criteria', p->>'deadlineBasis', (p->>'deadlineEarliest')::date,
       p->>'polarity', nullif(p->'threshold', 'null'),
       CASE WHEN r->>'status' <> 'condition_not_met' AND r->'tracking'->>'condition' <> 'open' THEN r->'tracking'->>'condition' END,
       (r->'tracking'->>'criteriaWrittenAt')::timestamptz, (r->'tracking'->'criteriaLock'->>'lockedAt')::timestamptz,
       (r->'tracking'->'criteriaLock'->'by'->>'id')::uuid, r->'tracking'->>'criteriaUnlockedBecause'
     FROM given, LATERAL (SELECT r->'prediction' AS p) d),
     anchored AS (INSERT INTO anchor (annotation_id, revision_id, state)
     SELECT (r->>'id')::uuid, (c->>'revisionId')::uuid, c->>'state'
     FROM given, jsonb_array_elements(r->'anchors') c),
     placed AS (INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
     SELECT (r->>'id')::uuid, (c->>'revisionId')::uuid, n - 1, (s->>'start')::int, (s->>'end')::int, s->>'exact',
       s->>'prefix', s->>'suffix'
     FROM given, jsonb_array_elements(r->'anchors') c, jsonb_array_elements(c->'spans') WITH ORDINALITY spans (s, n)),
     attributed AS (INSERT INTO attribution_hop (annotation_id, position, source_id, cue, mode, recorded_id, named_as, spans_revision_id,
       cue_start_cp, cue_end_cp, cue_exact, name_start_cp, name_end_cp, name_exact)
     SELECT (r->>'id')::uuid, n - 1, (h->'source'->>'id')::uuid, h->>'cue', h->>'mode',
       nullif((h->'recordedAs'->>'id')::uuid, (h->'source'->>'id')::uuid), nullif(h->'recordedAs'->>'name', named.name),
       CASE WHEN h->'cueSpan'->>'exact' IS NOT NULL OR h->'nameSpan'->>'exact' IS NOT NULL THEN (r->>'revisionId')::uuid END,
       (h->'cueSpan'->>'start')::int, (h->'cueSpan'->>'end')::int, h->'cueSpan'->>'exact',
       (h->'nameSpan'->>'start')::int, (h->'nameSpan'->>'end')::int, h->'nameSpan'->>'exact'
     FROM given, jsonb_array_elements(r->'attribution') WITH ORDINALITY hops (h, n)
       LEFT JOIN source named ON named.id = (h->'recordedAs'->>'id')::uuid)
     INSERT INTO desk_check (annotation_id, priority, due_on, assignee_id, version, seq)
     SELECT (r->>'id')::uuid, k->>'priority', (k->>'dueOn')::date, (k->'assignee'->>'id')::uuid, (k->>'version')::int,
       (k->>'seq')::int
     FROM given, LATERAL (SELECT r->'check' AS k) c WHERE jsonb_typeof(k) = 'object'`,
  ],
  verification: [
    `INSERT INTO verification (id, annotation_id, revision_id, status, rationale, searches, criteria, criteria_post_hoc,
       outcome_known_at, verifier_id, seq, created_at, rule, resolved_with_id, error_hop, error_source_id,
       needs_approval, corrects_id, correction_reason)
     SELECT (r->>'id')::uuid, (r->>'annotationId')::uuid, (r->>'revisionId')::uuid, r->>'status', r->>'rationale',
       ARRAY(SELECT jsonb_array_elements_text(r->'searches')), r->>'criteria', (r->>'criteriaPostHoc')::boolean,
       (r->>'outcomeKnownAt')::date, (r->'verifier'->>'id')::uuid, (r->>'seq')::int, (r->>'createdAt')::timestamptz,
       r->>'rule', (r->'resolvedWith'->>'id')::uuid,
       CASE r->>'errorHop' WHEN 'reporter' THEN -1 ELSE (r->>'errorHop')::int END,
       (r->'errorSource'->>'id')::uuid,
       jsonb_typeof(r->'approval') = 'object', (r->'correction'->>'of')::uuid, r->'correction'->>'reason'
     FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO evidence (verification_id, position, stance, url, excerpt, article_id, revision_id, start_cp, end_cp,
       annotation_id, origin, capture_id)
     SELECT (r->>'id')::uuid, n - 1, e->>'stance', e->>'url', e->>'excerpt', (e->>'articleId')::uuid,
       (e->>'revisionId')::uuid, (e->'span'->>'start')::int, (e->'span'->>'end')::int, (e->>'annotationId')::uuid, e->>'origin',
       (e->>'captureId')::uuid
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'evidence') WITH ORDINALITY items (e, n)`,
    `INSERT INTO approval (verification_id, outcome, reason, request_hash, actor_id, seq, created_at)
     SELECT (r->>'id')::uuid, a->>'state', coalesce(a->>'reason', ''), 'restored', (a->'by'->>'id')::uuid, (r->>'seq')::int,
       (a->>'at')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r, LATERAL (SELECT r->'approval' AS a) d WHERE a->>'state' IN ('approved', 'declined')`,
    `UPDATE annotation SET awaiting_id = (r->>'id')::uuid FROM jsonb_array_elements($1::jsonb) r
     WHERE id = (r->>'annotationId')::uuid AND r->'approval'->>'state' = 'awaiting'`,
  ],
  copy: [
    `INSERT INTO stored_copy (id, workspace_id, bytes_sha256, byte_length, media_type, text_sha256, text, title, published_at,
       signature, has_file, created_at)
     SELECT (r->>'id')::uuid, $2::uuid, r->>'bytesSha256', (r->>'byteLength')::int, r->>'mediaType', r->>'textSha256',
       r->>'text', r->>'title', (r->>'publishedAt')::date, ARRAY(SELECT jsonb_array_elements_text(r->'signature')::int),
       (r->>'hasFile')::boolean, (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
  ],
  capture: [
    `INSERT INTO capture (id, workspace_id, kind, url, file_name, state, failure, final_url, copy_id, request_hash, actor_id,
       created_at, captured_at)
     SELECT (r->>'id')::uuid, $2::uuid, r->>'kind', r->>'url', r->>'fileName', r->>'state', r->>'failure', r->>'finalUrl',
       (r->>'copyId')::uuid, 'restored', (r->'capturedBy'->>'id')::uuid, (r->>'createdAt')::timestamptz,
       (r->>'capturedAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
  ],
  conditionDecision: [
    `INSERT INTO condition_decision (id, annotation_id, condition, state, rationale, evidence, searches, known_at,
       verification_id, decided_by_id, request_hash, seq, created_at)
     SELECT (r->>'id')::uuid, (r->>'annotationId')::uuid, r->>'condition', r->>'state', r->>'rationale', r->'evidence',
       ARRAY(SELECT jsonb_array_elements_text(r->'searches')), (r->>'knownAt')::date, (r->>'verificationId')::uuid,
       (r->'decidedBy'->>'id')::uuid, 'restored', (r->>'seq')::int, (r->>'createdAt')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r`,
  ],
  submission: [
    `INSERT INTO resolution_submission (id, annotation_id, resolver_id, resolution, request_hash, verification_id, created_at)
     SELECT (r->>'id')::uuid, (r->>'annotationId')::uuid, (r->'resolver'->>'id')::uuid,
       jsonb_build_object('status', r->'status', 'rationale', r->'rationale', 'evidence', r->'evidence', 'searches', r->'searches',
         'criteria', r->'criteria', 'outcomeKnownAt', r->'outcomeKnownAt'), 'restored', (r->>'verificationId')::uuid,
       (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
  ],
  reply: [
    `INSERT INTO reply_entry (id, annotation_id, kind, request_id, source_id, asked_name, way, day, deadline, words, actor_id,
       seq, request_hash, created_at)
     SELECT (r->>'id')::uuid, (r->>'annotationId')::uuid, r->>'kind', (r->>'requestId')::uuid, (r->>'sourceId')::uuid,
       r->>'name', r->>'way', (r->>'day')::date, (r->>'deadline')::date, r->>'words', (r->'loggedBy'->>'id')::uuid,
       (r->>'seq')::int, 'restored', (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
  ],
  factCheck: [
    `INSERT INTO fact_check (id, workspace_id, annotation_id, state, version, created_at, updated_at)
     SELECT (r->>'id')::uuid, $2::uuid, (r->>'annotationId')::uuid, r->>'state', (r->>'version')::int,
       (r->>'publishedAt')::timestamptz, (r->>'updatedAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO fact_check_version (fact_check_id, number, change, note, verification_id, content, author_id, created_at)
     SELECT (r->>'id')::uuid, (v->>'number')::int, v->>'change', v->>'note', (v->>'verificationId')::uuid,
       nullif(v->'content', 'null'), (v->'author'->>'id')::uuid, (v->>'createdAt')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'versions') v`,
  ],
  proposition: [
    `INSERT INTO proposition (id, workspace_id, words, version, author_id, request_hash, created_at, updated_at)
     SELECT (r->>'id')::uuid, $2::uuid, r->>'words', (r->>'version')::int, (r->'author'->>'id')::uuid, 'restored',
       (r->>'createdAt')::timestamptz, (r->>'updatedAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO proposition_member (annotation_id, proposition_id, added_by_id, added_at, removed_by_id, removed_at)
     SELECT (m->>'annotationId')::uuid, (r->>'id')::uuid, (m->'addedBy'->>'id')::uuid, (m->>'addedAt')::timestamptz,
       (m->'removedBy'->>'id')::uuid, (m->>'removedAt')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'members') m`,
  ],
  link: [
    `INSERT INTO proposition_link (id, workspace_id, type, state, origin, reason, score, fingerprint, version, proposed_by_id,
       decided_by_id, decided_at, created_at)
     SELECT (r->>'id')::uuid, $2::uuid, r->>'linkType', r->>'state', r->>'origin', r->>'reason', (r->>'score')::float,
       r->>'fingerprint', (r->>'version')::int, (r->'proposedBy'->>'id')::uuid, (r->'decidedBy'->>'id')::uuid,
       (r->>'decidedAt')::timestamptz, (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO link_side (link_id, side, proposition_id, annotation_id, revision_id, start_cp, end_cp)
     SELECT (r->>'id')::uuid, side, (s->>'propositionId')::uuid, (s->>'annotationId')::uuid, (s->>'revisionId')::uuid,
       (s->'span'->>'start')::int, (s->'span'->>'end')::int
     FROM jsonb_array_elements($1::jsonb) r, unnest(ARRAY['from', 'to']) side, LATERAL (SELECT r->side AS s) one`,
  ],
  settling: [
    `INSERT INTO settling_proposal (id, annotation_id, revision_id, start_cp, end_cp, score, reasons, fingerprint, state,
       decided_by_id, decided_at, created_at)
     SELECT (r->>'id')::uuid, (r->>'annotationId')::uuid, (r->>'revisionId')::uuid, (r->'span'->>'start')::int,
       (r->'span'->>'end')::int, (r->>'score')::float, ARRAY(SELECT jsonb_array_elements_text(r->'reasons')),
       r->>'fingerprint', r->>'state', (r->'decidedBy'->>'id')::uuid, (r->>'decidedAt')::timestamptz,
       (r->>'createdAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
  ],
  fullAnnotation: [
    `INSERT INTO full_annotation (id, article_id, revision_id, user_id, kind, declared_at, withdrawn_at)
     SELECT (r->>'id')::uuid, (r->>'articleId')::uuid, (r->>'revisionId')::uuid, (r->'by'->>'id')::uuid, r->>'kind',
       (r->>'declaredAt')::timestamptz, (r->>'withdrawnAt')::timestamptz FROM jsonb_array_elements($1::jsonb) r`,
  ],
  /** What is in a pass follows in its own layer, as annotations and verifications. */
  pass: [
    `INSERT INTO pass (id, article_id, annotator_id, revision_id, state, seq, complete_kinds, opened_at, submitted_at,
       revealed_at, revealed_by_id)
     SELECT (r->>'id')::uuid, (r->>'articleId')::uuid, (r->'annotator'->>'id')::uuid, (r->>'revisionId')::uuid, 'revealed',
       (r->>'seq')::int, ARRAY(SELECT jsonb_array_elements_text(r->'completeKinds')), (r->>'openedAt')::timestamptz,
       (r->>'submittedAt')::timestamptz, (r->>'revealedAt')::timestamptz, (r->'revealedBy'->>'id')::uuid
     FROM jsonb_array_elements($1::jsonb) r`,
  ],
  adjudication: [
    `INSERT INTO adjudication (id, article_id, revision_id, outcome, note, version, supersedes_id, request_hash, decided_by_id,
       decided_at, withdrawn_by_id, withdrawn_at)
     SELECT (r->>'id')::uuid, (r->>'articleId')::uuid, (r->>'revisionId')::uuid, r->>'outcome', r->>'note',
       (r->>'version')::int, (r->>'supersedesId')::uuid, 'restored', (r->'decidedBy'->>'id')::uuid,
       (r->>'decidedAt')::timestamptz, (r->'withdrawn'->'by'->>'id')::uuid, (r->'withdrawn'->>'at')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r`,
    `INSERT INTO adjudication_origin (adjudication_id, annotation_id, is_taken)
     SELECT (r->>'id')::uuid, (o->>'annotationId')::uuid, (o->>'isTaken')::boolean
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'origins') o`,
    `INSERT INTO adjudication_result (adjudication_id, annotation_id, is_made)
     SELECT (r->>'id')::uuid, (m->>'annotationId')::uuid, (m->>'isMade')::boolean
     FROM jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'results') m`,
  ],
  subset: [
    `INSERT INTO subset (id, workspace_id, name, note, filter, version, author_id, request_hash, created_at, updated_at)
     SELECT (r->>'id')::uuid, $2::uuid, r->>'name', r->>'note', r->'filter', (r->>'version')::int,
       (r->'author'->>'id')::uuid, 'restored', (r->>'createdAt')::timestamptz, (r->>'updatedAt')::timestamptz
     FROM jsonb_array_elements($1::jsonb) r`,
  ],
} as const satisfies Record<string, readonly string[]>;
export type RestoredType = keyof typeof RESTORED;
export const isRestored = (type: unknown): type is RestoredType =>
  typeof type === 'string' && Object.hasOwn(RESTORED, type) && type !== 'sourceTies';
