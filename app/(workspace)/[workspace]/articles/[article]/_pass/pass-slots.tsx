'use client';
import { lazyPart } from '@/app/_ui/lazy-part';

/** Their code is fetched where a pass is open or waits: most readers never need it. */
export const SubmitPassSlot = lazyPart(() => import('./submit-pass').then((module) => module.SubmitPass));
export const RevealPassesSlot = lazyPart(() =>
  import('./reveal-passes').then((module) => module.RevealPasses),
);
