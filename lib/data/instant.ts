import 'server-only';

/** SQL for an instant as the API writes it, so that every way of reading rows agrees. */
export const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
