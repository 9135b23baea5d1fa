import 'server-only';

/** A table as a file that nobody may keep. */
export const csv = (body: string, fileName: string): Response =>
  new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });

export const wantsCsv = (request: Request): boolean =>
  /^text\/csv\b/.test(request.headers.get('accept')?.trim() ?? '');
