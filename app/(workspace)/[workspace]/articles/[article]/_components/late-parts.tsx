'use client';
import type { ComponentProps } from 'react';
import { GuidelineSlot } from '../../../_guideline/guideline-slot';
import { ArrivalWords } from './arrival-words';

/** What the room does without until it stands: what is said of others' changes, and the guideline beside the text. */
export const LateParts = (props: ComponentProps<typeof ArrivalWords>) => (
  <>
    <ArrivalWords {...props} />
    <GuidelineSlot />
  </>
);
