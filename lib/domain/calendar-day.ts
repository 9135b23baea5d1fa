/** Days of the Gregorian calendar as `YYYY-MM-DD`, without a time or a zone; they compare as strings. */
export type Day = string;

const two = (n: number): string => String(n).padStart(2, '0');

/** The day of a year, month (1–12) and day; null where the calendar has none such. */
export function dayFrom(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** How many days a month (1–12) of a year has. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

export interface DayParts {
  year: number;
  month: number;
  day: number;
}
export const partsOf = (day: Day): DayParts => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

/** The day so many days later; earlier with a negative number. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day so many months later, or the last of its month where that has fewer days. */
export function monthsAfter(day: Day, months: number): Day {
  const { year, month, day: at } = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayFrom(toYear, toMonth, Math.min(at, daysInMonth(toYear, toMonth)))!;
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Easter Sunday of a year after 1582. Source: Meeus, Astronomical Algorithms (1998), chapter 8. */
export function easterOf(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayFrom(year, month, (h + l - 7 * m + 33 * month + 19) % 32)!;
}
