import type { AnnotationPlaces } from '../_components/annotation-places';

const PLACE = /Open annotation \S+ of \d+$/;

const placeInWords = (id: string, { placeOf, total }: AnnotationPlaces): string =>
  `Open annotation ${placeOf.get(id) ?? '?'} of ${total}`;

/** "Claim, refuted, said by the ministry. Open annotation 3 of 12". */
export const markerName = (name: string, id: string, places: AnnotationPlaces): string =>
  `${name}. ${placeInWords(id, places)}`;

/** A marker's name with the place that the annotation has now. */
export const markerNameAt = (name: string, id: string, places: AnnotationPlaces): string =>
  name.replace(PLACE, () => placeInWords(id, places));
