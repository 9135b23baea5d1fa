import { wordOfAnchor, wordOfSourceType } from '@/app/_marks/words';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import styles from './annotation-card.module.css';
import { FilledIn } from './filled-in';

/** All that is known of an annotation, in the order in which one asks: the words, who says so, what was filled in, who marked it. */
export function AnnotationDetails({ annotation, timeZone }: { annotation: Annotation; timeZone: string }) {
  const { attribution, tags, author, createdAt, anchor } = annotation;
  return (
    <div className={styles.details}>
      <blockquote dir="auto" className={styles.quoted}>
        {wordsOf(annotation)}
      </blockquote>
      {anchor === 'orphaned' && (
        <p className={styles.recheck}>{wordOfAnchor(anchor)}: this revision no longer has these words.</p>
      )}
      {attribution.length > 0 && (
        <ul className={styles.hops} aria-label="Said by">
          {attribution.map(({ source, cue }, i) => (
            <li key={`${source.id}-${i}`}>
              {i > 0 && <span className={styles.via}>via </span>}
              <span className={styles.source}>{source.name}</span>
              <span className={styles.hopNote}>
                {' '}
                {wordOfSourceType(source.type)}
                {cue && `, “${cue}”`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <FilledIn annotation={annotation} />
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <p className={styles.byWhom}>
        Marked by {author.name}, <RelativeTime instant={createdAt} timeZone={timeZone} />
      </p>
    </div>
  );
}
