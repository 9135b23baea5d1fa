import { type Role, ROLES, type TokenScope } from './vocabulary';

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
/** Imports articles and new revisions, corrects their metadata. */
export const canImport = (standing: Standing): boolean => mayWrite(standing, 'editor');
/** Members, invitations, tokens, the workspace's name and time zone. */
export const canManage = (standing: Standing): boolean => mayWrite(standing, 'owner');
/** Makes and revokes API tokens for oneself: whatever the token may do, its owner may do. */
export const canMakeToken = (standing: Standing): boolean => mayWrite(standing, 'reader');

/** What the interface offers; the server asks again at each use. */
export interface Abilities {
  annotate: boolean;
  comment: boolean;
  moderate: boolean;
  verify: boolean;
  import: boolean;
  manage: boolean;
}
export const abilitiesOf = (standing: Standing): Abilities => ({
  annotate: canAnnotate(standing),
  comment: canComment(standing),
  moderate: canModerate(standing),
  verify: canVerify(standing),
  import: canImport(standing),
  manage: canManage(standing),
});
