'use client';
import { useState } from 'react';
import { Notice } from '@/app/_ui/notice';
import { ShowMore } from '@/app/_ui/show-more';
import { useAnnounce } from '@/app/_ui/toast';
import type { Page } from '@/lib/domain/page';
import { getJson } from './ask-api';

interface More {
  hasMore: boolean;
  status: 'idle' | 'busy' | 'failed';
  showMore: () => void;
}

/** A list of which the first page is there; `addressOf` names the page of the API after a cursor. */
export function useMoreItems<T>(
  first: Page<T>,
  addressOf: (cursor: string) => string,
): { items: T[]; more: More } {
  const [added, setAdded] = useState<Page<T>>({ items: [], nextCursor: first.nextCursor });
  const [status, setStatus] = useState<More['status']>('idle');
  const announce = useAnnounce();
  const showMore = async () => {
    setStatus('busy');
    const page = await getJson<Page<T>>(addressOf(encodeURIComponent(added.nextCursor!)));
    if (!page.ok) return setStatus('failed');
    const { items, nextCursor } = page.value.value;
    setStatus('idle');
    setAdded({ items: [...added.items, ...items], nextCursor });
    announce(`${items.length} more shown.`);
  };
  return {
    items: [...first.items, ...added.items],
    more: { hasMore: added.nextCursor !== null, status, showMore: () => void showMore() },
  };
}

/** Below such a list: the way to more of it. `what` is its plural. */
export function MoreItems({
  what,
  more: { hasMore, status, showMore },
  className,
}: {
  what: string;
  more: More;
  className?: string | undefined;
}) {
  return (
    <>
      {status === 'failed' && (
        <Notice tone="error" title={`The next ${what} could not be fetched`}>
          Nothing is lost. Check your connection, then press “Show more” again.
        </Notice>
      )}
      {hasMore && (
        <p className={className}>
          <ShowMore onShow={showMore} busy={status === 'busy'} />
        </p>
      )}
    </>
  );
}
