-- Giving out an article can be undone: the place is free again, and nothing bars its holder from getting it later.

ALTER TABLE "assignment" DROP CONSTRAINT "assignment_release";
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_release" CHECK ("release" IN ('given_back', 'withdrawn', 'expired', 'undone'));
