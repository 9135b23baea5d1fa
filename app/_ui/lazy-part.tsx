'use client';
import { type ComponentType, lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { MissingPart } from './missing-part';

/** A component whose code comes later; `fetch` asks for it before it is shown. */
type Part<P extends object> = ComponentType<P> & { fetch: () => Promise<unknown> };

/**
 * A part of the page whose code is fetched when it is first shown, in the browser only; what was fetched before stands
 * there in the same frame. `meanwhile` holds its place, `missing` takes it where the code cannot be fetched.
 * `next/dynamic` can do more, and costs every page three kilobytes.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { meanwhile = null, missing = MissingPart }: { meanwhile?: ReactNode; missing?: ComponentType<P> } = {},
): Part<P> {
  let loaded: ComponentType<P> | null = null;
  const fetch = async () => (loaded = await load());
  const Fetched = lazy(async () => ({ default: await fetch().catch(() => missing) }));
  function Part(props: P) {
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Fetched);
    const isInBrowser = useSyncExternalStore(
      neverChanges,
      () => true,
      () => false,
    );
    return isInBrowser ? (
      <Suspense fallback={meanwhile}>
        <Shown {...props} />
      </Suspense>
    ) : (
      meanwhile
    );
  }
  return Object.assign(Part, { fetch });
}

const neverChanges = () => () => {};
