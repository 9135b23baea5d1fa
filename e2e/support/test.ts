import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test as base } from '@playwright/test';
import { runCommandLine } from './command-line';

export { expect };

/** A person who is signed in, in a browser of their own. */
export interface Member {
  page: Page;
  email: string;
}

interface Fixtures {
  /** An empty workspace, whose owner's page comes first; more members by `join`. */
  desk: Desk;
}

/** A workspace of one test's own. */
export class Desk {
  readonly slug: string;
  #count = 0;

  constructor(
    readonly browser: Browser,
    readonly baseURL: string,
  ) {
    this.slug = `desk-${crypto.randomUUID().slice(0, 8)}`;
    runCommandLine(
      'workspace',
      'create',
      '--slug',
      this.slug,
      '--name',
      'The Gull',
      '--owner',
      this.address('owner'),
    );
  }

  address(name: string): string {
    return `${name}@${this.slug}.example.org`;
  }

  /** Signs a new member in, in a browser of their own. Errors in the console fail the test. */
  async join(role: 'reader' | 'annotator' | 'editor' | 'owner', name: string = role): Promise<Member> {
    const email = this.address(`${role}-${this.#count++}`);
    const made = runCommandLine(
      'user',
      'create',
      '--email',
      email,
      '--name',
      name,
      '--workspace',
      this.slug,
      '--role',
      role,
      '--json',
    );
    const { link } = JSON.parse(made) as { link: string };
    const context = await this.browser.newContext({ baseURL: this.baseURL });
    const page = watched(await context.newPage());
    await signInByLink(page, link);
    return { page, email };
  }

  token(email: string, scope: 'read' | 'write' = 'write'): string {
    const made = runCommandLine(
      'token',
      'create',
      '--user',
      email,
      '--workspace',
      this.slug,
      '--scope',
      scope,
      '--json',
    );
    return (JSON.parse(made) as { token: string }).token;
  }
}

export const test = base.extend<Fixtures>({
  desk: async ({ browser, baseURL }, provide) => {
    await provide(new Desk(browser, baseURL!));
  },
});

export async function signInByLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** A page whose errors fail the test that opened it. Refused requests, which tests provoke, are not errors of the page. */
export function watched(page: Page): Page {
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text()))
      throw new Error(`the console of ${page.url()} says: ${message.text()}`);
  });
  return page;
}

/** WCAG 2.2 A and AA, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('[data-base-ui-focus-guard]')
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  );
  expect(found, page.url()).toEqual([]);
}
