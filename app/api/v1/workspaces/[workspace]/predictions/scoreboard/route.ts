import { csv, wantsCsv } from '@/app/api/v1/_http/csv';
import { handle, json } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { scoreboardCsv } from '@/lib/export/scoreboard-csv';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';

export const GET = handle<{ workspace: string }>(async ({ context, params, query, request }) => {
  const asked = { ...(wantsCsv(request) && { format: 'csv' }), ...query };
  const shown = await showScoreboard(context, { slug: params.workspace, query: asked });
  if (!shown.ok) return shown;
  const { format, ...board } = shown.value;
  if (format === 'json') return json(board);
  return csv(scoreboardCsv(board), `scoreboard-${params.workspace}-${board.by}.csv`);
});

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
