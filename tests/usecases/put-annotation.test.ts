import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listHistory } from '@/lib/usecases/list-history';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { aPut, anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let slug: string;
let article: Article;
let annotator: Context;
let reader: Context;
let stranger: Context;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
  article = await anArticle(editor, slug);
  const as = async (role: 'annotator' | 'reader') =>
    contextOf((await aMember({ workspace, role, user: await aUser() })).user);
  [annotator, reader, stranger] = [
    await as('annotator'),
    await as('reader'),
    contextOf((await aMember()).user),
  ];
});

const seqs = async (): Promise<number[]> => {
  const rows = await testDatabase().query<{ seq: number }>(
    `SELECT seq FROM event WHERE article_id = $1 ORDER BY seq`,
    [article.id],
  );
  return rows.map(({ seq }) => seq);
};

describe('PUT', () => {
  test('makes an annotation with the server’s own excerpt', async () => {
    const id = v7();
    const body = aPut(article, 'prediction', ['the ferry would run again next week'], {
      attribution: [{ source: { name: 'The mayor', type: 'person' }, cue: 'said' }],
      prediction: { horizonText: 'next week', deadline: '2026-11-29' },
      tags: ['ferry'],
    });
    const { annotation, outcome } = valueOf(await putAnnotation(annotator, { id, body }));
    expect(outcome).toBe('created');
    expect(annotation).toMatchObject({
      id,
      kind: 'prediction',
      status: 'pending',
      version: 1,
      anchor: 'exact',
      layer: 'shared',
      tags: ['ferry'],
      author: { id: annotator.actor.userId },
      prediction: { horizonText: 'next week', deadline: '2026-11-29', condition: null },
      attribution: [{ source: { name: 'The mayor', type: 'person' }, cue: 'said', mode: 'named' }],
    });
    expect(annotation.spans[0]).toMatchObject({ exact: 'the ferry would run again next week' });
    expect(annotation.spans[0]!.prefix.endsWith('The mayor said ')).toBe(true);
  });

  test('the same request again changes nothing, also after a later change', async () => {
    const id = v7();
    const body = aPut(article, 'claim', ['nobody has mended it since']);
    const first = valueOf(await putAnnotation(annotator, { id, body })).annotation;
    valueOf(await reviseAnnotation(annotator, { id, ifMatch: '1', body: { tags: ['pier'] } }));
    const before = await seqs();
    const again = valueOf(await putAnnotation(annotator, { id, body }));
    expect(again.outcome).toBe('unchanged');
    expect(again.annotation).toMatchObject({ version: 2, tags: ['pier'], createdAt: first.createdAt });
    expect(await seqs()).toEqual(before);
  });

  test('the same request ten times at once makes one annotation and one event', async () => {
    const id = v7();
    const body = aPut(article, 'quote', ['“It will be full,”', '“and it will be late.”']);
    const before = (await seqs()).length;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => putAnnotation(annotator, { id, body })),
    );
    expect(
      outcomes.map((outcome) => valueOf(outcome).outcome).filter((outcome) => outcome === 'created'),
    ).toHaveLength(1);
    expect((await seqs()).length).toBe(before + 1);
  });

  test('another body for the same id needs the version', async () => {
    const made = await anAnnotation(annotator, article, 'claim', 'was closed in March');
    const body = aPut(article, 'claim', ['closed in March']);
    expect(codeOf(await putAnnotation(annotator, { id: made.id, body }))).toBe('precondition_required');
    const put = valueOf(await putAnnotation(annotator, { id: made.id, ifMatch: '"1"', body }));
    expect(put).toMatchObject({ outcome: 'revised', annotation: { version: 2 } });
  });

  test.each([
    [
      'a shifted span',
      (span: { start: number; end: number; exact: string }) => ({
        ...span,
        start: span.start + 1,
        end: span.end + 1,
      }),
    ],
    [
      'other words',
      (span: { start: number; end: number; exact: string }) => ({
        ...span,
        exact: 'nobody will mend it since',
      }),
    ],
    [
      'a span outside the text',
      (span: { start: number; end: number; exact: string }) => ({ ...span, start: 900_000, end: 900_026 }),
    ],
  ])('refuses %s', async (_, wrong) => {
    const body = aPut(article, 'claim', ['nobody has mended it since']);
    const put = await putAnnotation(annotator, { id: v7(), body: { ...body, spans: body.spans.map(wrong) } });
    expect(codeOf(put)).toBe('anchor_mismatch');
  });

  test('refuses overlapping spans, details of another kind, a status and unknown fields', async () => {
    const overlapping = aPut(article, 'claim', ['the pier', 'pier 👩‍👩‍👧 was']);
    const foreign = aPut(article, 'claim', ['the pier'], { prediction: { deadline: '2026-12-01' } });
    const status = aPut(article, 'claim', ['the pier'], { status: 'supported' });
    const unknown = aPut(article, 'claim', ['the pier'], { colour: 'red' });
    for (const body of [overlapping, foreign, status, unknown])
      expect(codeOf(await putAnnotation(annotator, { id: v7(), body }))).toBe('invalid_input');
  });

  test('a refused one leaves nothing behind: no source, no gap in the numbers', async () => {
    const body = aPut(article, 'claim', ['the pier'], {
      attribution: [{ source: { name: 'Nobody Atall', type: 'person' } }, { source: { id: v7() } }],
    });
    const before = await seqs();
    expect(codeOf(await putAnnotation(annotator, { id: v7(), body }))).toBe('unknown_source');
    expect(await seqs()).toEqual(before);
    expect(await testDatabase().query(`SELECT 1 FROM source WHERE name = 'Nobody Atall'`)).toEqual([]);
  });

  test('a reader may not, a stranger finds nothing', async () => {
    const body = aPut(article, 'claim', ['the pier']);
    expect(codeOf(await putAnnotation(reader, { id: v7(), body }))).toBe('forbidden');
    expect(codeOf(await putAnnotation(stranger, { id: v7(), body }))).toBe('not_found');
    const readToken = { ...annotator, actor: { ...annotator.actor, scope: 'read' as const } };
    expect(codeOf(await putAnnotation(readToken, { id: v7(), body }))).toBe('forbidden');
  });

  test('sources: the same name is one source, and anonymous ones stay in their article', async () => {
    const other = await anArticle(
      editor,
      slug,
      'Another text\n\nObservers doubt everything that was said here today.\n',
    );
    const by = (name: string, type: string) => ({ attribution: [{ source: { name, type } }] });
    const [a, b] = [
      await anAnnotation(annotator, article, 'claim', 'the pier', by('Zoë  Verhoeven', 'person')),
      await anAnnotation(annotator, other, 'claim', 'everything', by('zoë verhoeven', 'person')),
    ];
    expect(a.attribution[0]!.source.id).toBe(b.attribution[0]!.source.id);
    const [c, d] = [
      await anAnnotation(annotator, article, 'claim', 'Observers doubt it', by('observers', 'anonymous')),
      await anAnnotation(annotator, other, 'claim', 'Observers doubt', by('observers', 'anonymous')),
    ];
    expect(c.attribution[0]!.source.id).not.toBe(d.attribution[0]!.source.id);
  });
});

