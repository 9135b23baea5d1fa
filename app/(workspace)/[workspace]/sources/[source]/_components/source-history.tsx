import { partialDayInWords } from '@/app/_marks/partial-day-words';
import { wordOfSourceType } from '@/app/_marks/words';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Affiliation } from '@/lib/domain/affiliation';
import { affiliationInWords } from '@/lib/domain/affiliations-as-of';
import type { SourceType } from '@/lib/domain/vocabulary';
import type { SourceEvent } from '@/lib/usecases/list-source-history';
import styles from './source-page.module.css';

/** Who changed, merged and un-merged it, the newest first. */
export function SourceHistory({
  events,
  sourceId,
  timeZone,
}: {
  events: readonly SourceEvent[];
  sourceId: string;
  timeZone: string;
}) {
  if (events.length === 0) return null;
  return (
    <section className="section">
      <h2>History</h2>
      <ol className={styles.history}>
        {events.map((event) => (
          <li key={event.id}>
            <p>{eventInWords(event, sourceId)}</p>
            <p className="soft small">
              {event.actor?.name ?? 'Somebody who has left'},{' '}
              <RelativeTime instant={event.createdAt} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Fields = { name: string; type: SourceType; aliases: string[] };

function eventInWords({ type, before, after, subjectId }: SourceEvent, sourceId: string): string {
  const [was, is] = [before as Record<string, unknown> | null, after as Record<string, unknown> | null];
  switch (type) {
    case 'source_merged':
      return subjectId === sourceId
        ? `Merged into “${String(is?.into)}”.`
        : `“${String(is?.name)}” was merged into “${String(is?.into)}”.`;
    case 'source_unmerged':
      return subjectId === sourceId
        ? `Un-merged from “${String(was?.into)}”.`
        : `“${String(was?.name)}” was un-merged from “${String(was?.into)}”.`;
    case 'source_distinguished':
      return `Said to be two: “${String(is?.name)}” and “${String(is?.other)}”.`;
    case 'source_undistinguished':
      return `No longer said to be two: “${String(is?.name)}” and “${String(is?.other)}”.`;
    case 'affiliation_changed':
      return affiliationChange(was as unknown as Affiliation | null, is as unknown as Affiliation | null);
    case 'source_changed':
      return changesInWords(was as unknown as Fields, is as unknown as Fields);
    default:
      return 'Changed.';
  }
}

function affiliationChange(was: Affiliation | null, is: Affiliation | null): string {
  const words = (affiliation: Affiliation): string => affiliationInWords(affiliation, partialDayInWords);
  if (was && is) return `Affiliation changed from “${words(was)}” to “${words(is)}”.`;
  return is
    ? `Affiliation added: “${words(is)}”.`
    : was
      ? `Affiliation removed: “${words(was)}”.`
      : 'Changed.';
}

function changesInWords(was: Fields, is: Fields): string {
  const added = is.aliases.filter((alias) => !was.aliases.includes(alias));
  const removed = was.aliases.filter((alias) => !is.aliases.includes(alias));
  return [
    was.name !== is.name && `Renamed from “${was.name}” to “${is.name}”.`,
    was.type !== is.type &&
      `From ${wordOfSourceType(was.type).toLowerCase()} to ${wordOfSourceType(is.type).toLowerCase()}.`,
    added.length > 0 && `Other names added: ${added.map((alias) => `“${alias}”`).join(', ')}.`,
    removed.length > 0 && `Other names taken out: ${removed.map((alias) => `“${alias}”`).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
