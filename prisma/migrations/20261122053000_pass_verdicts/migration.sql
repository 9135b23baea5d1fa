-- Verdicts in blind passes. As with annotations, events and sources: the tables have other names now, and the names that all
-- queries use are views of the shared layer, and of the pass that a transaction has named in touchstone.pass.

ALTER TABLE "verification" RENAME TO "every_verification";
ALTER TABLE "evidence" RENAME TO "every_evidence";

ALTER TABLE "every_verification" ADD COLUMN "layer" TEXT NOT NULL DEFAULT 'shared';
ALTER TABLE "every_evidence" ADD COLUMN "layer" TEXT NOT NULL DEFAULT 'shared';
ALTER TABLE "every_verification" ALTER COLUMN "layer" SET DEFAULT coalesce("open_pass"(), 'shared');
ALTER TABLE "every_evidence" ALTER COLUMN "layer" SET DEFAULT coalesce("open_pass"(), 'shared');

CREATE VIEW "verification" AS SELECT * FROM "every_verification"
  WHERE "layer" = 'shared' OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;
CREATE VIEW "evidence" AS SELECT * FROM "every_evidence"
  WHERE "layer" = 'shared' OR "layer" = current_setting('touchstone.pass', true)
  WITH CHECK OPTION;

-- A verdict in a pass is one person's own judgement: nobody approves it, and no page is stored for it.
ALTER TABLE "every_verification" ADD CONSTRAINT "verification_of_pass" CHECK ("layer" = 'shared' OR NOT "needs_approval");
ALTER TABLE "every_evidence" ADD CONSTRAINT "evidence_of_pass" CHECK ("layer" = 'shared' OR "capture_id" IS NULL);
