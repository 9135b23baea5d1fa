import { ArticleStore } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/article-store';
import type { AnnotationDraft } from '@/lib/domain/annotation-patch';
import { FakeServer, type FakeUser } from './fake-server';
import { HeldBrowser, HeldEnvironment } from './held-environment';

export const ada: FakeUser = { id: '0195d000-0000-7000-8000-00000000000a', name: 'Ada Lindqvist' };
export const ben: FakeUser = { id: '0195d000-0000-7000-8000-00000000000b', name: 'Ben Okafor' };
export const articleId = '0195d000-0000-7000-8000-0000000000a1';
export const revisionId = '0195d000-0000-7000-8000-0000000000f1';
export const A_MINUTE = 60_000;

export const claim = (start = 4, exact = 'sky is green'): AnnotationDraft => ({
  kind: 'claim',
  spans: [{ start, end: start + exact.length, exact, prefix: 'The ', suffix: '.' }],
  attribution: [],
  tags: [],
});

/** A server in which Ada is signed in, and her browser. */
export function newDesk() {
  const server = new FakeServer(ada);
  const browser = new HeldBrowser();

  /** A page in which somebody opens the article, at the moment when it opens. */
  function opening(user = ada) {
    const environment = new HeldEnvironment(server, browser);
    const annotations = [...server.rows.values()].map((row) => row.annotation);
    const place = { articleId, revisionId, revisionNumber: 1, seq: server.events.length, annotations };
    const store = new ArticleStore({ userId: user.id, userName: user.name, ...place }, environment);
    store.start();
    return { store, environment };
  }

  /** A page in which somebody has opened the article. */
  async function opened(user = ada) {
    const { store, environment } = opening(user);
    await environment.settle();
    return {
      store,
      environment,
      shown: (id: string) => store.getSnapshot().annotations.find((annotation) => annotation.id === id),
      saving: (id: string) => store.getSnapshot().saving.get(id) ?? 'saved',
      leave: () => {
        store.stop();
        environment.leave();
      },
    };
  }

  /** A page with one claim that is saved. */
  async function openedWithClaim() {
    const page = await opened();
    const id = page.store.create(claim());
    await page.environment.settle();
    server.requests.length = 0;
    return { ...page, id };
  }

  return { server, browser, opening, opened, openedWithClaim };
}
export type Desk = ReturnType<typeof newDesk>;
