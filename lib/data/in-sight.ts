import 'server-only';
import { SHOWN_ANNOTATION } from './statements';

/*
 * Of what hangs on annotations without being one, whether a reader who annotates an article blind may see it. These are
 * conditions for SQL; where nobody is blind they cost the look at a setting.
 */

const UNLESS_BLIND = 'cardinality(blind_articles()) = 0';

/** Of `proposition p`: that not all it was made of, and all that is in it, is out of the reader's sight. */
export const PROPOSITION_IN_SIGHT = `(${UNLESS_BLIND}
  OR NOT EXISTS (SELECT 1 FROM proposition_member m WHERE m.proposition_id = p.id AND m.added_at = p.created_at
    AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id = m.annotation_id))
  OR EXISTS (SELECT 1 FROM proposition_member m JOIN annotation a ON a.id = m.annotation_id
    WHERE m.proposition_id = p.id AND m.removed_at IS NULL AND ${SHOWN_ANNOTATION}))`;

/** Of `proposition_link l`: that both of its sides are in the reader's sight. */
export const LINK_IN_SIGHT = `(${UNLESS_BLIND} OR NOT EXISTS (SELECT 1 FROM link_side s WHERE s.link_id = l.id
  AND (NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id = s.annotation_id) AND s.annotation_id IS NOT NULL
    OR EXISTS (SELECT 1 FROM proposition p WHERE p.id = s.proposition_id AND NOT ${PROPOSITION_IN_SIGHT}))))`;

/** Of `capture k`: that some evidence in the reader's sight cites it, or none cites it at all. */
export const CAPTURE_IN_SIGHT = `(${UNLESS_BLIND}
  OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.capture_id = k.id)
  OR EXISTS (SELECT 1 FROM evidence e JOIN verification v ON v.id = e.verification_id
    JOIN annotation a ON a.id = v.annotation_id WHERE e.capture_id = k.id))`;

/** Of `stored_copy c`: that a capture in the reader's sight is of it, or none is. */
export const COPY_IN_SIGHT = `(${UNLESS_BLIND} OR NOT EXISTS (SELECT 1 FROM capture k WHERE k.copy_id = c.id)
  OR EXISTS (SELECT 1 FROM capture k WHERE k.copy_id = c.id AND ${CAPTURE_IN_SIGHT}))`;
