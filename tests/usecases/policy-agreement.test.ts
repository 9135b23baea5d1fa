import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import {
  canAnnotate,
  canComment,
  canImport,
  canMakeToken,
  canManage,
  canMarkRead,
  canModerate,
  canRead,
  canReviseComment,
  canVerify,
  type Standing,
} from '@/lib/domain/policy';
import { err, type Failure, type Result } from '@/lib/domain/result';
import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from '@/lib/usecases/access';
import { addRevision } from '@/lib/usecases/add-revision';
import { changeMemberRole } from '@/lib/usecases/change-member-role';
import type { Context } from '@/lib/usecases/context';
import { createInvitation } from '@/lib/usecases/create-invitation';
import { createSource } from '@/lib/usecases/create-source';
import { createToken } from '@/lib/usecases/create-token';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { deleteComment } from '@/lib/usecases/delete-comment';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { followArticle, listArticleEvents } from '@/lib/usecases/follow-article';
import { followArticles } from '@/lib/usecases/follow-articles';
import { importArticle } from '@/lib/usecases/import-article';
import { importFile } from '@/lib/usecases/import-file';
import { listAnchors } from '@/lib/usecases/list-anchors';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listArticles } from '@/lib/usecases/list-articles';
import { listHistory } from '@/lib/usecases/list-history';
import { listInvitations } from '@/lib/usecases/list-invitations';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { listMembers } from '@/lib/usecases/list-members';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { listRelated } from '@/lib/usecases/list-related';
import { listRevisions } from '@/lib/usecases/list-revisions';
import { listSources } from '@/lib/usecases/list-sources';
import { listThreads } from '@/lib/usecases/list-threads';
import { listTokens } from '@/lib/usecases/list-tokens';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { listWorkspaces } from '@/lib/usecases/list-workspaces';
import { markCommentsAsRead } from '@/lib/usecases/mark-comments-read';
import { markNotificationsRead } from '@/lib/usecases/mark-notifications-read';
import { makeToken } from '@/lib/usecases/make-token';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { previewImport } from '@/lib/usecases/preview-import';
import { previewRevision } from '@/lib/usecases/preview-revision';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { putComment } from '@/lib/usecases/put-comment';
import { removeMember } from '@/lib/usecases/remove-member';
import { renameWorkspace } from '@/lib/usecases/rename-workspace';
import { reopenThread } from '@/lib/usecases/reopen-thread';
import { resolveThread } from '@/lib/usecases/resolve-thread';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { restoreComment } from '@/lib/usecases/restore-comment';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { reviseComment } from '@/lib/usecases/revise-comment';
import { revokeInvitation } from '@/lib/usecases/revoke-invitation';
import { revokeToken } from '@/lib/usecases/revoke-token';
import { saveLikelihoodScale } from '@/lib/usecases/save-likelihood-scale';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showArticle } from '@/lib/usecases/show-article';
import { showExport } from '@/lib/usecases/show-export';
import { showRevisionReport } from '@/lib/usecases/show-revision-report';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { tellPresence } from '@/lib/usecases/tell-presence';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, aWorkspace, type BuiltUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

/** What every use case is tried on: all of one workspace, which the strangers and half of the tokens do not belong to. */
interface Desk {
  slug: string;
  articleId: string;
  annotationId: string;
  /** Of the owner, and the first of its thread. */
  commentId: string;
  ownerId: string;
  invitationId: string;
  /** A token of the actor's own in this workspace. */
  tokenId: string;
}

interface UseCase {
  right: (standing: Standing) => boolean;
  /** A token never does it, whatever its scope. */
  isForSessions?: true;
  run: (context: Context, desk: Desk) => Promise<Result<unknown, Failure>>;
}

const BAD = { nonsense: true };

