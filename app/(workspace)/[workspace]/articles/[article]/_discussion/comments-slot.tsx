'use client';
import dynamic from 'next/dynamic';
import { MissingPart } from '@/app/_ui/missing-part';
import styles from './comments-slot.module.css';

export const loadComments = () => import('./comments').then((module) => module.Comments);

/** What is said about the open annotation; its code is fetched once the page has settled. */
export const CommentsSlot = dynamic(() => loadComments().catch(() => MissingPart), {
  ssr: false,
  loading: () => <div className={styles.place} />,
});
