'use client';
import { createContext } from 'react';
import type { Picking } from './use-picking';

/** Several annotations being picked; null where nothing may be changed. */
export const PickingContext = createContext<Picking | null>(null);
