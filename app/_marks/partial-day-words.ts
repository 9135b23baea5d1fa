import { dayInWords } from '@/app/_ui/dates';
import type { PartialDay } from '@/lib/domain/partial-day';

/** `2024` → "2024", `2024-05` → "May 2024", `2024-05-12` → "12 May 2024". */
export const partialDayInWords = (date: PartialDay): string =>
  date.length === 4 ? date : date.length === 7 ? dayInWords(`${date}-01`, 'month') : dayInWords(date);
