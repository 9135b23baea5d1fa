/** The largest file that is kept as evidence, in bytes. */
export const MOST_FILE_BYTES = 10_000_000;
