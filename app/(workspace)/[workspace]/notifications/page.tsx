import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import { ShowMore } from '@/app/_ui/show-more';
import { requireContext } from '@/lib/auth/current-context';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { NotificationList } from './_components/notification-list';
import styles from './_components/notifications.module.css';
import { markAsRead } from './actions';

export const metadata: Metadata = { title: 'Notifications' };

const PER_PAGE = '50';
const WHICH = [
  { value: '', label: 'all of them' },
  { value: 'true', label: 'those not read yet' },
];

export default async function NotificationsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/notifications'>) {
  const { workspace: slug } = await params;
  const { cursor: given, unread: which } = await searchParams;
  const context = await requireContext(`/${slug}/notifications`);
  const isUnreadOnly = which === 'true';
  const cursor = typeof given === 'string' ? { cursor: given } : {};
  const query = { limit: PER_PAGE, ...cursor, ...(isUnreadOnly && { unread: 'true' }) };
  const [shown, listed] = await Promise.all([
    showWorkspace(context, { slug }),
    listNotifications(context, { slug, query }),
  ]);
  if (!shown.ok || !listed.ok) notFound();
  const { items, unread, nextCursor } = listed.value;
  const here = `/${slug}/notifications`;
  const next =
    nextCursor &&
    `${here}?${new URLSearchParams({ ...(isUnreadOnly && { unread: 'true' }), cursor: nextCursor })}`;
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>Notifications</h1>
          <p className="lede">
            Who asked you, answered you or named you, in this workspace, and what you are asked to annotate.
          </p>
        </div>
        {unread > 0 && (
          <form action={markAsRead}>
            <input type="hidden" name="workspace" value={slug} />
            <Button type="submit">Mark all as read</Button>
          </form>
        )}
      </header>
      <FilterSentence label="Filter notifications">
        Show <FilterWord label="Which" name="unread" value={isUnreadOnly ? 'true' : ''} options={WHICH} />.
      </FilterSentence>
      {items.length === 0 ? (
        <EmptyState
          title={isUnreadOnly ? 'Everything is read' : 'Nothing yet'}
          action={
            isUnreadOnly ? (
              <ButtonLink href={here as Route}>Show all</ButtonLink>
            ) : (
              <ButtonLink href={`/${slug}/articles` as Route}>Go to the articles</ButtonLink>
            )
          }
        >
          <p>
            When somebody comments on what you marked, replies to you, names you or asks the editor, it stands
            here.
          </p>
        </EmptyState>
      ) : (
        <NotificationList slug={slug} timeZone={shown.value.workspace.timeZone} notifications={items} />
      )}
      {next && (
        <p className={`row ${styles.more}`}>
          <ShowMore href={next as Route} />
        </p>
      )}
    </div>
  );
}