/** The use cases that ask the policy. Their input is refused, or changes nothing: who asks is all that is tried. */
const ASKED: Record<string, UseCase> = {
  'add-revision': {
    right: canImport,
    run: (context, { articleId }) => addRevision(context, { articleId, body: BAD }),
  },
  'change-member-role': {
    right: canManage,
    run: (context, { slug, ownerId }) => changeMemberRole(context, { slug, userId: ownerId, body: BAD }),
  },
  'create-invitation': {
    right: canManage,
    run: (context, { slug }) => createInvitation(context, { slug, body: BAD }),
  },
  'create-source': {
    right: canAnnotate,
    run: (context, { slug }) => createSource(context, { slug, body: BAD }),
  },
  'create-token': {
    right: canMakeToken,
    isForSessions: true,
    run: (context, { slug }) => createToken(context, { slug, body: BAD }),
  },
  'delete-annotation': {
    right: canAnnotate,
    run: (context, { annotationId }) => deleteAnnotation(context, { id: annotationId }),
  },
  'delete-comment': {
    right: canModerate,
    run: (context, { commentId }) => deleteComment(context, { id: commentId }),
  },
  'export-workspace': {
    right: canRead,
    run: (context, { slug }) => exportWorkspace(context, { slug, query: {} }),
  },
  'follow-article': {
    right: canRead,
    run: (context, { articleId }) => followArticle(context, { articleId, after: null }),
  },
  'follow-article, as a page': {
    right: canRead,
    run: (context, { articleId }) => listArticleEvents(context, { articleId, query: {} }),
  },
  'follow-articles': {
    right: canRead,
    run: async (context, { articleId }) => {
      const followed = await followArticles(context, { query: { articles: articleId } });
      // What may not be read is closed by itself, and the rest goes on.
      return followed.ok && followed.value.closed.length > 0
        ? err({ code: 'not_found', message: 'closed' })
        : followed;
    },
  },
  'import-article': {
    right: canImport,
    run: (context, { slug }) => importArticle(context, { slug, body: BAD }),
  },
  'import-file': { right: canImport, run: (context, { slug }) => importFile(context, { slug, raw: ' ' }) },
  'list-anchors': {
    right: canRead,
    run: (context, { annotationId }) => listAnchors(context, { id: annotationId }),
  },
  'list-annotations': {
    right: canRead,
    run: (context, { articleId }) => listAnnotations(context, { articleId, query: {} }),
  },
  'list-articles': { right: canRead, run: (context, { slug }) => listArticles(context, { slug, query: {} }) },
  'list-history': {
    right: canRead,
    run: (context, { annotationId }) => listHistory(context, { id: annotationId, query: {} }),
  },
  'list-related': {
    right: canRead,
    run: (context, { annotationId }) => listRelated(context, { id: annotationId, query: {} }),
  },
  'list-invitations': { right: canManage, run: (context, { slug }) => listInvitations(context, { slug }) },
  'list-likelihood-scales': {
    right: canRead,
    run: (context, { slug }) => listLikelihoodScales(context, { slug }),
  },
  'list-members': { right: canRead, run: (context, { slug }) => listMembers(context, { slug }) },
  'list-notifications': {
    right: canRead,
    run: (context, { slug }) => listNotifications(context, { slug, query: {} }),
  },
  'list-predictions': {
    right: canRead,
    run: (context, { slug }) => listPredictions(context, { slug, query: {} }),
  },
  'list-revisions': {
    right: canRead,
    run: (context, { articleId }) => listRevisions(context, { articleId, query: {} }),
  },
  'list-sources': { right: canRead, run: (context, { slug }) => listSources(context, { slug, query: {} }) },
  'list-threads': {
    right: canRead,
    run: (context, { annotationId }) => listThreads(context, { id: annotationId }),
  },
  'list-tokens': { right: canRead, run: (context, { slug }) => listTokens(context, { slug }) },
  'list-verifications': {
    right: canRead,
    run: (context, { annotationId }) => listVerifications(context, { id: annotationId }),
  },
  'mark-comments-read': {
    right: canMarkRead,
    run: (context, { annotationId }) => markCommentsAsRead(context, { id: annotationId, body: BAD }),
  },
  'mark-notifications-read': {
    right: canMarkRead,
    run: (context, { slug }) => markNotificationsRead(context, { slug, body: BAD }),
  },
  'open-reading-room': {
    right: canRead,
    run: (context, { articleId }) => openReadingRoom(context, { id: articleId }),
  },
  'preview-import': {
    right: canImport,
    run: (context, { slug }) => previewImport(context, { slug, body: BAD }),
  },
  'preview-revision': {
    right: canImport,
    run: (context, { articleId }) => previewRevision(context, { articleId, body: BAD }),
  },
  'put-annotation': {
    right: canAnnotate,
    run: (context, { articleId }) => putAnnotation(context, { id: v7(), body: { articleId, ...BAD } }),
  },
  'put-annotation, again': {
    right: canAnnotate,
    run: (context, { annotationId }) => putAnnotation(context, { id: annotationId, body: BAD }),
  },
  'put-comment': {
    right: canComment,
    run: (context, { annotationId }) => putComment(context, { id: v7(), body: { annotationId, ...BAD } }),
  },
  'put-comment, again': {
    right: canComment,
    run: (context, { commentId }) => putComment(context, { id: commentId, body: BAD }),
  },
  'remove-member': {
    right: canManage,
    run: (context, { slug }) => removeMember(context, { slug, userId: v7() }),
  },
  'rename-workspace': {
    right: canManage,
    run: (context, { slug }) => renameWorkspace(context, { slug, body: BAD }),
  },
  'reopen-thread': {
    right: canModerate,
    run: (context, { commentId }) => reopenThread(context, { id: commentId }),
  },
  'resolve-thread': {
    right: canModerate,
    run: (context, { commentId }) => resolveThread(context, { id: commentId }),
  },
  'restore-comment': {
    right: canModerate,
    run: (context, { commentId }) => restoreComment(context, { id: commentId }),
  },
  'restore-annotation': {
    right: canAnnotate,
    run: (context, { annotationId }) => restoreAnnotation(context, { id: annotationId }),
  },
  'revise-annotation': {
    right: canAnnotate,
    run: (context, { annotationId }) => reviseAnnotation(context, { id: annotationId, body: BAD }),
  },
  'revise-comment': {
    right: (standing) => canReviseComment(standing, { authorId: desk.ownerId }),
    run: (context, { commentId }) => reviseComment(context, { id: commentId, body: BAD }),
  },
  'revoke-invitation': {
    right: canManage,
    run: (context, { slug, invitationId }) => revokeInvitation(context, { slug, id: invitationId }),
  },
  'revoke-token': {
    right: canMakeToken,
    run: (context, { slug, tokenId }) => revokeToken(context, { slug, id: tokenId }),
  },
  'save-likelihood-scale': {
    right: canVerify,
    run: (context, { slug }) => saveLikelihoodScale(context, { slug, body: BAD }),
  },
  'show-annotation': {
    right: canRead,
    run: (context, { annotationId }) => showAnnotation(context, { id: annotationId }),
  },
  'show-article': {
    right: canRead,
    run: (context, { articleId }) => showArticle(context, { id: articleId }),
  },
  'show-export': { right: canRead, run: (context, { slug }) => showExport(context, { slug }) },
  'show-revision-report': {
    right: canRead,
    run: (context, { articleId }) => showRevisionReport(context, { articleId, number: '1' }),
  },
  'show-scoreboard': {
    right: canRead,
    run: (context, { slug }) => showScoreboard(context, { slug, query: {} }),
  },
  'show-workspace': { right: canRead, run: (context, { slug }) => showWorkspace(context, { slug }) },
  'tell-presence': {
    right: canRead,
    run: (context, { articleId }) => tellPresence(context, { articleId, body: BAD }),
  },
  'verify-annotation': {
    right: canVerify,
    run: (context, { annotationId }) => verifyAnnotation(context, { id: annotationId, body: BAD }),
  },
};

