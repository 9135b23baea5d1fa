import type { BrowserContext, Page, Request } from '@playwright/test';
import { type ApiArticle, importArticle, putAnnotation } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { type Desk, expect, test } from './support/test';

const textOf = (name: string) => `${name} council to vote on the new ferry

The council of ${name} will vote on the new ferry next week, its chair Ronan Pike said on Thursday.

${Array.from({ length: 14 }, (_, i) => `Paragraph ${i + 3} is about the harbour office and the boats that it counts.`).join('\n\n')}

About 4,200 people crossed the strait last year, according to the harbour office.
`;

/** The streams of a browser that are open now, and the pages that ever opened one. */
class Streams {
  readonly open = new Map<Request, Page>();
  readonly owners = new Set<Page>();

  constructor(context: BrowserContext) {
    const isStream = (request: Request) =>
      request.method() === 'GET' && new URL(request.url()).pathname.endsWith('/events');
    context.on('request', (request) => {
      if (!isStream(request)) return;
      const page = request.frame().page();
      this.open.set(request, page);
      this.owners.add(page);
      page.once('close', () => this.open.delete(request));
    });
    context.on('requestfailed', (request) => this.open.delete(request));
    context.on('requestfinished', (request) => this.open.delete(request));
  }

  get leader(): Page {
    return [...this.open.values()][0]!;
  }
}

/** When the page first shows these words as a mark, in milliseconds by the clock of this computer. */
const momentOf = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const found = [...document.querySelectorAll('mark')].some((mark) =>
            mark.textContent.includes(words),
          );
          if (found) resolve(Date.now());
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
        look();
      }),
    words,
  );

async function openTabs(desk: Desk, context: BrowserContext, articles: ApiArticle[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const article of articles) {
    const page = await context.newPage();
    await new ReadingRoom(page).open(desk.path('articles', article.id));
    pages.push(page);
  }
  return pages;
}

test('eight tabs share one stream, which the next one takes over without a loss', async ({ desk }) => {
  test.slow();
  const api = await desk.api();
  const [north, south] = [
    await importArticle(api, desk.slug, textOf('Saltmarrow')),
    await importArticle(api, desk.slug, textOf('Pellgate')),
  ];
  const { page: blank, context } = await desk.join('annotator', 'Ida Fenwick');
  await blank.close();
  const streams = new Streams(context);
  const articles = [north, south, north, south, north, south, north, south];
  const pages = await openTabs(desk, context, articles);
  expect(streams.owners.size).toBe(1);
  await expect.poll(() => streams.open.size).toBe(1);

  const shown = pages.map((page) => momentOf(page, 'About 4,200 people'));
  await putAnnotation(api, north, 'claim', 'About 4,200 people');
  await putAnnotation(api, south, 'claim', 'About 4,200 people');
  const answered = Date.now();
  for (const moment of await Promise.all(shown)) expect(moment - answered).toBeLessThan(1_000);

  const leader = streams.leader;
  const others = pages.filter((page) => page !== leader);
  const closing = leader.close();
  await putAnnotation(api, north, 'quote', 'Ronan Pike');
  await closing;
  await putAnnotation(api, south, 'quote', 'Ronan Pike');
  for (const page of others) await expect(new ReadingRoom(page).mark('Ronan Pike')).toBeVisible();
  await expect.poll(() => streams.open.size).toBe(1);
  const next = others.map((page) => momentOf(page, 'next week'));
  for (const article of [north, south]) await putAnnotation(api, article, 'prediction', 'next week');
  await Promise.all(next);
  expect(streams.owners.size).toBe(2);
});

test('a newer text is told of where nothing is marked', async ({ desk }) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, textOf('Saltmarrow'));
  const { page } = await desk.join('annotator');
  await new ReadingRoom(page).open(desk.path('articles', article.id));
  await api('POST', `/articles/${article.id}/revisions`, { raw: textOf('Saltmarrow Bay') });
  await expect(page.getByText('This article has a newer text.')).toBeVisible();
});

test('others see where somebody reads and what they have selected, until they leave', async ({ desk }) => {
  const article = await importArticle(await desk.api(), desk.slug, textOf('Saltmarrow'));
  const ida = await desk.join('annotator', 'Ida Fenwick', { viewport: { width: 1200, height: 400 } });
  const noor = await desk.join('annotator', 'Noor Valk', { viewport: { width: 1200, height: 400 } });
  const address = desk.path('articles', article.id);
  const idas = await new ReadingRoom(ida.page).open(address);
  await new ReadingRoom(noor.page).open(address);
  const here = noor.page.getByRole('list', { name: 'Also here' });

  await idas.select('About 4,200 people');
  const idaHere = here.getByRole('button', {
    name: /^Ida Fenwick, reading paragraph \d+, has selected “About 4,200 people”$/,
  });
  await expect(idaHere).toBeVisible();
  const painted = () =>
    noor.page.evaluate(() => [...(CSS.highlights.get('touchstone-others') ?? [])].map(String));
  expect(await painted()).toEqual(['About 4,200 people']);
  const marker = noor.page.getByTitle('Ida Fenwick', { exact: true }).last();
  await expect(marker).not.toBeInViewport();
  await idaHere.click();
  await expect(marker).toBeInViewport();

  await ida.page.keyboard.press('Escape');
  await expect(here.getByRole('button', { name: /^Ida Fenwick, reading paragraph \d+$/ })).toBeVisible();
  expect(await painted()).toEqual([]);
  await ida.page.close();
  await expect(here).toBeHidden();
  await expect(marker).toBeHidden();
});
