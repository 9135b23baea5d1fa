import { expect, test } from 'vitest';
import { createToken } from '@/lib/usecases/create-token';
import { issueToken } from '@/lib/usecases/issue-token';
import { listTokens } from '@/lib/usecases/list-tokens';
import { revokeToken } from '@/lib/usecases/revoke-token';
import { aMember, aUser, aWorkspace, contextOf, operatorContext } from '../support/builders';
import { testDatabase } from '../support/database';
import { codeOf, valueOf } from '../support/failure-code';

const body = { name: 'nightly export', scope: 'read' };

async function aDesk() {
  const owner = await aMember({ role: 'owner' });
  const reader = await aMember({ workspace: owner.workspace, role: 'reader' });
  return { owner: contextOf(owner.user), reader: contextOf(reader.user), slug: owner.workspace.slug };
}
const tokenIds = async (context: ReturnType<typeof contextOf>, slug: string) =>
  valueOf(await listTokens(context, { slug })).map(({ id }) => id);

test('a token is shown once: only its hash is kept', async () => {
  const { reader, slug } = await aDesk();
  const { id, token } = valueOf(await createToken(reader, { slug, body }));
  expect(token).toMatch(/^ts_[\w-]{43}$/);
  const [row] = await testDatabase().query('SELECT * FROM api_token WHERE id = $1', [id]);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(JSON.stringify(valueOf(await listTokens(reader, { slug })))).not.toContain(token);
});

test('one sees one’s own tokens, an owner all', async () => {
  const { owner, reader, slug } = await aDesk();
  const ofOwner = valueOf(await createToken(owner, { slug, body })).id;
  const ofReader = valueOf(await createToken(reader, { slug, body })).id;
  expect(await tokenIds(reader, slug)).toEqual([ofReader]);
  expect((await tokenIds(owner, slug)).sort()).toEqual([ofOwner, ofReader].sort());
});

test('one revokes one’s own, an owner anybody’s, and a retry changes nothing', async () => {
  const { owner, reader, slug } = await aDesk();
  const ofOwner = valueOf(await createToken(owner, { slug, body })).id;
  const ofReader = valueOf(await createToken(reader, { slug, body })).id;
  expect(codeOf(await revokeToken(reader, { slug, id: ofOwner }))).toBe('not_found');
  valueOf(await revokeToken(owner, { slug, id: ofReader }));
  valueOf(await revokeToken(reader, { slug, id: ofReader }));
  expect(await tokenIds(owner, slug)).toEqual([ofOwner]);
});

test('a token makes no token', async () => {
  const { user, workspace } = await aMember({ role: 'owner' });
  const context = contextOf(user, 'write', { tokenWorkspaceId: workspace.id });
  expect(codeOf(await createToken(context, { slug: workspace.slug, body }))).toBe('forbidden');
});

test('a stranger neither makes, lists nor revokes', async () => {
  const { reader, slug } = await aDesk();
  const { id } = valueOf(await createToken(reader, { slug, body }));
  const elsewhere = await aMember({ role: 'owner' });
  const stranger = contextOf(elsewhere.user);
  expect(codeOf(await createToken(stranger, { slug, body }))).toBe('not_found');
  expect(codeOf(await listTokens(stranger, { slug }))).toBe('not_found');
  expect(codeOf(await revokeToken(stranger, { slug, id }))).toBe('not_found');
  expect(codeOf(await revokeToken(stranger, { slug: elsewhere.workspace.slug, id }))).toBe('not_found');
  expect(await tokenIds(reader, slug)).toEqual([id]);
});

test.each([{ ...body, scope: 'admin' }, { ...body, name: ' ' }, null, undefined])(
  '%j is refused',
  async (wrong) => {
    const { reader, slug } = await aDesk();
    expect(codeOf(await createToken(reader, { slug, body: wrong }))).toBe('invalid_input');
  },
);

test('the command line makes tokens for members only', async () => {
  const { user, workspace } = await aMember({ role: 'annotator' });
  const given = { user: user.email, workspace: workspace.slug, scope: 'write' };
  expect(valueOf(await issueToken(operatorContext(), given)).token).toMatch(/^ts_/);
  const stranger = { ...given, user: (await aUser()).email };
  const elsewhere = { ...given, workspace: (await aWorkspace()).slug };
  const nobody = { ...given, user: 'nobody@example.org' };
  for (const wrong of [stranger, elsewhere, nobody])
    expect(codeOf(await issueToken(operatorContext(), wrong))).toBe('not_found');
});
