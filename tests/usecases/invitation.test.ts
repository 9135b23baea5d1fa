import { expect, test } from 'vitest';
import type { Role } from '@/lib/domain/vocabulary';
import { acceptInvitation } from '@/lib/usecases/accept-invitation';
import { changeMemberRole } from '@/lib/usecases/change-member-role';
import { checkPassword } from '@/lib/usecases/check-password';
import { createInvitation } from '@/lib/usecases/create-invitation';
import { listInvitations } from '@/lib/usecases/list-invitations';
import { listWorkspaces } from '@/lib/usecases/list-workspaces';
import { removeMember } from '@/lib/usecases/remove-member';
import { revokeInvitation } from '@/lib/usecases/revoke-invitation';
import { showInvitation } from '@/lib/usecases/show-invitation';
import { aMember, aUser, type BuiltMember, contextOf, visitorContext } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';

const DAY = 24 * 3_600_000;
const newcomer = (email: string) => ({ email, name: 'Nia Holm', password: 'quiet harbour' });

async function anInvitation(given: { role?: Role; email?: string; owner?: BuiltMember } = {}) {
  const { user: owner, workspace } = given.owner ?? (await aMember({ role: 'owner' }));
  const body = { role: given.role ?? 'annotator', email: given.email };
  const made = valueOf(await createInvitation(contextOf(owner), { slug: workspace.slug, body }));
  return { owner, workspace, id: made.id, token: made.link.split('/').at(-1)! };
}
const roleOf = async (user: { id: string; name: string }, slug: string) =>
  valueOf(await listWorkspaces(contextOf(user))).find((workspace) => workspace.slug === slug)?.role;

test('a newcomer joins with a new account and can sign in to it', async () => {
  const { workspace, token } = await anInvitation({ role: 'editor' });
  const body = newcomer('nia@example.org');
  const { user } = valueOf(await acceptInvitation(visitorContext(), { token, body }));
  expect(await roleOf({ ...user, name: body.name }, workspace.slug)).toBe('editor');
  expect(valueOf(await checkPassword(visitorContext(), { ...body, client: null })).id).toBe(user.id);
});

test('somebody signed in joins as they are, and may retry', async () => {
  const { workspace, token } = await anInvitation();
  const user = await aUser();
  const accept = () => acceptInvitation(contextOf(user), { token, body: null });
  const first = valueOf(await accept());
  expect(valueOf(await accept())).toEqual(first);
  expect(await roleOf(user, workspace.slug)).toBe('annotator');
});

test('a role that somebody has is raised, never lowered', async () => {
  const owner = await aMember({ role: 'owner' });
  const reader = await aMember({ workspace: owner.workspace, role: 'reader' });
  const editor = await aMember({ workspace: owner.workspace, role: 'editor' });
  for (const { user } of [reader, editor]) {
    const { token } = await anInvitation({ owner });
    valueOf(await acceptInvitation(contextOf(user), { token, body: null }));
  }
  expect(await roleOf(reader.user, owner.workspace.slug)).toBe('annotator');
  expect(await roleOf(editor.user, owner.workspace.slug)).toBe('editor');
});

test('an invitation lets in one person, also when several open it at once', async () => {
  const { token } = await anInvitation();
  const users = [await aUser(), await aUser(), await aUser()];
  const outcomes = await Promise.all(
    users.map((user) => acceptInvitation(contextOf(user), { token, body: null })),
  );
  expect(outcomes.map(codeOf).sort()).toEqual([null, 'invitation_closed', 'invitation_closed'].sort());
});

test('an invitation for an address is for nobody else', async () => {
  const { token } = await anInvitation({ email: 'Wanted@Example.org' });
  const other = await acceptInvitation(contextOf(await aUser()), { token, body: null });
  expect(codeOf(other)).toBe('wrong_address');
  const stranger = await acceptInvitation(visitorContext(), {
    token,
    body: newcomer('stranger@example.org'),
  });
  expect(codeOf(stranger)).toBe('wrong_address');
  const wanted = await acceptInvitation(visitorContext(), { token, body: newcomer('wanted@example.org') });
  expect(codeOf(wanted)).toBeNull();
});

