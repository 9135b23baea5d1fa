-- What the parts of the fact-check desk share: the history of what belongs to no annotation, events beside an
-- annotation's own, and notifications that are about no comment.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

CREATE TABLE "workspace_event" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "workspace_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_hash" TEXT NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "workspace_event_workspace_id_id_idx" ON "workspace_event"("workspace_id", "id");
CREATE INDEX "workspace_event_subject_id_id_idx" ON "workspace_event"("subject_id", "id");

ALTER TABLE "workspace_event" ADD CONSTRAINT "workspace_event_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "workspace_event" ADD CONSTRAINT "workspace_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER "workspace_event_is_append_only" BEFORE UPDATE OF "workspace_id", "type", "subject_id", "before", "after", "created_at" OR DELETE ON "workspace_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "event" DROP CONSTRAINT "event_type";
ALTER TABLE "event" ADD CONSTRAINT "event_type" CHECK ("type" IN (
  'annotation_created', 'annotation_revised', 'annotation_deleted', 'annotation_restored', 'annotation_reanchored', 'verification_recorded',
  'comment_added', 'comment_changed', 'comment_deleted', 'comment_restored', 'thread_resolved', 'thread_reopened',
  'decision_approved', 'decision_declined', 'check_changed', 'reply_logged', 'condition_decided', 'criteria_locked', 'criteria_unlocked'
));

ALTER TABLE "notification" ALTER COLUMN "thread_id" DROP NOT NULL;
ALTER TABLE "notification" ALTER COLUMN "comment_id" DROP NOT NULL;
ALTER TABLE "notification" ALTER COLUMN "actor_id" DROP NOT NULL;
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind";
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind" CHECK ("kind" IN (
  'mention', 'question', 'comment', 'reply', 'answered', 'resolved', 'reopened',
  'check_assigned', 'approval_asked', 'decision_declined', 'prediction_due', 'settling_article', 'correction_asked'
));
