import { expect, test } from 'vitest';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { aMember, aUser, aWorkspace, contextOf } from '../support/builders';

test('tells a member the name, their role and what they may do', async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const shown = await showWorkspace(contextOf(user), { slug: workspace.slug });
  expect(shown).toMatchObject({
    ok: true,
    value: {
      workspace: { slug: workspace.slug, name: workspace.name },
      role: 'editor',
      abilities: { annotate: true, verify: true, import: true, manage: false },
      others: [],
    },
  });
});

test('names the other workspaces of the same person, by name, and nobody else’s', async () => {
  const user = await aUser();
  const { workspace } = await aMember({ user });
  await aMember({ user, workspace: await aWorkspace({ name: 'Weather desk', slug: 'weather' }) });
  await aMember({ user, workspace: await aWorkspace({ name: 'Coast desk', slug: 'coast' }) });
  await aMember();
  const shown = await showWorkspace(contextOf(user), { slug: workspace.slug });
  expect(shown).toMatchObject({
    ok: true,
    value: {
      others: [
        { slug: 'coast', name: 'Coast desk' },
        { slug: 'weather', name: 'Weather desk' },
      ],
    },
  });
});

test('a token sees its own workspace alone', async () => {
  const user = await aUser();
  const { workspace } = await aMember({ user });
  const { workspace: other } = await aMember({ user });
  const context = contextOf(user, 'read', { tokenWorkspaceId: workspace.id });
  expect(await showWorkspace(context, { slug: workspace.slug })).toMatchObject({
    value: { others: [], abilities: { annotate: false } },
  });
  expect(await showWorkspace(context, { slug: other.slug })).toMatchObject({ error: { code: 'not_found' } });
});

test('to a stranger the workspace is not there', async () => {
  const { workspace } = await aMember();
  const stranger = await aUser();
  expect(await showWorkspace(contextOf(stranger), { slug: workspace.slug })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
});