/** The files of lib/usecases that no workspace's policy decides on, by what decides instead. */
const NOT_ASKED = {
  'one’s own account, in a session': [
    'change-name',
    'change-password',
    'list-sessions',
    'show-account',
    'sign-out-everywhere',
  ],
  'a secret: a password, a link, an invitation': [
    'accept-invitation',
    'check-password',
    'consume-sign-in-link',
    'show-invitation',
    'start-session',
  ],
  'whoever runs a command on the server': [
    'act-as-owner',
    'create-sign-in-link',
    'create-user',
    'issue-token',
    'list-users',
    'operator-context',
  ],
  'who administers the installation': ['create-workspace'],
  'membership itself, tried below': ['list-workspaces'],
  'the use cases that they are parts of': [
    'access',
    'change-annotation',
    'change-beside',
    'change-discussion',
    'check-mentions',
    'comment-access',
    'comment-version',
    'context',
    'find-kin',
    'index-passages',
    'find-or-make-account',
    'in-transaction',
    'make-sign-in-link',
    'make-token',
    'place-spans',
    'read-new-text',
    'request-hash',
    'require-session',
    'require-still-owner',
    'resolve-hops',
    'set-role',
    'settle-thread',
    'tell-people',
    'version-guard',
    'visitor-context',
  ],
};

test('every file of lib/usecases says who may: in the table, or by another rule', () => {
  const files = readdirSync('lib/usecases').map((file) => file.replace(/\.ts$/, ''));
  const told = [...Object.keys(ASKED).map((name) => name.split(',')[0]!), ...Object.values(NOT_ASKED).flat()];
  expect(files.sort()).toEqual([...new Set(told)].sort());
});

/** How somebody comes: in a browser's session, or with a token of this workspace or of another one of theirs. */
const WAYS = ['session', 'token that reads', 'token that writes', 'token of another workspace'] as const;
type Way = (typeof WAYS)[number];

const STANDINGS: (Role | 'stranger')[] = [...ROLES, 'stranger'];

let desk: Omit<Desk, 'tokenId'>;
const people = {} as Record<Role | 'stranger', { user: BuiltUser; elsewhere: string; tokenId: string }>;
let workspaceId: string;

