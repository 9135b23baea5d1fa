import { expect, test } from 'vitest';
import { isPasswordCorrect } from '@/lib/auth/password';
import { tokenHash } from '@/lib/auth/secret-token';
import { createUser } from '@/lib/usecases/create-user';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { listUsers } from '@/lib/usecases/list-users';
import { aWorkspace, operatorContext } from '../support/builders';
import { testDatabase } from '../support/database';
import { codeOf, valueOf } from '../support/failure-code';

const ida = { email: 'ida@example.org', name: 'Ida Berg', role: 'editor' };

test('makes an account, a membership and a link, and keeps no token in clear', async () => {
  const { slug } = await aWorkspace();
  const made = valueOf(
    await createUser(operatorContext(), { ...ida, email: ' Ida@Example.org ', workspace: slug }),
  );
  expect(made).toEqual({ id: expect.any(String), email: 'ida@example.org', link: expect.any(String) });
  const link = new URL(made.link);
  expect(link.pathname).toBe('/sign-in/link');
  const rows = await testDatabase().query('SELECT token_hash FROM sign_in_link WHERE user_id = $1', [
    made.id,
  ]);
  expect(rows).toEqual([{ token_hash: tokenHash(link.searchParams.get('token')!) }]);
});

test('a known address gets the membership and keeps its name and id', async () => {
  const [first, second] = [await aWorkspace(), await aWorkspace()];
  const once = valueOf(await createUser(operatorContext(), { ...ida, workspace: first.slug }));
  const again = { ...ida, name: 'Somebody Else', workspace: second.slug, role: 'reader' };
  expect(valueOf(await createUser(operatorContext(), again)).id).toBe(once.id);
  const users = valueOf(await listUsers(operatorContext()));
  const listed = users.find(({ id }) => id === once.id);
  expect(listed?.name).toBe('Ida Berg');
  expect(listed?.workspaces).toContainEqual({ slug: second.slug, role: 'reader' });
});

test('two at once make one account', async () => {
  const { slug } = await aWorkspace();
  const input = { ...ida, email: 'twice@example.org', workspace: slug };
  const made = await Promise.all([1, 2, 3, 4].map(() => createUser(operatorContext(), input)));
  expect(new Set(made.map((outcome) => valueOf(outcome).id)).size).toBe(1);
});

test('a password is set only when one is given', async () => {
  const { slug } = await aWorkspace();
  const hashOf = async (email: string) => {
    const [row] = await testDatabase().query<{ password_hash: string | null }>(
      'SELECT password_hash FROM app_user WHERE email = $1',
      [email],
    );
    return row!.password_hash;
  };
  const without = { ...ida, email: 'without@example.org', workspace: slug };
  valueOf(await createUser(operatorContext(), without));
  expect(await hashOf(without.email)).toBeNull();
  const withOne = { ...ida, email: 'with@example.org', workspace: slug, password: 'harbour lights' };
  valueOf(await createUser(operatorContext(), withOne));
  expect(await isPasswordCorrect(await hashOf(withOne.email), 'harbour lights')).toBe(true);
});

test.each([
  ['a short password', { password: 'short' }],
  ['no address', { email: 'ida' }],
  ['an unknown role', { role: 'admin' }],
  ['an empty name', { name: ' ' }],
])('%s is refused', async (_, wrong) => {
  const { slug } = await aWorkspace();
  expect(codeOf(await createUser(operatorContext(), { ...ida, workspace: slug, ...wrong }))).toBe(
    'invalid_input',
  );
});

test('an unknown workspace is refused, and no account is left behind', async () => {
  const input = { ...ida, email: 'left@example.org', workspace: 'no-such-desk' };
  expect(codeOf(await createUser(operatorContext(), input))).toBe('not_found');
  const users = valueOf(await listUsers(operatorContext()));
  expect(users.map(({ email }) => email)).not.toContain('left@example.org');
});

test('the last owner is not made a reader by the way', async () => {
  const owner = 'last@example.org';
  const workspace = valueOf(
    await createWorkspace(operatorContext(), { slug: 'last-desk', name: 'Desk', owner }),
  );
  const input = { ...ida, email: owner, workspace: workspace.slug, role: 'reader' };
  expect(codeOf(await createUser(operatorContext(), input))).toBe('last_owner');
});
