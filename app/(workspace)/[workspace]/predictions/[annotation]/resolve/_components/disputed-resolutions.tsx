import { Notice } from '@/app/_ui/notice';
import type { SubmittedResolution } from '@/lib/domain/resolution';
import styles from './resolve.module.css';
import { SubmittedBody } from './submitted-body';

/** Both resolutions side by side, once they differ. */
export function DisputedResolutions({
  submitted,
}: {
  submitted: readonly SubmittedResolution[];
  slug: string;
}) {
  return (
    <section className="section" aria-label="The two resolutions">
      <Notice title="The two resolvers differ">
        Nothing is decided. A third editor’s resolution decides.
      </Notice>
      <div className={styles.both}>
        {submitted.map((each) => (
          <div key={each.id}>
            <h2>{each.resolver.name}</h2>
            <SubmittedBody submitted={each} />
          </div>
        ))}
      </div>
    </section>
  );
}
