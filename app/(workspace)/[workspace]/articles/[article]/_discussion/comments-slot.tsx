'use client';
import { lazyPart } from '@/app/_ui/lazy-part';
import styles from './comments-slot.module.css';

/** What is said about the open annotation; its code is fetched once the page has settled. */
export const CommentsSlot = lazyPart(() => import('./comments').then((module) => module.Comments), {
  meanwhile: <div className={styles.place} />,
});