describe('PATCH, DELETE and restore', () => {
  test('of two changes to one version the second is refused and sees the first', async () => {
    const { id } = await anAnnotation(annotator, article, 'claim', 'The mayor said');
    const outcomes = await Promise.all([
      reviseAnnotation(annotator, { id, ifMatch: '1', body: { tags: ['one'] } }),
      reviseAnnotation(editor, { id, ifMatch: '1', body: { tags: ['two'] } }),
    ]);
    const refused = outcomes.find((outcome) => !outcome.ok);
    const accepted = outcomes.find((outcome) => outcome.ok);
    expect(refused && !refused.ok && refused.error).toMatchObject({
      code: 'stale_version',
      current: { version: 2 },
    });
    expect(accepted && valueOf(accepted).tags).toEqual(
      (refused && !refused.ok && (refused.error.current as { tags: string[] }).tags) || [],
    );
  });

  test('a change whose answer got lost is not applied twice', async () => {
    const { id } = await anAnnotation(annotator, article, 'claim', 'the ferry would run');
    const change = { id, ifMatch: '1', body: { tags: ['retried'] } };
    const first = valueOf(await reviseAnnotation(annotator, change));
    const again = valueOf(await reviseAnnotation(annotator, change));
    expect([first.version, again.version]).toEqual([2, 2]);
    expect(codeOf(await reviseAnnotation(editor, change))).toBe('stale_version');
  });

  test('needs the version, and names what it changes', async () => {
    const { id } = await anAnnotation(annotator, article, 'claim', 'next week');
    expect(codeOf(await reviseAnnotation(annotator, { id, body: { tags: [] } }))).toBe(
      'precondition_required',
    );
    expect(codeOf(await reviseAnnotation(annotator, { id, ifMatch: 'soon', body: { tags: [] } }))).toBe(
      'invalid_input',
    );
    expect(codeOf(await reviseAnnotation(annotator, { id, ifMatch: '1', body: {} }))).toBe('invalid_input');
    expect(
      codeOf(await reviseAnnotation(annotator, { id, ifMatch: '1', body: { status: 'supported' } })),
    ).toBe('invalid_input');
  });

  test('changes one detail and keeps the others; a new kind starts with its first status', async () => {
    const { id } = await anAnnotation(annotator, article, 'prediction', 'It will be full', {
      prediction: { horizonText: 'next week', likelihoodWords: 'will' },
    });
    const revised = valueOf(
      await reviseAnnotation(annotator, {
        id,
        ifMatch: '1',
        body: { prediction: { deadline: '2026-11-29' } },
      }),
    );
    expect(revised.prediction).toMatchObject({
      horizonText: 'next week',
      likelihoodWords: 'will',
      deadline: '2026-11-29',
    });
    const retyped = valueOf(
      await reviseAnnotation(annotator, {
        id,
        ifMatch: '2',
        body: { kind: 'quote', quote: { form: 'direct' } },
      }),
    );
    expect(retyped).toMatchObject({ kind: 'quote', status: 'unverified', quote: { form: 'direct' } });
    expect(retyped.prediction).toBeUndefined();
  });

  test('moves the ends', async () => {
    const { id } = await anAnnotation(annotator, article, 'claim', 'closed in March');
    const { spans } = aPut(article, 'claim', ['was closed in March']);
    const moved = valueOf(await reviseAnnotation(annotator, { id, ifMatch: '1', body: { spans } }));
    expect(moved.spans.map((span) => span.exact)).toEqual(['was closed in March']);
  });

  test('deletes softly, restores, and keeps every step in the history', async () => {
    const { id } = await anAnnotation(annotator, article, 'claim', 'Observers doubt it');
    const deleted = valueOf(await deleteAnnotation(annotator, { id, ifMatch: '1' }));
    expect(deleted.deletedAt).not.toBeNull();
    expect(codeOf(await reviseAnnotation(annotator, { id, ifMatch: '2', body: { tags: ['x'] } }))).toBe(
      'deleted',
    );
    const restored = valueOf(await restoreAnnotation(annotator, { id }));
    expect(restored).toMatchObject({ deletedAt: null, version: 3 });
    expect(valueOf(await restoreAnnotation(annotator, { id })).version).toBe(3);
    const { items } = valueOf(await listHistory(reader, { id, query: {} }));
    expect(items.map(({ type }) => type)).toEqual([
      'annotation_created',
      'annotation_deleted',
      'annotation_restored',
    ]);
    expect(items[1]).toMatchObject({
      before: { deletedAt: null },
      after: { deletedAt: deleted.deletedAt },
      actor: { name: annotator.actor.name },
    });
  });

  test('a reader may not, a stranger finds nothing', async () => {
    const { id } = await anAnnotation(annotator, article, 'claim', 'since');
    for (const [who, code] of [
      [reader, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      expect(codeOf(await reviseAnnotation(who, { id, ifMatch: '1', body: { tags: ['x'] } }))).toBe(code);
      expect(codeOf(await deleteAnnotation(who, { id, ifMatch: '1' }))).toBe(code);
      expect(codeOf(await restoreAnnotation(who, { id }))).toBe(code);
    }
    expect(codeOf(await showAnnotation(stranger, { id }))).toBe('not_found');
    expect(codeOf(await listHistory(stranger, { id, query: {} }))).toBe('not_found');
  });
});

test('events are numbered without gaps, however many write at once', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      putAnnotation(i % 2 ? annotator : editor, {
        id: v7(),
        body: aPut(article, 'claim', ['mayor'], { tags: [`n${i}`] }),
      }),
    ),
  );
  const numbers = await seqs();
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});
