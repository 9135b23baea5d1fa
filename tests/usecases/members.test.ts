import { expect, test } from 'vitest';
import { changeMemberRole } from '@/lib/usecases/change-member-role';
import { listArticles } from '@/lib/usecases/list-articles';
import { listMembers } from '@/lib/usecases/list-members';
import { removeMember } from '@/lib/usecases/remove-member';
import { renameWorkspace } from '@/lib/usecases/rename-workspace';
import { aMember, aUser, contextOf } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';

async function aDesk() {
  const { user: owner, workspace } = await aMember({ role: 'owner' });
  const { user: reader } = await aMember({ workspace, role: 'reader' });
  return { owner, reader, workspace, slug: workspace.slug };
}
const rolesIn = async (user: { id: string; name: string }, slug: string) =>
  valueOf(await listMembers(contextOf(user), { slug })).map(({ role }) => role);

test('members stand in the order they came; their addresses are for owners', async () => {
  const { owner, reader, slug } = await aDesk();
  const seenBy = async (user: typeof owner) =>
    valueOf(await listMembers(contextOf(user), { slug })).map((member) => [
      member.user.id,
      member.user.email,
    ]);
  expect(await seenBy(owner)).toEqual([
    [owner.id, owner.email],
    [reader.id, reader.email],
  ]);
  expect(await seenBy(reader)).toEqual([
    [owner.id, null],
    [reader.id, null],
  ]);
});

test('a new role holds from the next request on', async () => {
  const { owner, reader, slug } = await aDesk();
  const promote = { slug, userId: reader.id, body: { role: 'owner' } };
  expect(valueOf(await changeMemberRole(contextOf(owner), promote))).toBe('owner');
  expect(codeOf(await renameWorkspace(contextOf(reader), { slug, body: { name: 'Ours' } }))).toBeNull();
});

test('who is removed sees nothing any more; removing again is done already', async () => {
  const { owner, reader, slug } = await aDesk();
  const remove = () => removeMember(contextOf(owner), { slug, userId: reader.id });
  expect(codeOf(await listArticles(contextOf(reader), { slug, query: {} }))).toBeNull();
  valueOf(await remove());
  valueOf(await remove());
  expect(codeOf(await listArticles(contextOf(reader), { slug, query: {} }))).toBe('not_found');
});

test('the last owner is neither removed nor demoted', async () => {
  const { owner, slug } = await aDesk();
  const demote = { slug, userId: owner.id, body: { role: 'editor' } };
  expect(codeOf(await changeMemberRole(contextOf(owner), demote))).toBe('last_owner');
  expect(codeOf(await removeMember(contextOf(owner), { slug, userId: owner.id }))).toBe('last_owner');
  expect(await rolesIn(owner, slug)).toEqual(['owner', 'reader']);
});

test('of owners who leave, demote and remove each other at once, one remains', async () => {
  const { owner, workspace, slug } = await aDesk();
  const { user: second } = await aMember({ workspace, role: 'owner' });
  const { user: third } = await aMember({ workspace, role: 'owner' });
  const { user: observer } = await aMember({ workspace, role: 'reader' });
  const demotion = (userId: string) => ({ slug, userId, body: { role: 'reader' } });
  await Promise.all([
    changeMemberRole(contextOf(owner), demotion(second.id)),
    changeMemberRole(contextOf(second), demotion(owner.id)),
    removeMember(contextOf(third), { slug, userId: owner.id }),
    removeMember(contextOf(second), { slug, userId: third.id }),
    changeMemberRole(contextOf(third), demotion(third.id)),
  ]);
  expect((await rolesIn(observer, slug)).filter((role) => role === 'owner').length).toBeGreaterThan(0);
});

test('a name and a time zone are changed one by one', async () => {
  const { owner, slug } = await aDesk();
  const rename = (body: unknown) => renameWorkspace(contextOf(owner), { slug, body });
  valueOf(await rename({ timeZone: 'Europe/Riga' }));
  expect(valueOf(await rename({ name: 'Night desk' }))).toMatchObject({
    name: 'Night desk',
    timeZone: 'Europe/Riga',
  });
  expect(codeOf(await rename({ timeZone: '+02:00' }))).toBe('invalid_input');
});

test.each(['reader', 'annotator', 'editor'] as const)('a %s manages nobody', async (role) => {
  const { owner, workspace, slug } = await aDesk();
  const { user } = await aMember({ workspace, role });
  const change = { slug, userId: owner.id, body: { role: 'reader' } };
  expect(codeOf(await changeMemberRole(contextOf(user), change))).toBe('forbidden');
  expect(codeOf(await removeMember(contextOf(user), change))).toBe('forbidden');
  expect(codeOf(await renameWorkspace(contextOf(user), { slug, body: { name: 'Mine' } }))).toBe('forbidden');
});

test('a reading token of an owner manages nobody either', async () => {
  const { owner, reader, workspace, slug } = await aDesk();
  const context = contextOf(owner, 'read', { tokenWorkspaceId: workspace.id });
  expect(codeOf(await removeMember(context, { slug, userId: reader.id }))).toBe('forbidden');
});

test('a stranger is told that nothing is there, before the body is looked at', async () => {
  const { reader, slug } = await aDesk();
  const stranger = contextOf((await aMember({ role: 'owner' })).user);
  const input = { slug, userId: reader.id, body: { role: 'nonsense' } };
  expect(codeOf(await listMembers(stranger, { slug }))).toBe('not_found');
  expect(codeOf(await changeMemberRole(stranger, input))).toBe('not_found');
  expect(codeOf(await removeMember(stranger, input))).toBe('not_found');
  expect(codeOf(await renameWorkspace(stranger, input))).toBe('not_found');
});

test('the role of somebody who is no member is not changed', async () => {
  const { owner, slug } = await aDesk();
  const input = { slug, userId: (await aUser()).id, body: { role: 'owner' } };
  expect(codeOf(await changeMemberRole(contextOf(owner), input))).toBe('not_found');
});