beforeAll(async () => {
  const owner = await aMember({ role: 'owner' });
  const context = contextOf(owner.user);
  workspaceId = owner.workspace.id;
  const { slug } = owner.workspace;
  const article = await anArticle(context, slug);
  const annotation = await anAnnotation(context, article, 'claim', 'mayor');
  const said = { annotationId: annotation.id, body: 'Who is the mayor here?' };
  const comment = valueOf(await putComment(context, { id: v7(), body: said })).comment;
  const invited = await createInvitation(context, { slug, body: { role: 'reader' } });
  desk = {
    slug,
    articleId: article.id,
    annotationId: annotation.id,
    commentId: comment.id,
    ownerId: owner.user.id,
    invitationId: valueOf(invited).id,
  };
  for (const role of STANDINGS) {
    const user = await aUser();
    if (role !== 'stranger') await aMember({ user, workspace: owner.workspace, role });
    // Everybody owns another workspace: being somebody there must not help here.
    const elsewhere = (await aMember({ user, role: 'owner' })).workspace.id;
    const token = { name: 'own', scope: 'read', userId: user.id, workspaceId } as const;
    people[role] = { user, elsewhere, tokenId: (await makeToken(database(), context, token)).id };
  }
});

function contextBy(way: Way, role: Role | 'stranger'): Context {
  const { user, elsewhere } = people[role];
  if (way === 'session') return contextOf(user);
  if (way === 'token of another workspace') return contextOf(user, 'write', { tokenWorkspaceId: elsewhere });
  return contextOf(user, way === 'token that reads' ? 'read' : 'write', { tokenWorkspaceId: workspaceId });
}

function expectedCode({ right, isForSessions }: UseCase, way: Way, role: Role | 'stranger'): string | null {
  if (role === 'stranger' || way === 'token of another workspace') return 'not_found';
  const scope = way === 'token that reads' ? 'read' : 'write';
  const isRefused =
    !right({ userId: people[role].user.id, role, scope }) || (isForSessions && way !== 'session');
  return isRefused ? 'forbidden' : null;
}

describe.each(Object.entries(ASKED))('%s', (_, useCase) => {
  test.each(WAYS)('does for each role by a %s what the policy says', async (way) => {
    for (const role of STANDINGS) {
      const outcome = await useCase.run(contextBy(way, role), { ...desk, tokenId: people[role].tokenId });
      const refusal = [codeOf(outcome)].find((code) => code === 'not_found' || code === 'forbidden') ?? null;
      expect({ role, refusal }).toEqual({ role, refusal: expectedCode(useCase, way, role) });
    }
  });
});

describe('what is refused as not there', () => {
  test.each(Object.entries(ASKED))('%s says the same of what does not exist', async (_, { run }) => {
    const nothing = { slug: `none-${v7().slice(-8)}`, articleId: v7(), annotationId: v7(), commentId: v7() };
    const given = { ...desk, tokenId: people.stranger.tokenId };
    const hidden = await run(contextBy('session', 'stranger'), given);
    const absent = await run(contextBy('session', 'owner'), { ...given, ...nothing });
    // A new id on an article that is not there, and an id that is nowhere, differ in what else is wrong with them.
    if (codeOf(absent) === 'invalid_input') return;
    expect(absent).toEqual(hidden);
  });
});

test('the list of workspaces and the check of each one agree, for any memberships and tokens', async () => {
  const workspaces = await Promise.all([1, 2, 3].map(() => aWorkspace()));
  const role = fc.option(fc.constantFrom(...ROLES), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(role, role, role),
      fc.option(fc.constantFrom(0, 1, 2), { nil: null }),
      fc.constantFrom('read' as const, 'write' as const),
      async (roles, tokenOf, scope) => {
        const user = await aUser();
        for (const [i, given] of roles.entries())
          if (given) await aMember({ user, workspace: workspaces[i]!, role: given });
        const context =
          tokenOf === null
            ? contextOf(user)
            : contextOf(user, scope, { tokenWorkspaceId: workspaces[tokenOf]!.id });
        const listed = (await listWorkspaces(context)).value.map(({ slug }) => slug).sort();
        const visible: string[] = [];
        for (const { slug } of workspaces)
          if ((await requireWorkspace(context, slug, canRead)).ok) visible.push(slug);
        expect(listed).toEqual(visible.sort());
        if (listed[0] === undefined) return;
        const shown = valueOf(await showWorkspace(context, { slug: listed[0] }));
        expect(shown.others.map(({ slug }) => slug).sort()).toEqual(listed.slice(1));
      },
    ),
    { numRuns: 40 },
  );
});