test('an address that has an account signs in instead: its password is not replaced', async () => {
  const user = await aUser();
  const { token } = await anInvitation();
  const outcome = await acceptInvitation(visitorContext(), { token, body: newcomer(user.email) });
  expect(codeOf(outcome)).toBe('account_exists');
  expect(codeOf(await showInvitation(visitorContext(), { token }))).toBeNull();
});

test('a short password leaves the invitation open', async () => {
  const { token } = await anInvitation();
  const body = { ...newcomer('short@example.org'), password: 'short' };
  expect(codeOf(await acceptInvitation(visitorContext(), { token, body }))).toBe('invalid_input');
  expect(codeOf(await showInvitation(visitorContext(), { token }))).toBeNull();
});

test('revoked, too old or unknown: the same answer', async () => {
  const { owner, workspace, id, token } = await anInvitation();
  const tooLate = visitorContext(new Date(Date.now() + 8 * DAY));
  expect(codeOf(await showInvitation(tooLate, { token }))).toBe('invitation_closed');
  expect(codeOf(await showInvitation(visitorContext(), { token: 'made-up' }))).toBe('invitation_closed');
  const revoke = () => revokeInvitation(contextOf(owner), { slug: workspace.slug, id });
  valueOf(await revoke());
  valueOf(await revoke());
  const outcome = await acceptInvitation(contextOf(await aUser()), { token, body: null });
  expect(codeOf(outcome)).toBe('invitation_closed');
});

test('the list shows what waits, without its token', async () => {
  const { owner, workspace, id, token } = await anInvitation({ email: 'wait@example.org' });
  const list = valueOf(await listInvitations(contextOf(owner), { slug: workspace.slug }));
  expect(list).toMatchObject([{ id, role: 'annotator', email: 'wait@example.org', invitedBy: owner.name }]);
  expect(JSON.stringify(list)).not.toContain(token);
});

test('the invitations of an owner who is one no longer are closed', async () => {
  const first = await aMember({ role: 'owner' });
  const slug = first.workspace.slug;
  const [demoted, removed] = [
    await aMember({ workspace: first.workspace, role: 'owner' }),
    await aMember({ workspace: first.workspace, role: 'owner' }),
  ];
  const tokens = [
    (await anInvitation({ owner: demoted })).token,
    (await anInvitation({ owner: removed })).token,
  ];
  const body = { role: 'editor' };
  valueOf(await changeMemberRole(contextOf(first.user), { slug, userId: demoted.user.id, body }));
  valueOf(await removeMember(contextOf(first.user), { slug, userId: removed.user.id }));
  for (const token of tokens)
    expect(codeOf(await showInvitation(visitorContext(), { token }))).toBe('invitation_closed');
});

test.each(['reader', 'annotator', 'editor'] as const)('a %s does not invite', async (role) => {
  const { user, workspace } = await aMember({ role });
  const input = { slug: workspace.slug, body: { role: 'reader' } };
  expect(codeOf(await createInvitation(contextOf(user), input))).toBe('forbidden');
  expect(codeOf(await listInvitations(contextOf(user), input))).toBe('forbidden');
});

test('a stranger is told that nothing is there, whether or not it is', async () => {
  const { workspace, id } = await anInvitation();
  const stranger = contextOf((await aMember({ role: 'owner' })).user);
  for (const slug of [workspace.slug, 'no-such-desk']) {
    expect(codeOf(await createInvitation(stranger, { slug, body: { role: 'reader' } }))).toBe('not_found');
    expect(codeOf(await listInvitations(stranger, { slug }))).toBe('not_found');
    expect(codeOf(await revokeInvitation(stranger, { slug, id }))).toBe('not_found');
  }
});

test('an owner does not revoke the invitation of another workspace', async () => {
  const { id, token } = await anInvitation();
  const elsewhere = await aMember({ role: 'owner' });
  const input = { slug: elsewhere.workspace.slug, id };
  expect(codeOf(await revokeInvitation(contextOf(elsewhere.user), input))).toBe('not_found');
  expect(codeOf(await showInvitation(visitorContext(), { token }))).toBeNull();
});

test('a token does not accept invitations', async () => {
  const { token } = await anInvitation();
  const { user, workspace } = await aMember({ role: 'owner' });
  const context = contextOf(user, 'write', { tokenWorkspaceId: workspace.id });
  expect(codeOf(await acceptInvitation(context, { token, body: null }))).toBe('forbidden');
});
