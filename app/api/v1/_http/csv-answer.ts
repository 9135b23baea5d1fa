import 'server-only';

/** A table to be saved as a file. */
export const csvAnswer = (table: string, name: string): Response =>
  new Response(table, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });

export const wantsCsv = (request: Request): boolean =>
  /^text\/csv\b/.test(request.headers.get('accept')?.trim() ?? '');
