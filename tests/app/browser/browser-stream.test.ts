import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { LiveBrowser, LiveServer, LiveTab, settle } from './live-browser';

let server: LiveServer;
let browser: LiveBrowser;

beforeEach(() => {
  server = new LiveServer();
  browser = new LiveBrowser(server);
});

/** Tabs that are open, one after another, each on an article of its own name. */
async function tabsOn(...articles: string[]) {
  const tabs = [];
  for (const articleId of articles) {
    const tab = new LiveTab(browser);
    tabs.push({ tab, articleId, ...tab.follow(articleId) });
    await settle();
  }
  return tabs;
}

describe('the tabs of one browser', () => {
  test('share one stream, and each is told of its own article', async () => {
    const tabs = await tabsOn('a', 'b', 'c', 'a');
    expect(server.mostOpen).toBe(1);
    expect(server.followed).toEqual(['a', 'b', 'c']);
    for (const articleId of ['a', 'b', 'c']) server.change(articleId);
    await settle();
    expect(tabs.map(({ tab, articleId }) => [...tab.got.get(articleId)!])).toEqual([[1], [1], [1], [1]]);
    expect(tabs.map(({ said }) => said.connection)).toEqual(['live', 'live', 'live', 'live']);
  });

  test.each(['closes', 'crashes'])('go on without a loss when the one that leads %s', async (ends) => {
    const [first, ...others] = await tabsOn('a', 'b', 'c');
    server.change('b');
    if (ends === 'crashes') browser.crash(first!.tab);
    else first!.stop();
    // Between two leaders nobody hears this.
    server.change('b');
    server.change('c');
    await settle();
    server.change('c');
    await settle();
    for (const { tab, articleId, from } of others) expect(tab.has(articleId, from)).toBe(true);
    expect(server.mostOpen).toBe(1);
    expect(server.followed).toEqual(['b', 'c']);
  });

  test('stop following what no tab shows any more, also of one that crashed', async () => {
    const tabs = await tabsOn('a', 'b', 'c');
    tabs[1]!.stop();
    await settle();
    expect(server.followed).toEqual(['a', 'c']);
    browser.crash(tabs[2]!.tab);
    await settle();
    expect(server.followed).toEqual(['a']);
    tabs[0]!.stop();
    await settle();
    expect(server.openFeeds).toEqual([]);
  });

  test('let one that comes with an older page catch up, and hear who is here', async () => {
    const [first] = await tabsOn('a');
    server.say('a', [{ id: 'bo', name: 'Bo' }]);
    for (let i = 0; i < 5; i++) server.change('a');
    await settle();
    const late = new LiveTab(browser);
    const { said } = late.follow('a', 2);
    await settle();
    expect([...late.got.get('a')!]).toEqual([3, 4, 5]);
    expect(said).toEqual({ connection: 'live', people: ['Bo'] });
    expect([...first!.tab.got.get('a')!]).toEqual([1, 2, 3, 4, 5]);
    const count = server.addresses.length;
    new LiveTab(browser).follow('a', 5);
    await settle();
    expect(server.addresses).toHaveLength(count);
  });

  test('that come at once do not open a stream for each', async () => {
    const tabs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((articleId) => {
      const tab = new LiveTab(browser);
      tab.follow(articleId);
      return tab;
    });
    await settle();
    expect(server.followed).toHaveLength(8);
    expect(server.addresses.length).toBeLessThanOrEqual(3);
    expect(tabs.filter(({ feeds }) => feeds.length > 0)).toHaveLength(1);
  });

  test('of two accounts share nothing', async () => {
    const [ada, ben] = [new LiveTab(browser, { userId: 'ada' }), new LiveTab(browser, { userId: 'ben' })];
    ada.follow('a');
    ben.follow('b');
    await settle();
    expect(server.addresses.map((address) => new URL(address, 'http://x').search).sort()).toEqual([
      '?user=ada&articles=a:0',
      '?user=ben&articles=b:0',
    ]);
    server.change('a');
    await settle();
    expect(ben.got.has('a')).toBe(false);
  });

  test('are told of notices wherever they are', async () => {
    const [one, two] = [new LiveTab(browser), new LiveTab(browser)];
    let heard = 0;
    one.stream.followNotices(() => heard++);
    await settle();
    two.stream.followNotices(() => heard++);
    await settle();
    server.notice();
    await settle();
    expect(heard).toBe(2);
    expect(server.mostOpen).toBe(1);
  });

  test('end with one article alone when its reader may not see it any more', async () => {
    server.forbidden.add('b');
    const [a, b] = await tabsOn('a', 'b');
    expect([a!.said.connection, b!.said.connection]).toEqual(['live', 'closed']);
    server.break();
    a!.tab.ring();
    await settle();
    expect(server.followed).toEqual(['a']);
  });
});

