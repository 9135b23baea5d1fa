import { expect, test } from 'vitest';
import { listSources } from '@/lib/usecases/list-sources';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { valueOf } from '@/tests/support/failure-code';

test('two who blame the same unknown source in their verdicts can both be revealed', async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const editor = contextOf(user);
  const [mara, ivo] = [
    contextOf((await aMember({ workspace })).user),
    contextOf((await aMember({ workspace })).user),
  ];
  const article = await anArticle(editor, workspace.slug);
  const attribution = [{ source: { name: 'Zaphira Quell', type: 'person' } }];
  const marked: string[] = [];
  for (const context of [mara, ivo]) {
    const { id } = await anAnnotation(context, article, 'claim', 'The mayor said', {
      pass: 'mine',
      attribution,
    });
    const body = { status: 'refuted', rationale: 'She was wrong.', errorHop: 0 };
    valueOf(await verifyAnnotation(context, { id, body }));
    marked.push(id);
  }
  for (const context of [mara, ivo]) valueOf(await submitPass(context, { articleId: article.id, body: {} }));
  const { revealed } = valueOf(await revealPasses(editor, { articleId: article.id, body: {} }));
  expect(revealed).toHaveLength(2);
  const { items } = valueOf(await listSources(editor, { slug: workspace.slug, query: {} }));
  expect(items.map(({ name }) => name)).toEqual(['Zaphira Quell']);
  for (const id of marked) {
    const { attribution: shown } = valueOf(await showAnnotation(editor, { id }));
    expect(shown[0]!.source.id).toBe(items[0]!.id);
    const [verdict] = valueOf(await listVerifications(editor, { id }));
    expect(verdict!.errorSource).toMatchObject({ name: 'Zaphira Quell' });
  }
});
