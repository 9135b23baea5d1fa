'use client';
import { createContext, type RefObject } from 'react';
import type { Span } from '@/lib/domain/span';

/** Takes further stretches into the form that is open. */
export type StretchTaker = (spans: readonly Span[]) => void;

/** Where the open form leaves its taker; empty while no form is open. */
export const StretchTakerContext = createContext<RefObject<StretchTaker | null> | null>(null);
