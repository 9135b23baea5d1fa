import { expect, test } from 'vitest';
import { PlaceTeller } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/place-teller';
import type { ReadingPlace } from '@/lib/live/wire';

const at = (offset: number): ReadingPlace => ({ revisionId: 'r', at: offset, selection: null });

/** A page whose clock and reader are the test's. */
function aPage() {
  const page = { now: 0, place: at(0) as ReadingPlace | null, isReached: true, told: [] as unknown[] };
  let timer: { due: number; work: () => void } | null = null;
  const teller = new PlaceTeller({
    now: () => page.now,
    after: (milliseconds, work) => {
      timer = { due: page.now + milliseconds, work };
      return () => void (timer = null);
    },
    look: () => page.place,
    send: async (place) => {
      if (!page.isReached) throw new Error('offline');
      page.told.push(place?.at ?? null);
    },
  });
  const pass = async (milliseconds: number) => {
    page.now += milliseconds;
    if (timer && timer.due <= page.now) timer.work();
    await Promise.resolve();
  };
  const readAt = (offset: number) => {
    page.place = at(offset);
    teller.changed();
  };
  return { page, teller, pass, readAt };
}

test('a place is told at once, and while somebody scrolls once a second', async () => {
  const { page, pass, readAt } = aPage();
  readAt(10);
  await pass(0);
  for (let i = 1; i <= 30; i++) {
    readAt(10 + i);
    await pass(100);
  }
  expect(page.told).toEqual([10, 20, 30, 40]);
});

test('what did not change is not told again, except to somebody new', async () => {
  const { page, teller, pass, readAt } = aPage();
  readAt(10);
  await pass(0);
  readAt(10);
  await pass(2_000);
  expect(page.told).toEqual([10]);
  teller.repeat();
  await pass(0);
  expect(page.told).toEqual([10, 10]);
});

test('a page that is hidden says so once, and nothing more', async () => {
  const { page, teller, pass, readAt } = aPage();
  readAt(10);
  await pass(0);
  page.place = null;
  teller.tell();
  teller.changed();
  await pass(5_000);
  teller.stop();
  expect(page.told).toEqual([10, null]);
});

test('what did not arrive is told with the next change', async () => {
  const { page, pass, readAt } = aPage();
  page.isReached = false;
  readAt(10);
  await pass(0);
  await pass(0);
  page.isReached = true;
  readAt(10);
  await pass(1_000);
  expect(page.told).toEqual([10]);
});
