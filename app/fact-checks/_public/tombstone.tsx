import { dayInWords } from '@/app/_ui/dates';
import type { PublicFactCheck } from '@/lib/domain/public-fact-check';
import { dayInZone } from './day-in-zone';
import { PublicFrame } from './public-frame';

/** What stays at the address of a page that was taken off: that there was one, since when it is gone, and why. */
export function Tombstone({
  page: { publisher, publishedAt, at, reason },
}: {
  page: Extract<PublicFactCheck, { state: 'unpublished' }>;
}) {
  const day = (instant: string) => dayInWords(dayInZone(instant, publisher.timeZone));
  return (
    <PublicFrame publisher={publisher} hasList={false}>
      <div className="stack">
        <h1>This fact check was taken off</h1>
        <p>
          {publisher.name} published it on {day(publishedAt)} and took it off on{' '}
          <time dateTime={at}>{day(at)}</time>.
        </p>
        {reason ? <p dir="auto">{reason}</p> : <p className="soft">No reason was given.</p>}
      </div>
    </PublicFrame>
  );
}
