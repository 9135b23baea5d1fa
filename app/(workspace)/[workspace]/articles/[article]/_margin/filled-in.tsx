import type { Annotation } from '@/lib/domain/annotation';
import { detailsInWords } from '../_components/details-in-words';
import styles from './annotation-card.module.css';

/** What was filled in beside the words and who said them, as a list of fields. */
export const FilledIn = ({ annotation }: { annotation: Annotation }) => (
  <dl className={styles.fields}>
    {detailsInWords(annotation).map(({ key, label, value }) => (
      <div key={key}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
