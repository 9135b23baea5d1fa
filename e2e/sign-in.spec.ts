import type { Page } from '@playwright/test';
import { importArticle } from './support/api';
import { runCommandLine } from './support/command-line';
import { expect, test } from './support/test';

const PASSWORD = 'nine quiet gulls';

test('a link signs in once, and only when its button is pressed', async ({ desk }) => {
  const { email } = await desk.invite('annotator', 'Ida Fenwick');
  const { link } = JSON.parse(runCommandLine('user', 'link', '--email', email, '--json')) as { link: string };
  const { page, context } = await desk.browse();

  await context.request.get(link);
  await page.goto(link);
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(desk.path('articles'));
  await expect(page.getByRole('heading', { name: 'Articles', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account of Ida Fenwick' })).toBeVisible();

  const other = await desk.browse();
  await other.page.goto(link);
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.page.getByText('This link was used already or is older than a day.')).toBeVisible();
  await other.page.goto(desk.path('articles'));
  await expect(other.page).toHaveURL(/\/sign-in/);
});

test('with a password one comes back, and a wrong one is told in plain words', async ({ desk }) => {
  const { page, email } = await desk.join('reader');
  await page.goto('/account');
  await expect(page.getByText('You have no password yet')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('status').getByText('Your password was saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  // Whoever is sent to sign in comes back to the page they asked for.
  await page.goto(desk.path('predictions'));
  await signIn(page, email, 'ten quiet gulls');
  await expect(page.getByText('This e-mail address and password do not belong together.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await signIn(page, email, PASSWORD);
  await expect(page).toHaveURL(desk.path('predictions'));
});

test('an invitation lets one newcomer in, with the role it names', async ({ desk }) => {
  const { page: owner } = await desk.join('owner', 'Ronan Pike');
  await owner.goto(desk.path('settings'));
  await owner.getByLabel('Role', { exact: true }).selectOption('Editor');
  await owner.getByRole('button', { name: 'Make invitation link' }).click();
  const link = await owner.getByLabel('Invitation link').inputValue();

  const { page } = await desk.browse();
  await page.goto(link);
  await expect(page.getByText('Ronan Pike invites you as Editor.')).toBeVisible();
  await page.getByLabel('E-mail').fill(desk.address('newcomer'));
  await page.getByLabel('Name').fill('Noor Valk');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join The Gull' }).click();
  await expect(page).toHaveURL(desk.path('articles'));
  await expect(page.getByRole('link', { name: 'Import the first article' })).toBeVisible();

  const { page: late } = await desk.browse();
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible();
  await owner.reload();
  await expect(owner.getByLabel('Role of Noor Valk')).toHaveValue('editor');
  await expect(owner.getByText('No invitation is waiting for anybody.')).toBeVisible();
});

test('signing out everywhere ends the other browser’s session at its next request', async ({ desk }) => {
  const here = await desk.join('editor');
  const there = await desk.signIn(here.email);
  await there.page.goto(desk.path('articles'));
  await expect(there.page.getByText('No articles yet')).toBeVisible();

  await here.page.goto('/account');
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(here.page).toHaveURL(/\/sign-in/);

  const asked = await there.context.request.get(`/api/v1/workspaces/${desk.slug}/articles`);
  expect(asked.status()).toBe(401);
  await there.page.reload();
  await expect(there.page).toHaveURL(/\/sign-in/);
});

test('whoever is removed from the workspace sees nothing of it any more', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, 'The pier opens soon\n\nOn Monday.\n');
  const { page: owner } = await desk.join('owner', 'Ronan Pike');
  const member = await desk.join('annotator', 'Noor Valk');
  await member.page.goto(desk.path('articles', article.id));
  await expect(member.page.getByText('Live', { exact: true })).toBeVisible();

  await owner.goto(desk.path('settings'));
  await owner.getByRole('button', { name: 'Remove Noor Valk' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove member' }).click();
  await expect(owner.getByRole('status').getByText('Noor Valk was removed.')).toBeVisible();

  await expect(member.page.getByText('You no longer have access to this workspace.')).toBeVisible();
  const { request } = member.context;
  for (const path of [`workspaces/${desk.slug}/articles`, `articles/${article.id}`])
    expect((await request.get(`/api/v1/${path}`)).status(), path).toBe(404);
  for (const path of [desk.path(), desk.path('articles', article.id)]) {
    await member.page.goto(path);
    await expect(member.page.getByText('The pier opens soon')).toBeHidden();
    await expect(member.page.getByRole('heading', { level: 1 })).toHaveText(
      'There is nothing at this address',
    );
  }
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
