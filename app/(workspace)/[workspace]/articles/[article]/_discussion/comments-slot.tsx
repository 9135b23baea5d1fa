'use client';
import dynamic from 'next/dynamic';
import { MissingPart } from '@/app/_ui/missing-part';
import styles from './comments-slot.module.css';

/** What is said about the open annotation; its code is fetched when the first note is opened. */
export const CommentsSlot = dynamic(
  () => import('./comments').then((module) => module.Comments).catch(() => MissingPart),
  { ssr: false, loading: () => <div className={styles.place} /> },
);