describe('a stream that breaks', () => {
  test('is opened again after what has arrived', async () => {
    const [one, two] = await tabsOn('a', 'b');
    server.change('b');
    await settle();
    server.isDown = true;
    server.break();
    await settle();
    expect([one!.said.connection, two!.said.connection]).toEqual(['connecting', 'connecting']);
    one!.tab.ring();
    await settle();
    expect(two!.said.connection).toBe('offline');
    server.change('b');
    server.isDown = false;
    one!.tab.ring();
    await settle();
    expect(server.addresses.at(-1)).toContain('b:1');
    expect([...two!.tab.got.get('b')!]).toEqual([1, 2]);
    expect(two!.said.connection).toBe('live');
  });

  test('is tried again by a tab that is seen, where the timers of the one that leads are slow', async () => {
    const [hidden, seen] = await tabsOn('a', 'b');
    hidden!.tab.say('hidden');
    server.break();
    await settle();
    seen!.tab.ring();
    await settle();
    expect(seen!.said.connection).toBe('live');
  });

  test('says that somebody has to sign in, and goes on when they have', async () => {
    const [one, two] = await tabsOn('a', 'b');
    server.isSignedOut = true;
    server.break();
    one!.tab.ring();
    await settle();
    expect(two!.said.connection).toBe('signed_out');
    server.isSignedOut = false;
    two!.tab.stream.wake();
    await settle();
    expect([one!.said.connection, two!.said.connection]).toEqual(['live', 'live']);
  });
});

test('without locks a tab has a stream of its own, which it gives up while nobody sees it', async () => {
  const tab = new LiveTab(browser, { alone: true });
  tab.follow('a');
  new LiveTab(browser, { alone: true }).follow('b');
  await settle();
  expect(server.openFeeds).toHaveLength(2);
  tab.say('hidden');
  tab.ring();
  expect(server.followed).toEqual(['b']);
  server.change('a');
  tab.say('shown');
  await settle();
  expect(tab.has('a', 0)).toBe(true);
});

type Step = 'open' | 'close' | 'crash' | 'change' | 'break' | 'wait';

test('whatever tabs come and go, those that stay have every change since their page, over one stream', async () => {
  const step = fc.tuple(
    fc.constantFrom<Step[]>('open', 'open', 'close', 'crash', 'change', 'change', 'break', 'wait'),
    fc.nat(5),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const server = new LiveServer();
      const browser = new LiveBrowser(server);
      const open: { tab: LiveTab; articleId: string; from: number; stop: () => void }[] = [];
      for (const [what, i] of steps) {
        const articleId = `article-${i % 3}`;
        const one = open[i % Math.max(1, open.length)];
        if (what === 'open') {
          const tab = new LiveTab(browser);
          // Its page was rendered a while ago.
          const from = Math.max(0, (server.seqs.get(articleId) ?? 0) - (i % 2));
          open.push({ tab, articleId, ...tab.follow(articleId, from) });
        }
        if (what === 'change') server.change(articleId);
        if (what === 'break') server.break();
        if (what === 'wait') await settle();
        if ((what === 'close' || what === 'crash') && one) {
          open.splice(open.indexOf(one), 1);
          if (what === 'close') one.stop();
          else browser.crash(one.tab);
        }
        await Promise.resolve();
      }
      for (let i = 0; i < 3; i++) {
        await settle();
        for (const { tab } of open) tab.ring();
      }
      await settle();
      for (const { tab, articleId, from } of open) expect(tab.has(articleId, from)).toBe(true);
      expect(server.mostOpen).toBeLessThanOrEqual(1);
      expect(server.followed).toEqual([...new Set(open.map(({ articleId }) => articleId))].sort());
    }),
    { numRuns: 150 },
  );
});
