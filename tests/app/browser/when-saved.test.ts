import { expect, test, vi } from 'vitest';
import type { Saving } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/article-store';
import { whenSaved } from '@/app/(workspace)/[workspace]/articles/[article]/_bulk/when-saved';

function aStore(first: Saving) {
  const listeners = new Set<() => void>();
  let saving: Saving = first;
  return {
    listeners,
    getSnapshot: () => ({ saving: new Map(saving === 'saved' ? [] : [['a1', saving]]) }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    become(next: Saving) {
      saving = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

test('what is saved is not waited for, what is on its way is', async () => {
  expect(await whenSaved(aStore('saved'), 'a1')).toBe(true);
  const store = aStore('saving');
  const saved = whenSaved(store, 'a1');
  store.become('saving');
  store.become('saved');
  expect(await saved).toBe(true);
  expect(store.listeners.size).toBe(0);
});

test.each(['not_saved_yet', 'not_signed_in', 'refused'] as const)(
  'nobody waits for what needs somebody first: %s',
  async (waiting) => {
    expect(await whenSaved(aStore(waiting), 'a1')).toBe(false);
    const store = aStore('saving');
    const saved = whenSaved(store, 'a1');
    store.become(waiting);
    expect(await saved).toBe(false);
    expect(store.listeners.size).toBe(0);
  },
);

test('waits no longer than five seconds for an answer', async () => {
  vi.useFakeTimers();
  const saved = whenSaved(aStore('saving'), 'a1');
  vi.advanceTimersByTime(5_000);
  expect(await saved).toBe(false);
  vi.useRealTimers();
});
