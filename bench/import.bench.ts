import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { utf8Lines } from '@/lib/ingest/datasets/utf8-lines';
import { restoreWorkspace } from '@/lib/usecases/restore-workspace';
import { makeDesk } from './bench-desk';
import { writeWorkspaceFile } from './workspace-file';

const ROWS = 100_000;
const LIMIT = 5_000;

/**
 * Annotations a second of a whole workspace that is taken from a file in the lossless form, everything checked as ever: texts
 * against their hashes, spans against the texts, what refers to something against what is there. `--rows N` makes N
 * annotations; 100,000 unless told. Also the most memory that the process had.
 */
export default async function benchImport() {
  const rows = rowsAsked();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'touchstone-bench-'));
  try {
    const file = path.join(folder, 'workspace.jsonl');
    const { articles } = await writeWorkspaceFile(file, rows);
    const { size } = await stat(file);
    const desk = await makeDesk();
    let residentMb = 0;
    const watch = setInterval(
      () => (residentMb = Math.max(residentMb, process.memoryUsage().rss / 1e6)),
      200,
    );
    const since = performance.now();
    const restored = await restoreWorkspace(desk.context, {
      slug: desk.slug,
      lines: utf8Lines(createReadStream(file)),
    });
    const seconds = (performance.now() - since) / 1000;
    clearInterval(watch);
    if (!restored.ok) throw new Error(restored.error.message);
    if (!restored.value.isRestored) throw new Error(JSON.stringify(restored.value.refused.slice(0, 3)));
    const rowsPerSecond = Math.round(rows / seconds);
    return {
      name: 'import',
      rows,
      articles,
      fileMb: Math.round(size / 1e6),
      seconds: Number(seconds.toFixed(1)),
      rowsPerSecond,
      residentMb: Math.round(residentMb),
      limits: { rowsPerSecond: LIMIT },
      isWithinLimits: rowsPerSecond >= LIMIT,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsAsked(): number {
  const i = process.argv.indexOf('--rows');
  const rows = i < 0 ? ROWS : Number(process.argv[i + 1]);
  if (!Number.isInteger(rows) || rows < 50) throw new Error('--rows takes a whole number from 50');
  return rows;
}
