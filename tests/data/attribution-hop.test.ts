import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { mergeSource } from '@/lib/usecases/merge-source';
import { anAnnotation, anArticle, spansOf } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { valueOf } from '@/tests/support/failure-code';

let article: Article;
let annotation: Annotation;
let merged: string;
let survivor: string;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const context = contextOf(user);
  article = await anArticle(context, workspace.slug);
  const by = (name: string) => ({ attribution: [{ source: { name, type: 'person' } }] });
  annotation = await anAnnotation(context, article, 'claim', 'ferry', by('Ann Lind'));
  const other = await anAnnotation(context, article, 'claim', 'mayor', by('Anna Lind'));
  [merged, survivor] = [annotation.attribution[0]!.source.id, other.attribution[0]!.source.id];
  valueOf(await mergeSource(context, { id: merged, body: { into: survivor } }));
});

const insertHop = (position: number, columns: Record<string, unknown>) => {
  const all: Record<string, unknown> = {
    annotation_id: annotation.id,
    position,
    source_id: survivor,
    mode: 'named',
    ...columns,
  };
  const names = Object.keys(all);
  return testDatabase().query(
    `INSERT INTO attribution_hop (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(all),
  );
};

describe('the database', () => {
  test('refuses a cue or name that does not stand where it is said to stand', async () => {
    const [span] = spansOf(article.revision.text, 'said');
    const { start, end, exact } = span!;
    const cue = {
      spans_revision_id: article.revision.id,
      cue_start_cp: start,
      cue_end_cp: end,
      cue_exact: exact,
    };
    await expect(insertHop(5, { ...cue, cue_start_cp: start + 1, cue_end_cp: end + 1 })).rejects.toThrow(
      /does not hold its excerpt/,
    );
    await expect(insertHop(5, { ...cue, spans_revision_id: null })).rejects.toThrow(/attribution_hop_spans/);
    await insertHop(5, cue);
    await expect(
      testDatabase().query(
        'UPDATE attribution_hop SET cue_start_cp = cue_start_cp - 1, cue_end_cp = cue_end_cp - 1 WHERE annotation_id = $1 AND position = 5',
        [annotation.id],
      ),
    ).rejects.toThrow(/does not hold its excerpt/);
  });

  test('puts what names a merged source down to the one that stands for it, whoever writes it', async () => {
    await insertHop(6, { source_id: merged });
    const rows = await testDatabase().query<{ source_id: string; recorded_id: string }>(
      'SELECT source_id, recorded_id FROM attribution_hop WHERE annotation_id = $1 AND position = 6',
      [annotation.id],
    );
    expect(rows).toEqual([{ source_id: survivor, recorded_id: merged }]);
  });

  test('refuses half a merge', async () => {
    const half = 'UPDATE source SET merged_into_id = $1 WHERE id = $2';
    await expect(testDatabase().query(half, [merged, survivor])).rejects.toThrow(/source_merged/);
    await expect(
      testDatabase().query('UPDATE source SET merged_into_id = id, survivor_id = id WHERE id = $1', [
        survivor,
      ]),
    ).rejects.toThrow(/source_merged/);
  });
});
