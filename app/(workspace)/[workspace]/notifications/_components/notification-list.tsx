import type { Route } from 'next';
import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Notification } from '@/lib/domain/notification';
import { markAsRead } from '../actions';
import { didInWords, excerptInBrief, hrefOf, placeOf, subjectOf } from './notification-words';
import styles from './notifications.module.css';

/** What one is told of, one sentence each, the newest first. */
export function NotificationList({
  slug,
  timeZone,
  notifications,
}: {
  slug: string;
  timeZone: string;
  notifications: readonly Notification[];
}) {
  return (
    <ul className={styles.list} aria-label="Notifications">
      {notifications.map((notification) => (
        <li key={notification.id} data-unread={notification.readAt === null || undefined}>
          <p>
            <Link href={hrefOf(slug, notification) as Route} className={styles.sentence}>
              {notification.readAt === null && <span className="visually-hidden">Not read: </span>}
              {notification.actor && <strong>{notification.actor.name} </strong>}
              {didInWords(notification)} “<span dir="auto">{excerptInBrief(subjectOf(notification))}</span>”
            </Link>{' '}
            <span className={styles.place}>
              {placeOf(notification) !== null && `in ${placeOf(notification)}, `}
              <RelativeTime instant={notification.createdAt} timeZone={timeZone} />
            </span>
          </p>
          {notification.readAt === null && (
            <form action={markAsRead}>
              <input type="hidden" name="workspace" value={slug} />
              <input type="hidden" name="id" value={notification.id} />
              <Button type="submit" variant="bare" size="small">
                Mark as read
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
