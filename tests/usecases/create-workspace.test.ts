import { expect, test } from 'vitest';
import { createSignInLink } from '@/lib/usecases/create-sign-in-link';
import { createUser } from '@/lib/usecases/create-user';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { listUsers } from '@/lib/usecases/list-users';
import { listEveryWorkspace, listWorkspaces } from '@/lib/usecases/list-workspaces';
import { aMember, aUser, aWorkspace, contextOf, operatorContext } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';

// The first test needs an installation without users: the file has a database of its own.
test('the first owner administers the installation, and only the first', async () => {
  const first = valueOf(
    await createWorkspace(operatorContext(), { slug: 'first', name: 'First', owner: 'first@example.org' }),
  );
  expect(first.link).toContain('/sign-in/link?token=');
  valueOf(
    await createWorkspace(operatorContext(), { slug: 'second', name: 'Second', owner: 'second@example.org' }),
  );
  const third = { email: 'third@example.org', name: 'Third', workspace: 'first', role: 'owner' };
  valueOf(await createUser(operatorContext(), third));
  const users = valueOf(await listUsers(operatorContext()));
  expect(users.map(({ email, isAdmin }) => [email, isAdmin])).toEqual([
    ['first@example.org', true],
    ['second@example.org', false],
    ['third@example.org', false],
  ]);
});

test('the administrator makes a workspace and owns it', async () => {
  const [admin] = valueOf(await listUsers(operatorContext()));
  const context = contextOf(admin!);
  const body = { slug: 'by-admin', name: 'By the admin', timeZone: 'Europe/Riga' };
  expect(valueOf(await createWorkspace(context, body))).toMatchObject({ ...body, link: null });
  const own = valueOf(await listWorkspaces(context));
  expect(own.find(({ slug }) => slug === 'by-admin')?.role).toBe('owner');
});

test('nobody else does, nor a token of the administrator', async () => {
  const body = { slug: 'by-stranger', name: 'By a stranger' };
  expect(codeOf(await createWorkspace(contextOf(await aUser()), body))).toBe('forbidden');
  const [admin] = valueOf(await listUsers(operatorContext()));
  const token = contextOf(admin!, 'write', { tokenWorkspaceId: (await aWorkspace()).id });
  expect(codeOf(await createWorkspace(token, body))).toBe('forbidden');
});

test.each(['account', 'api', 'help', 'invite', 'new', 'sign-in', 'Capital', '-x', ''])(
  'the address "%s" is refused',
  async (slug) => {
    const body = { slug, name: 'Desk', owner: 'owner@example.org' };
    expect(codeOf(await createWorkspace(operatorContext(), body))).toBe('invalid_input');
  },
);

test('of two at one address one is made, and the other leaves nothing behind', async () => {
  const attempt = (owner: string) =>
    createWorkspace(operatorContext(), { slug: 'once', name: 'Once', owner });
  const outcomes = await Promise.all([attempt('one@example.org'), attempt('two@example.org')]);
  expect(outcomes.map(codeOf).sort()).toEqual([null, 'slug_taken'].sort());
  const emails = valueOf(await listUsers(operatorContext())).map(({ email }) => email);
  expect(emails.filter((email) => ['one@example.org', 'two@example.org'].includes(email))).toHaveLength(1);
});

test('an unknown time zone is refused', async () => {
  const body = { slug: 'zone', name: 'Zone', owner: 'z@example.org', timeZone: 'Mars/Olympus' };
  expect(codeOf(await createWorkspace(operatorContext(), body))).toBe('invalid_input');
});

test('one lists the workspaces one belongs to; a token its own; the operator all', async () => {
  const { user, workspace } = await aMember({ role: 'reader' });
  const second = await aMember({ user });
  const stranger = await aWorkspace();
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug);
  const own = slugs(valueOf(await listWorkspaces(contextOf(user))));
  expect(own.sort()).toEqual([workspace.slug, second.workspace.slug].sort());
  const token = contextOf(user, 'read', { tokenWorkspaceId: workspace.id });
  expect(slugs(valueOf(await listWorkspaces(token)))).toEqual([workspace.slug]);
  expect(slugs(valueOf(await listEveryWorkspace(operatorContext())))).toContain(stranger.slug);
});

test('a link for an address that nobody has is refused', async () => {
  expect(codeOf(await createSignInLink(operatorContext(), { email: 'nobody@example.org' }))).toBe(
    'not_found',
  );
});
