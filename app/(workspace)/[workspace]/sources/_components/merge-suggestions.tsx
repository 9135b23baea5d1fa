'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { RegisteredSource } from '@/lib/domain/source';
import type { SuggestedMerge } from '@/lib/domain/merge-reason';
import { usePerson } from '../../_session/person';
import { reasonInWords } from './reason-in-words';
import { keepApart, letSuggest, mergeSources, unmergeSources } from './source-acts';
import styles from './sources.module.css';

type Suggestion = SuggestedMerge<RegisteredSource>;

/** Pairs that may be one source, each with its reasons. A person decides; nothing is merged by itself. */
export function MergeSuggestions({
  slug,
  suggestions,
  hasMore,
  allHref,
  canCurate,
}: {
  slug: string;
  suggestions: readonly Suggestion[];
  hasMore: boolean;
  allHref: Route;
  canCurate: boolean;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const person = usePerson();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  if (suggestions.length === 0) return null;

  const run = async (
    key: string,
    act: () => Promise<string | null>,
    done: string,
    undo: () => Promise<string | null>,
  ) => {
    setBusy(key);
    const refusal = await act();
    setBusy(null);
    setError(refusal);
    if (refusal) return;
    document.getElementById('suggested')?.focus();
    announce(done, {
      undo: async () => {
        setError(await undo());
        router.refresh();
      },
    });
    router.refresh();
  };
  const merge = ({ source, into }: Suggestion) =>
    run(
      source.id,
      () => mergeSources(person.id, source.id, into.id),
      `“${source.name}” was merged into “${into.name}”.`,
      () => unmergeSources(person.id, source.id),
    );
  const reject = ({ source, into }: Suggestion) =>
    run(
      source.id,
      () => keepApart(person.id, source.id, into.id),
      `“${source.name}” and “${into.name}” stay two sources.`,
      () => letSuggest(person.id, source.id, into.id),
    );
  return (
    <section className={styles.suggested} aria-labelledby="suggested">
      <h2 id="suggested" tabIndex={-1}>
        May be the same
      </h2>
      {error && <Notice tone="error">{error}</Notice>}
      <ul className={styles.pairs}>
        {suggestions.map((suggestion) => {
          const { source, into, reasons } = suggestion;
          return (
            <li key={`${source.id} ${into.id}`} className={styles.pair}>
              <div>
                <p>
                  <PairName slug={slug} source={source} /> <span className="soft">and</span>{' '}
                  <PairName slug={slug} source={into} />
                </p>
                <p className="soft small">{reasons.map(reasonInWords).join(' ')}</p>
              </div>
              {canCurate && (
                <div className="row">
                  <Button
                    size="small"
                    busy={busy === source.id}
                    onClick={() => merge(suggestion)}
                    aria-label={`Merge “${source.name}” into “${into.name}”`}
                  >
                    Merge into {into.name}
                  </Button>
                  <Button
                    size="small"
                    variant="bare"
                    busy={busy === source.id}
                    onClick={() => reject(suggestion)}
                    aria-label={`“${source.name}” and “${into.name}” are not the same`}
                  >
                    Not the same
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {hasMore && <ButtonLink href={allHref}>Show all suggestions</ButtonLink>}
    </section>
  );
}

const PairName = ({ slug, source }: { slug: string; source: RegisteredSource }) => (
  <>
    <Link href={`/${slug}/sources/${source.id}` as Route}>{source.name}</Link>{' '}
    <span className="soft small figures">({source.annotations})</span>
  </>
);
