/** 0.625 → "63 %", the space unbroken. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** 0.31 and 0.86 → "31–86 %"; "63 %" where both ends round to the same. */
export const percentRange = ({ low, high }: { low: number; high: number }): string =>
  Math.round(low * 100) === Math.round(high * 100)
    ? percent(low)
    : `${Math.round(low * 100)}–${percent(high)}`;
