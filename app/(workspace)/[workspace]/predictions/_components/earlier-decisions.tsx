'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { firstStatusOf } from '@/lib/domain/vocabulary';
import { VerificationHistory } from '../../_verify/verification-history';
import styles from './predictions.module.css';

/** What was decided before, folded away; nothing where nobody has decided. */
export function EarlierDecisions({ annotation, slug }: { annotation: Annotation; slug: string }) {
  const { id, kind, status } = annotation;
  const isDecided = status !== firstStatusOf(kind);
  const [earlier, setEarlier] = useState<Verification[] | null>(null);
  useEffect(() => {
    if (!isDecided) return;
    const asked = new AbortController();
    void getJson<Page<Verification>>(`/api/v1/annotations/${id}/verifications`, asked.signal).then((page) => {
      if (page.ok) setEarlier(page.value.value.items);
    });
    return () => asked.abort();
  }, [id, isDecided]);
  if (!isDecided) return null;
  return (
    <details className={styles.earlier}>
      <summary>Earlier decisions{earlier && ` (${earlier.length})`}</summary>
      {earlier ? (
        <VerificationHistory verifications={earlier} workspaceSlug={slug} />
      ) : (
        <Spinner label="Loading the earlier decisions" />
      )}
    </details>
  );
}
