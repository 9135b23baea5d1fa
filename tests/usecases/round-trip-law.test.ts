import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import { KINDS } from '@/lib/domain/vocabulary';
import type { Loss } from '@/lib/export/loss';
import { DATASET_FORMS, type DatasetForm } from '@/lib/ingest/datasets/read-dataset';
import type { DatasetFile } from '@/lib/ingest/datasets/read-marks';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { importDataset } from '@/lib/usecases/import-dataset';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { HARD_CASES, HARD_NAMES } from '@/tests/export/adversarial';
import { bytesOf, filesOf } from '@/tests/export/readable';
import { aMember, contextOf } from '@/tests/support/builders';
import { valueOf } from '@/tests/support/failure-code';

/** How many annotations were exported and taken again, for whoever reads the log. */
const run: Record<string, number> = {};
afterAll(() => console.info(`annotations that came back: ${JSON.stringify(run)}`));

let editor: Context;
let slug: string;
let held: Annotation[];

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  [editor, slug] = [contextOf(user), workspace.slug];
  for (const [name, text] of Object.entries(HARD_CASES)) {
    // Alike but for the case, texts would be copies of each other.
    const body = { raw: `${text} ${name.split('').reverse().join('')}`, title: `="${name}" 🙂` };
    const { article } = valueOf(await importArticle(editor, { slug, body }));
    await markEverywhere(article.id, article.revision);
  }
  held = await annotationsIn(slug, editor);
}, 240_000);

/** Marks over all, at both ends, nested, crossing, and in two stretches, with hard words in every field. */
async function markEverywhere(
  articleId: string,
  { id: revisionId, text }: { id: string; text: string },
): Promise<void> {
  const characters = [...text];
  const end = characters.length;
  const places: [number, number][][] = [
    [[0, end]],
    [[0, 1]],
    [[end - 1, end]],
    [[1, 4]],
    [[2, 6]],
    [
      [0, 2],
      [3, 5],
    ],
  ];
  for (const [i, spans] of places.entries()) {
    const kind = KINDS[i % 3]!;
    const name = HARD_NAMES[i % HARD_NAMES.length]!;
    const put = await putAnnotation(editor, {
      id: v7(),
      body: {
        articleId,
        revisionId,
        kind,
        spans: spans.map(([from, to]) => ({
          start: from,
          end: to,
          exact: characters.slice(from, to).join(''),
        })),
        attribution: [{ source: { name, type: 'person' }, cue: name }],
        tags: ['=1+1', 'a|b'],
        ...(kind === 'claim' && { claim: { normalized: name, checkworthy: true } }),
        ...(kind === 'prediction' && {
          prediction: { horizonText: name, deadline: '2027-05-31', probability: 0.25 },
        }),
      },
    });
    valueOf(put);
  }
}

async function annotationsIn(of: string, context: Context): Promise<Annotation[]> {
  const articles = await database().article.findMany({
    where: { workspace: { slug: of } },
    orderBy: { id: 'asc' },
  });
  const lists: Annotation[] = [];
  for (const { id } of articles)
    lists.push(...valueOf(await listAnnotations(context, { articleId: id, query: { limit: 500 } })).items);
  return lists;
}

async function exported(form: DatasetForm, more: Record<string, string> = {}): Promise<DatasetFile[]> {
  const query = { format: form, text: 'full', allowLoss: 'true', ...more };
  const { body, fileName } = valueOf(await exportWorkspace(editor, { slug, query }));
  const bytes = await bytesOf(body);
  return fileName.endsWith('.zip')
    ? Object.entries(filesOf(bytes)).map(([name, text]) => ({ name, text }))
    : [{ name: 'file', text: new TextDecoder().decode(bytes) }];
}

/** What one annotation must be when it has come back, or null where the report says that it does not. */
function expected(annotation: Annotation, losses: readonly Loss[], idOf: (id: string) => string) {
  const isLost = (what: Loss['what'], span?: Span): boolean =>
    losses.some(
      (loss) =>
        loss.what === what && (!span || (loss.span?.start === span.start && loss.span.end === span.end)),
    );
  const words = annotation.spans
    .filter((span) => !isLost('span', span))
    // White space at the ends of a stretch is the one thing that can be lost of it.
    .map((span) => (isLost('boundary', span) ? trimmedEnds(span.exact) : span.exact));
  if (isLost('annotation') || words.length === 0) return null;
  return {
    id: idOf(annotation.id),
    kind: annotation.kind,
    words,
    tags: isLost('tags') ? [] : annotation.tags,
    source: isLost('attribution') ? undefined : annotation.attribution[0]?.source.name,
    cue: isLost('attribution') ? undefined : annotation.attribution[0]?.cue,
    details: isLost('details')
      ? null
      : (annotation.claim?.normalized ?? annotation.prediction?.horizonText ?? null),
    deadline: isLost('details') ? null : (annotation.prediction?.deadline ?? null),
  };
}
const trimmedEnds = (words: string): string => words.replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu, '');

const asItIs = (annotation: Annotation) => expected(annotation, [], (id) => id);

/** A table of tokens does not say which white space stands between its sentences, but how much. */
const comparable = <T extends { words: string[] } | null>(form: DatasetForm, list: readonly T[]): T[] =>
  form === 'webanno'
    ? list.map(
        (each) => each && { ...each, words: each.words.map((words) => words.replace(/[\s\p{Cc}]/gu, ' ')) },
      )
    : [...list];

describe('what people have marked is exported, and taken by an empty workspace', () => {
  test.each(DATASET_FORMS)(
    '%s: all of it but what the report names; then nothing is new',
    async (form) => {
      const losses =
        form === 'brat' || form === 'webanno' || form === 'doccano'
          ? (JSON.parse((await exported(form, { losses: 'only' }))[0]!.text) as { losses: Loss[] }).losses
          : [];
      const ids = new Map<string, string>();
      const idOf = (id: string): string => ids.get(id) ?? ids.set(id, v7()).get(id)!;
      const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
      const files = (await exported(form)).map(({ name, text }) => ({
        name: name.replace(UUID, idOf),
        text: text.replace(UUID, idOf),
      }));
      const { user, workspace } = await aMember({ role: 'editor' });
      const context = contextOf(user);
      const taken = valueOf(await importDataset(context, { slug: workspace.slug, form, files: files }));
      expect(taken.refused).toEqual([]);
      const want = held.flatMap(
        (annotation) =>
          expected(
            annotation,
            losses.filter(({ annotationId }) => annotationId === annotation.id),
            idOf,
          ) ?? [],
      );
      const came = (await annotationsIn(workspace.slug, context)).map(asItIs);
      const byId = (list: readonly ({ id: string } | null)[]) =>
        [...list].sort((a, b) => a!.id.localeCompare(b!.id));
      expect(byId(comparable(form, came))).toEqual(byId(comparable(form, want)));
      run[form] = came.length;
      const again = valueOf(await importDataset(context, { slug: workspace.slug, form, files: files }));
      expect([again.made, again.refused]).toEqual([[], []]);
    },
    240_000,
  );
});
