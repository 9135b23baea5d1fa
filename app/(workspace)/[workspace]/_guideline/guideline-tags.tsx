import type { Guideline } from '@/lib/domain/guideline';
import styles from './guideline-tags.module.css';

/** The tags of the list, each with when to give it. */
export const GuidelineTags = ({ tags }: { tags: Guideline['tags'] }) => (
  <dl className={styles.tags}>
    {tags.map(({ name, meaning }) => (
      <div key={name}>
        <dt dir="auto">{name}</dt>
        <dd dir="auto">{meaning}</dd>
      </div>
    ))}
  </dl>
);
