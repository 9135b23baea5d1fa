import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { anAnnotation, anArticle, SAMPLE_RAW, spansOf } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';

let article: Article;
let annotation: Annotation;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const context = contextOf(user);
  article = await anArticle(context, workspace.slug);
  annotation = await anAnnotation(context, article, 'claim', 'pier 👩‍👩‍👧 was closed');
});

type Row = [position: number, start: number, end: number, exact: string];
const insert = (rows: Row[], into: { annotation: Annotation; article: Article } = { annotation, article }) =>
  testDatabase().query(
    `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
     SELECT $1, $2, position, start_cp, end_cp, exact, '', ''
     FROM json_to_recordset($3) AS row(position int, start_cp int, end_cp int, exact text)`,
    [
      into.annotation.id,
      into.article.revision.id,
      JSON.stringify(
        rows.map(([position, start_cp, end_cp, exact]) => ({ position, start_cp, end_cp, exact })),
      ),
    ],
  );

test('the database takes a span that holds its words, behind an emoji too', async () => {
  const [after] = spansOf(article.revision.text, 'nobody has mended it');
  await insert([[1, after!.start, after!.end, after!.exact]]);
  await testDatabase().query('DELETE FROM anchor_span WHERE annotation_id = $1 AND position = 1', [
    annotation.id,
  ]);
});

test('the database refuses a span one code point off', async () => {
  const [span] = spansOf(article.revision.text, 'nobody has mended it');
  await expect(insert([[1, span!.start + 1, span!.end + 1, span!.exact]])).rejects.toThrow(
    'does not hold its excerpt',
  );
});

test('the database refuses a span outside the text', async () => {
  await expect(insert([[1, 1_000_000, 1_000_003, 'the']])).rejects.toThrow('does not hold its excerpt');
  await expect(insert([[1, -3, 0, 'the']])).rejects.toThrow('does not hold its excerpt');
  await expect(insert([[1, 10, 10, '']])).rejects.toThrow('does not hold its excerpt');
  await expect(insert([[1, 10, 2 ** 31 - 1, 'the']])).rejects.toThrow('does not hold its excerpt');
});

test('the database finds the words of every span of a long text, wherever it begins and ends', async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const context = contextOf(user);
  const raw = Array.from({ length: 30 }, (_, i) => `${SAMPLE_RAW}\nIt was day ${i} 📈 or later.\n`).join(
    '\n',
  );
  const long = await anArticle(context, workspace.slug, raw);
  const into = { article: long, annotation: await anAnnotation(context, long, 'claim', 'will reopen') };
  await testDatabase().query('DELETE FROM anchor_span WHERE annotation_id = $1', [into.annotation.id]);
  const characters = [...long.revision.text];
  expect(characters.length).toBeGreaterThan(6_000);
  const rows: Row[] = [];
  for (let start = 0; start < characters.length;) {
    const end = Math.min(characters.length, start + 1 + ((rows.length * 37) % 700));
    rows.push([rows.length, start, end, characters.slice(start, end).join('')]);
    start = end;
  }
  for (const at of rows.keys()) {
    const [position, start, end, exact] = rows[at]!;
    const other = exact.replace(/.$/su, (last) => (last === 'x' ? 'y' : 'x'));
    await expect(insert([[position, start, end, other]], into)).rejects.toThrow('does not hold its excerpt');
  }
  await insert(rows, into);
});

test('the database refuses a changed span that no longer holds its words', async () => {
  const moved = testDatabase().query(
    'UPDATE anchor_span SET start_cp = start_cp + 1 WHERE annotation_id = $1',
    [annotation.id],
  );
  await expect(moved).rejects.toThrow('does not hold its excerpt');
});

test('one wrong span of a thousand refuses them all', async () => {
  const [span] = spansOf(article.revision.text, 'mayor');
  await expect(
    insert([
      [7, span!.start, span!.end, 'mayor'],
      [8, span!.end + 1, span!.end + 6, 'mayor'],
    ]),
  ).rejects.toThrow('does not hold its excerpt');
  const rows = await testDatabase().query('SELECT 1 FROM anchor_span WHERE annotation_id = $1', [
    annotation.id,
  ]);
  expect(rows).toHaveLength(1);
});

test('the spans of one annotation must be sorted and disjoint', async () => {
  const [mayor] = spansOf(article.revision.text, 'mayor');
  await expect(insert([[1, mayor!.start, mayor!.end, 'mayor']])).rejects.toThrow('not sorted and disjoint');
  const [own] = annotation.spans;
  await expect(insert([[1, own!.start, own!.end, own!.exact]])).rejects.toThrow('not sorted and disjoint');
});

test('history, decisions and a revision’s text are never changed', async () => {
  const { query } = testDatabase();
  await expect(query('UPDATE event SET version = 9')).rejects.toThrow('never changed');
  await expect(query('DELETE FROM event')).rejects.toThrow('never changed');
  await expect(query(`UPDATE revision SET text = 'x' WHERE id = $1`, [article.revision.id])).rejects.toThrow(
    'never changed',
  );
  await query(
    `INSERT INTO verification (id, annotation_id, revision_id, status, rationale, searches, verifier_id, seq)
     VALUES ($1, $2, $3, 'in_review', '', '{}', $4, 1)`,
    [v7(), annotation.id, article.revision.id, annotation.author.id],
  );
  await expect(query(`UPDATE verification SET status = 'supported'`)).rejects.toThrow('never changed');
  await expect(query('DELETE FROM verification')).rejects.toThrow('never changed');
});
