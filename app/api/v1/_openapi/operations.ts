import { ADJUDICATION_OPERATIONS } from './adjudication-operations';
import { ANNOTATION_OPERATIONS } from './annotation-operations';
import { ARTICLE_OPERATIONS } from './article-operations';
import { CAMPAIGN_OPERATIONS } from './campaign-operations';
import { CHECK_OPERATIONS } from './check-operations';
import { COMMENT_OPERATIONS } from './comment-operations';
import { FACT_CHECK_OPERATIONS } from './fact-check-operations';
import { GUIDELINE_OPERATIONS } from './guideline-operations';
import { IMPORT_OPERATIONS } from './import-operations';
import { PASS_OPERATIONS } from './pass-operations';
import { PREDICTION_OPERATIONS } from './prediction-operations';
import { PROPOSITION_OPERATIONS } from './proposition-operations';
import { QUERY_OPERATIONS } from './query-operations';
import { RELEASE_OPERATIONS } from './release-operations';
import { SOURCE_OPERATIONS } from './source-operations';
import { VERIFICATION_OPERATIONS } from './verification-operations';
import type { Operation } from './operation';

/** The whole API, resource by resource. `tests/app/openapi.test.ts` holds the list to the routes. */
export const OPERATIONS: readonly Operation[] = [
  ...GUIDELINE_OPERATIONS,
  ...IMPORT_OPERATIONS,
  ...ARTICLE_OPERATIONS,
  ...PASS_OPERATIONS,
  ...ANNOTATION_OPERATIONS,
  ...VERIFICATION_OPERATIONS,
  ...PREDICTION_OPERATIONS,
  ...CHECK_OPERATIONS,
  ...COMMENT_OPERATIONS,
  ...SOURCE_OPERATIONS,
  ...FACT_CHECK_OPERATIONS,
  ...PROPOSITION_OPERATIONS,
  ...ADJUDICATION_OPERATIONS,
  ...RELEASE_OPERATIONS,
  ...CAMPAIGN_OPERATIONS,
  ...QUERY_OPERATIONS,
];
