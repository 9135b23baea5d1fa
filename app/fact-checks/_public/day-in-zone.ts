import { dayIn } from '@/lib/domain/prediction';

/** The calendar day of an instant where the newsroom is. */
export const dayInZone = (instant: string, timeZone: string): string => dayIn(timeZone, new Date(instant));
