import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
  type TestInfo,
} from '@playwright/test';
import { type Api, apiOf } from './api';
import { type Operator, startOperator } from './command-line';
import { E2E_URL } from './environment.mjs';
import { Line } from './line';

export { expect };

export type Role = 'reader' | 'annotator' | 'editor' | 'owner';

/** A person who is signed in, in a browser of their own. */
export interface Member {
  page: Page;
  context: BrowserContext;
  email: string;
}

interface Fixtures {
  /** A workspace of the test's own, still empty, whose owner is `desk.owner`. */
  desk: Desk;
  /** A line to the server that can be cut, for one browser: `desk.join('editor', 'Noor', { proxy: line.proxy })`. */
  line: Line;
}

/** A workspace of one test's own, and the browsers of the people in it. */
export class Desk {
  readonly slug: string;
  /** What the pages of this desk's people said in their consoles that they should not. */
  readonly complaints: string[] = [];
  readonly #contexts: BrowserContext[] = [];
  #count = 0;

  private constructor(
    readonly browser: Browser,
    readonly operator: Operator,
    slug: string,
  ) {
    this.slug = slug;
  }

  static async open(browser: Browser, operator: Operator): Promise<Desk> {
    const desk = new Desk(browser, operator, `desk-${crypto.randomUUID().slice(0, 8)}`);
    await operator.ask('createWorkspace', { slug: desk.slug, name: 'The Gull', owner: desk.owner });
    return desk;
  }

  /** The address of the person who owns the workspace; nobody has signed in as them. */
  get owner(): string {
    return this.address('owner');
  }

  address(name: string): string {
    return `${name}@${this.slug}.example.org`;
  }

  /** The address of a page of this workspace: `path('articles')`. */
  path(...parts: string[]): string {
    return `/${[this.slug, ...parts].join('/')}`;
  }

  /** A new member, with a link that signs them in once. */
  async invite(role: Role, name: string = role): Promise<{ email: string; link: string }> {
    const email = this.address(`${role}-${this.#count++}`);
    return this.operator.ask('createUser', { email, name, role, workspace: this.slug });
  }

  /** A browser of its own, in which nobody is signed in. An error in its console fails the test. */
  async browse(options: BrowserContextOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
    const context = await this.browser.newContext({ baseURL: E2E_URL, ...options });
    this.#contexts.push(context);
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    context.on('console', (message) => {
      // Refused requests, which tests provoke, are not errors of the page.
      if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text()))
        this.complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    return { page: await context.newPage(), context };
  }

  /** Signs a new member in, in a browser of their own. */
  async join(role: Role, name: string = role, options: BrowserContextOptions = {}): Promise<Member> {
    const { email } = await this.invite(role, name);
    return this.signIn(email, options);
  }

  /** Signs a member in, in one more browser. */
  async signIn(email: string, options: BrowserContextOptions = {}): Promise<Member> {
    const { link } = await this.operator.ask<{ link: string }>('createSignInLink', { email });
    const { page, context } = await this.browse(options);
    await spendLink(context, link);
    return { page, context, email };
  }

  /** The HTTP API with a token of a member; of the owner when nobody is named. */
  async api(email: string = this.owner, scope: 'read' | 'write' = 'write'): Promise<Api> {
    return apiOf(await this.token(email, scope));
  }

  async token(email: string, scope: 'read' | 'write' = 'write'): Promise<string> {
    const given = { user: email, workspace: this.slug, scope };
    return (await this.operator.ask<{ token: string }>('issueToken', given)).token;
  }

  /** Screenshots of the pages that are open, for whoever looks for why a test failed. */
  async show(info: TestInfo): Promise<void> {
    for (const page of this.#contexts.flatMap((context) => context.pages()))
      await info.attach(page.url(), { body: await page.screenshot(), contentType: 'image/png' });
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

export const test = base.extend<Fixtures, { operator: Operator }>({
  operator: [
    async ({}, provide) => {
      const operator = startOperator();
      await provide(operator);
      operator.close();
    },
    { scope: 'worker' },
  ],
  desk: async ({ browser, operator }, provide, info) => {
    const desk = await Desk.open(browser, operator);
    await provide(desk);
    if (info.status !== info.expectedStatus) await desk.show(info);
    await desk.close();
    expect(desk.complaints, 'what the consoles said').toEqual([]);
  },
  line: async ({}, provide) => {
    const line = await Line.lay();
    await provide(line);
    line.remove();
  },
});

/** Signs a browser in as the button on the link's page does. */
async function spendLink({ request }: BrowserContext, link: string): Promise<void> {
  const token = new URL(link).searchParams.get('token')!;
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/link', { form: { token, csrfToken, json: 'true' } });
  const { url } = (await answer.json()) as { url: string };
  expect(new URL(url).searchParams.get('error'), 'the sign-in link').toBeNull();
}
