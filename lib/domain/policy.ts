import { type AssignmentRelease, type Role, ROLES, type TokenScope } from './vocabulary';

/**
 * Who is asking, and with which right, in one workspace. `role` is null for a stranger, who is told that
 * nothing is there (404), not that it is forbidden. `scope` is `write` for a browser session and limits a token.
 */
export interface Standing {
  userId: string;
  role: Role | null;
  scope: TokenScope;
}

const hasAtLeast = (standing: Standing, role: Role): boolean =>
  standing.role !== null && ROLES.indexOf(standing.role) >= ROLES.indexOf(role);
const mayWrite = (standing: Standing, role: Role): boolean =>
  standing.scope === 'write' && hasAtLeast(standing, role);

/** Reads the shared layer, sources, predictions, members' names and exports. */
export const canRead = (standing: Standing): boolean => hasAtLeast(standing, 'reader');
/** Makes, changes, deletes and restores annotations of the shared layer, and names new sources. */
export const canAnnotate = (standing: Standing): boolean => mayWrite(standing, 'annotator');
/** Writes comments, and changes and deletes one's own. */
export const canComment = (standing: Standing): boolean => mayWrite(standing, 'annotator');
/** Resolves, reopens and deletes what others began. */
export const canModerate = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Changes the words of a comment: nobody but its author. */
export const canReviseComment = (standing: Standing, comment: { authorId: string }): boolean =>
  canComment(standing) && comment.authorId === standing.userId;
/** Deletes a comment; `deletedById` is set for one that is to be restored: only whoever deleted it, or an editor. */
export const canDeleteComment = (
  standing: Standing,
  comment: { authorId: string; deletedById?: string | null },
): boolean =>
  canModerate(standing) ||
  (canReviseComment(standing, comment) && (comment.deletedById ?? standing.userId) === standing.userId);
/** Resolves and reopens a thread: whoever began it, and editors. */
export const canResolve = (standing: Standing, thread: { authorId: string }): boolean =>
  canModerate(standing) || (canComment(standing) && thread.authorId === standing.userId);
/** Keeps one's own marks of what one has read: comments and notifications. */
export const canMarkRead = (standing: Standing): boolean => mayWrite(standing, 'reader');
/** Sets a status, resolves a prediction. */
export const canVerify = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Says what has become of words: of those that everybody sees an editor, of those in one's own pass its annotator. */
export const canJudge = (standing: Standing, annotation: { isInPass: boolean }): boolean =>
  annotation.isInPass ? canSubmitPass(standing) : canVerify(standing);
/** Says yes or no to a decision that asks for a second pair of eyes: any editor but the one who made it. */
export const canApprove = (standing: Standing, decision: { verifierId: string }): boolean =>
  canVerify(standing) && decision.verifierId !== standing.userId;
/** Keeps pages and files as evidence, and logs what was asked of whom. */
export const canGatherEvidence = (standing: Standing): boolean => canVerify(standing);
/** Says who checks what, by when and how pressingly; takes a check and gives it back. */
export const canArrangeChecks = (standing: Standing): boolean => canVerify(standing);
/** Publishes a decision, corrects and unpublishes it, and answers what readers ask for. */
export const canPublish = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Groups annotations into propositions, says how two stand to each other, and has the machine look for that. */
export const canGroup = (standing: Standing): boolean => mayWrite(standing, 'annotator');
/** Confirms, rejects and reopens links between propositions, and dismisses what may settle a prediction. */
export const canDecideLink = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Works in one's own blind pass, and submits it. */
export const canSubmitPass = (standing: Standing): boolean => canAnnotate(standing);
/** Reveals the passes that were submitted on an article: an editor who is not annotating it blind. */
export const canReveal = (standing: Standing, article: { hasOwnOpenPass: boolean }): boolean =>
  mayWrite(standing, 'editor') && !article.hasOwnOpenPass;
/** Runs campaigns: who annotates which articles blind and by when, and sees how far they are. */
export const canRunCampaigns = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Takes articles of a campaign to annotate them, and gives back what one cannot do; editors take them from others. */
export const canReleaseAssignment = (standing: Standing, assignment: { annotatorId: string }): boolean =>
  canRunCampaigns(standing) || (canSubmitPass(standing) && assignment.annotatorId === standing.userId);
/** Takes back that an article was given back, as its annotator, or what editors did with it, as an editor. */
export const canRestoreAssignment = (
  standing: Standing,
  { annotatorId, release }: { annotatorId: string; release: AssignmentRelease | null },
): boolean =>
  (release !== 'given_back' && canRunCampaigns(standing)) ||
  (release !== 'withdrawn' &&
    release !== 'undone' &&
    canSubmitPass(standing) &&
    annotatorId === standing.userId);
/** Decides which marks of revealed passes stand in the shared layer: an editor who is not annotating the article blind. */
export const canAdjudicate = (standing: Standing, article: { hasOwnOpenPass: boolean }): boolean =>
  mayWrite(standing, 'editor') && !article.hasOwnOpenPass;
/** Keeps filters as subsets of the workspace. */
export const canKeepSubsets = (standing: Standing): boolean => mayWrite(standing, 'annotator');
/** Renames, changes, deletes and restores a subset: whoever made it, and editors. */
export const canChangeSubset = (standing: Standing, subset: { authorId: string }): boolean =>
  mayWrite(standing, 'editor') || (canKeepSubsets(standing) && subset.authorId === standing.userId);
/** Imports articles and new revisions, corrects their metadata. */
export const canImport = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Keeps the registry of sources: names, types, affiliations, merging and un-merging. */
export const canCurate = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Members, invitations, tokens, the workspace's name and time zone. */
export const canManage = (standing: Standing): boolean => mayWrite(standing, 'owner');
/** Writes what annotators are told, and which tags and attributes there are. */
export const canWriteGuideline = (standing: Standing): boolean => mayWrite(standing, 'owner');
/** Makes and revokes API tokens for oneself: whatever the token may do, its owner may do. */
export const canMakeToken = (standing: Standing): boolean => mayWrite(standing, 'reader');

/** Makes releases, and tries again where one failed. */
export const canRelease = (standing: Standing): boolean => mayWrite(standing, 'owner');

/** What the interface offers; the server asks again at each use. */
export interface Abilities {
  annotate: boolean;
  comment: boolean;
  moderate: boolean;
  verify: boolean;
  group: boolean;
  decideLink: boolean;
  publish: boolean;
  import: boolean;
  curate: boolean;
  runCampaigns: boolean;
  manage: boolean;
}
export const abilitiesOf = (standing: Standing): Abilities => ({
  annotate: canAnnotate(standing),
  comment: canComment(standing),
  moderate: canModerate(standing),
  verify: canVerify(standing),
  group: canGroup(standing),
  decideLink: canDecideLink(standing),
  publish: canPublish(standing),
  import: canImport(standing),
  curate: canCurate(standing),
  runCampaigns: canRunCampaigns(standing),
  manage: canManage(standing),
});
