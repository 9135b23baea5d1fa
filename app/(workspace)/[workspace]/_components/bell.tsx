'use client';
import type { Route } from 'next';
import { useEffect, useEffectEvent, useState } from 'react';
import { streamOf } from '@/app/_live/later-stream';
import { BellIcon } from '@/app/_ui/icons';
import { PlaceLink } from '@/app/_ui/place-link';
import { READ_EVENT } from '../articles/[article]/_discussion/read-event';
import styles from './bell.module.css';

/** The way to what one is told of, and how much of it is not read. It counts again whenever that may have changed. */
export function Bell({ slug, userId, unread }: { slug: string; userId: string; unread: number }) {
  const [count, setCount] = useState(unread);
  const [given, setGiven] = useState(unread);
  if (given !== unread) {
    setGiven(unread);
    setCount(unread);
  }
  const countAgain = useEffectEvent(() => {
    void fetch(`/api/v1/workspaces/${slug}/notifications?limit=1`)
      .then(async (response) => {
        if (response.ok) setCount(((await response.json()) as { unread: number }).unread);
      })
      // The next notice, or the next page, counts again.
      .catch(() => null);
  });
  useEffect(() => {
    const listener = () => countAgain();
    const stop = streamOf(userId).followNotices(listener);
    addEventListener(READ_EVENT, listener);
    return () => {
      stop();
      removeEventListener(READ_EVENT, listener);
    };
  }, [userId, slug]);
  const words = count === 0 ? 'Notifications' : `Notifications, ${count} not read`;
  return (
    <>
      <PlaceLink
        href={`/${slug}/notifications` as Route}
        className={styles.bell}
        aria-label={words}
        title={words}
      >
        <BellIcon size={18} />
        {count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </PlaceLink>
      <span className="visually-hidden" role="status">
        {count > given ? `${count} notifications not read.` : ''}
      </span>
    </>
  );
}
