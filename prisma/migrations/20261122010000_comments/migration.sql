-- Talking about an annotation: threads of comments, who is meant by them, and who has read what.
-- The lists are held to lib/domain/vocabulary.ts by tests/data/vocabulary.test.ts.

CREATE TABLE "comment_thread" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "is_question" BOOLEAN NOT NULL DEFAULT false,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_thread_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "comment_mention" (
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("comment_id","user_id")
);

CREATE TABLE "discussion" (
    "annotation_id" UUID NOT NULL,
    "comments" INTEGER NOT NULL,
    "open_threads" INTEGER NOT NULL,
    "question" TEXT,
    "last_comment_at" TIMESTAMPTZ(3),
    "last_comment_seq" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "discussion_pkey" PRIMARY KEY ("annotation_id")
);

CREATE TABLE "read_mark" (
    "user_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "read_mark_pkey" PRIMARY KEY ("user_id","annotation_id")
);

CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "annotation_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_thread_annotation_id_idx" ON "comment_thread"("annotation_id");

-- CreateIndex
CREATE INDEX "comment_thread_id_idx" ON "comment"("thread_id");

-- CreateIndex
CREATE INDEX "comment_annotation_id_seq_idx" ON "comment"("annotation_id", "seq");

-- CreateIndex
CREATE INDEX "comment_mention_user_id_idx" ON "comment_mention"("user_id");

-- CreateIndex
CREATE INDEX "read_mark_annotation_id_idx" ON "read_mark"("annotation_id");

-- CreateIndex
CREATE INDEX "notification_workspace_id_user_id_created_at_id_idx" ON "notification"("workspace_id", "user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_user_id_annotation_id_idx" ON "notification"("user_id", "annotation_id");

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion" ADD CONSTRAINT "discussion_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---- what the schema language cannot say --------------------------------------------------------------------

-- What is counted in the workspace's bar at every page.
CREATE INDEX "notification_unread" ON "notification" ("workspace_id", "user_id") WHERE "read_at" IS NULL;

ALTER TABLE "comment" ADD CONSTRAINT "comment_body" CHECK (char_length("body") BETWEEN 1 AND 5000);
ALTER TABLE "discussion" ADD CONSTRAINT "discussion_question" CHECK ("question" IN ('open', 'answered'));
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind" CHECK ("kind" IN ('mention', 'question', 'comment', 'reply', 'answered', 'resolved', 'reopened'));
ALTER TABLE "event" DROP CONSTRAINT "event_type";
ALTER TABLE "event" ADD CONSTRAINT "event_type" CHECK ("type" IN (
  'annotation_created', 'annotation_revised', 'annotation_deleted', 'annotation_restored', 'annotation_reanchored', 'verification_recorded',
  'comment_added', 'comment_changed', 'comment_deleted', 'comment_restored', 'thread_resolved', 'thread_reopened'
));
