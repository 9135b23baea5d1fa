import { createContext } from 'react';

/** Where each annotation stands in the order of the text, from 1. Apart from the blocks, so that a new one re-renders only the markers. */
export interface AnnotationPlaces {
  placeOf: ReadonlyMap<string, number>;
  total: number;
}
export const AnnotationPlacesContext = createContext<AnnotationPlaces>({ placeOf: new Map(), total: 0 });
