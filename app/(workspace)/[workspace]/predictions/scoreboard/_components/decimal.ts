/** A score with two decimals and a proper minus: "0.32", "−0.29". */
export const decimal = (value: number): string => {
  const shown = Math.abs(value).toFixed(2);
  return value < 0 && shown !== '0.00' ? `−${shown}` : shown;
};
