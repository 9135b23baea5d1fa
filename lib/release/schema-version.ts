/** The version of the lines in a release's jsonl files, kept by hand: raised when a field changes its meaning or goes. */
export const RELEASE_SCHEMA_VERSION = 1;
