import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, pool } from '@/lib/data/database';
import { updateCheckingRules } from '@/lib/data/checking-rules';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { listHistory } from '@/lib/usecases/list-history';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let workspace: BuiltWorkspace;
let article: Article;
let other: Article;
let editor: Context;
let mara: Context;
let ivo: Context;
let reader: Context;

beforeEach(async () => {
  const { user, workspace: made } = await aMember({ role: 'editor' });
  workspace = made;
  [editor, mara, ivo, reader] = [
    contextOf(user),
    contextOf((await aMember({ workspace })).user),
    contextOf((await aMember({ workspace })).user),
    contextOf((await aMember({ workspace, role: 'reader' })).user),
  ];
  article = await anArticle(editor, workspace.slug);
  other = await anArticle(
    editor,
    workspace.slug,
    'The pier\n\nThe mayor said the pier would be mended, and the ferry would run again.\n',
  );
});

const blindly = (context: Context, words: string, kind: Annotation['kind'] = 'claim'): Promise<Annotation> =>
  anAnnotation(context, article, kind, words, { pass: 'mine' });
const judge = (context: Context, id: string, body: Record<string, unknown> = {}, ifMatch?: string) =>
  verifyAnnotation(context, {
    id,
    ifMatch,
    body: { status: 'refuted', rationale: 'The harbour office says otherwise.', ...body },
  });

describe('a verdict in one’s own blind pass', () => {
  test('is the annotator’s: a rationale is enough, and evidence may be a passage or an address', async () => {
    const { id, version } = await blindly(mara, 'The mayor said');
    const first = valueOf(await judge(mara, id, {}, String(version)));
    expect(first.annotation).toMatchObject({ id, status: 'refuted', version: version + 1 });
    const evidence = [
      { stance: 'refutes', articleId: other.id, span: { start: 0, end: 8 } },
      { stance: 'refutes', url: 'https://harbour.example/figures', excerpt: 'No ferry ran.' },
    ];
    const second = valueOf(await judge(mara, id, { status: 'supported', evidence }));
    expect(second.verification.evidence).toMatchObject([
      { excerpt: 'The pier', articleTitle: 'The pier' },
      { url: 'https://harbour.example/figures', capture: null, storedCopy: false },
    ]);
    expect(valueOf(await listVerifications(mara, { id })).map(({ status }) => status)).toEqual([
      'refuted',
      'supported',
    ]);
    const { items } = valueOf(await listHistory(mara, { id, query: {} }));
    expect(items.map(({ seq, type, verification }) => [seq, type, verification?.status])).toEqual([
      [1, 'annotation_created', undefined],
      [2, 'verification_recorded', 'refuted'],
      [3, 'verification_recorded', 'supported'],
    ]);
    const { rows } = await pool().query('SELECT 1 FROM capture WHERE workspace_id = $1', [workspace.id]);
    expect(rows).toEqual([]);
  });

  test('keeps the rules of its kind: a rationale, the statuses, no evidence of its own article', async () => {
    const { id } = await blindly(mara, 'The mayor said');
    const foretold = await blindly(mara, 'It will be full', 'prediction');
    const own = { stance: 'refutes', articleId: article.id, span: { start: 0, end: 5 } };
    expect(
      [
        await judge(mara, id, { rationale: '' }),
        await judge(mara, id, { status: 'came_true' }),
        await judge(mara, id, { evidence: [own] }),
        await judge(mara, id, { evidence: [{ stance: 'context', captureId: v7() }] }),
        await judge(mara, foretold.id, { status: 'did_not_come_true' }),
        await judge(mara, id, {}, '7'),
      ].map(codeOf),
    ).toEqual([
      'rationale_missing',
      'status_not_of_kind',
      'own_article',
      'copies_in_pass',
      'deadline_not_passed',
      'stale_version',
    ]);
    expect(valueOf(await showAnnotation(mara, { id }))).toMatchObject({ status: 'unverified', version: 1 });
  });

  test('asks for nobody else’s yes, for no second resolver and no independent sources', async () => {
    await updateCheckingRules(database(), workspace.id, {
      needsApproval: true,
      independentSources: 3,
      secondResolver: true,
    });
    const { id } = await blindly(mara, 'The mayor said');
    const foretold = await blindly(mara, 'It will be full', 'prediction');
    expect(valueOf(await judge(mara, id)).annotation).toMatchObject({ status: 'refuted' });
    const outcome = valueOf(await judge(mara, foretold.id, { status: 'came_true' }));
    expect(outcome.verification).toMatchObject({ approval: null, criteriaPostHoc: true });
    const told = 'SELECT 1 FROM notification WHERE workspace_id = $1';
    expect((await pool().query(told, [workspace.id])).rows).toEqual([]);
  });

  test('sent twice is recorded once, and an id that is taken elsewhere is refused', async () => {
    const [hers, his] = [await blindly(mara, 'The mayor said'), await blindly(ivo, 'The mayor said')];
    const id = v7();
    const outcomes = await Promise.all([1, 2, 3].map(() => judge(mara, hers.id, { id })));
    expect(outcomes.map((each) => valueOf(each).outcome).sort()).toEqual([
      'recorded',
      'unchanged',
      'unchanged',
    ]);
    expect(codeOf(await judge(mara, hers.id, { id, status: 'supported' }))).toBe('id_taken');
    expect(codeOf(await judge(ivo, his.id, { id }))).toBe('id_taken');
    expect(valueOf(await listVerifications(ivo, { id: his.id }))).toEqual([]);
  });

  test('is nobody else’s to record or to see, until it is revealed; then everybody reads it and none changes it', async () => {
    const { id } = await blindly(mara, 'The mayor said');
    valueOf(await judge(mara, id));
    for (const context of [editor, ivo, reader]) {
      expect(codeOf(await judge(context, id))).toBe('not_found');
      expect(codeOf(await listVerifications(context, { id }))).toBe('not_found');
    }
    valueOf(await submitPass(mara, { articleId: article.id, body: {} }));
    expect(codeOf(await judge(mara, id))).toBe('pass_submitted');
    valueOf(await revealPasses(editor, { articleId: article.id, body: {} }));
    for (const context of [editor, ivo, reader])
      expect(valueOf(await listVerifications(context, { id }))).toMatchObject([
        { status: 'refuted', rationale: 'The harbour office says otherwise.' },
      ]);
    expect(codeOf(await judge(reader, id))).toBe('forbidden');
    expect(codeOf(await judge(editor, id))).toBe('pass_submitted');
  });

  test('of words that everybody sees stays for editors', async () => {
    const shared = await anAnnotation(editor, article, 'claim', 'ferry');
    expect(codeOf(await judge(mara, shared.id))).toBe('forbidden');
    expect(codeOf(await judge(editor, shared.id))).toBe('evidence_missing');
  });

  test('stands in rows of its own layer, which the database holds to', async () => {
    const { id, layer } = await blindly(mara, 'The mayor said');
    valueOf(await judge(mara, id, { evidence: [{ stance: 'context', url: 'https://harbour.example/' }] }));
    for (const name of ['verification', 'evidence']) {
      const rowsIn = async (table: string) =>
        (await pool().query(`SELECT layer FROM ${table} WHERE layer = $1`, [layer])).rows;
      expect(await rowsIn(name)).toEqual([]);
      expect(await rowsIn(`every_${name}`)).toEqual([{ layer }]);
      const change = pool().query(`UPDATE every_${name} SET layer = 'shared' WHERE layer = $1`, [layer]);
      await expect(change).rejects.toThrow('never changed');
    }
  });
});
