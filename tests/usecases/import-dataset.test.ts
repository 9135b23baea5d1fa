import { beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { database } from '@/lib/data/database';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { importDataset } from '@/lib/usecases/import-dataset';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { DATASET_FORMS, type DatasetForm } from '@/lib/ingest/datasets/read-dataset';
import type { DatasetFile } from '@/lib/ingest/datasets/read-marks';
import { bytesOf, filesOf } from '../export/readable';
import { aMember, type BuiltWorkspace, contextOf } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';
import { marked } from '../support/marked';

const TEXT = marked(
  'Rents in the harbour\n\n👩‍🚀 Minister Ola Quist said that <a>rents rose</a> by <b>a third 🙂</b>, «<c>الإيجارات ترتفع</c>», and\n' +
    '<d>家賃は\n来年下がる</d> =SUM(A1)\t"so".\n',
);
const HARM = { key: 'harm', label: 'Harm', kinds: ['claim'], type: 'choice', options: ['none', 'a | b'] };
const PEOPLE = { key: 'people', label: 'People', kinds: ['claim'], type: 'number' };
const guideline = (context: Context, slug: string, attributes: object[], more: object = {}) =>
  changeGuideline(context, {
    slug,
    ifMatch: '1',
    body: { text: 'Ours', summary: 'Ours.', attributes, ...more },
  });

let first: { workspace: BuiltWorkspace; context: Context };
let kept: { id: string; kind: string; spans: object; tags: string[]; source: string | undefined }[];

beforeAll(async () => {
  const { workspace, user } = await aMember({ role: 'owner' });
  first = { workspace, context: contextOf(user) };
  valueOf(await guideline(first.context, workspace.slug, [HARM, PEOPLE]));
  const body = { raw: TEXT.text, title: 'On rents' };
  const { article } = valueOf(await importArticle(first.context, { slug: workspace.slug, body }));
  const { a, b, c, d } = TEXT.spans;
  const put = async (kind: string, spans: { start: number; end: number }[], more: object = {}) => {
    const withWords = spans.map((span) => ({
      ...span,
      exact: [...TEXT.text].slice(span.start, span.end).join(''),
    }));
    const request = {
      articleId: article.id,
      revisionId: article.revision.id,
      kind,
      spans: withWords,
      ...more,
    };
    valueOf(await putAnnotation(first.context, { id: v7(), body: request }));
  };
  await put('claim', [a!, b!], {
    tags: ['rents', '=1+1'],
    attributes: { harm: 'a | b', people: 12.5 },
    attribution: [{ source: { name: 'Ola Quist', type: 'person' }, cue: 'said' }],
    claim: { normalized: 'Rents rose by a third.', checkworthy: true },
  });
  await put('quote', [c!], { quote: { form: 'direct' } });
  await put('prediction', [d!], { prediction: { horizonText: 'next year', probability: 0.25 } });
  await put('quote', [a!]);
  kept = await marksIn(workspace.slug, first.context);
}, 60_000);

async function marksIn(slug: string, context: Context) {
  const articles = await database().article.findMany({ where: { workspace: { slug } } });
  const lists = await Promise.all(
    articles.map(
      async ({ id }) => valueOf(await listAnnotations(context, { articleId: id, query: {} })).items,
    ),
  );
  return lists.flat().map(({ id, kind, spans, tags, attributes, attribution, claim, prediction }) => ({
    id,
    kind,
    attributes,
    spans: spans.map(({ start, end, exact }) => ({ start, end, exact })),
    tags,
    source: attribution[0]?.source.name,
    claim,
    probability: prediction?.probability,
  }));
}

async function exportedFiles(form: DatasetForm, text = 'full'): Promise<DatasetFile[]> {
  const query = { format: form, text, allowLoss: 'true' };
  const { body } = valueOf(await exportWorkspace(first.context, { slug: first.workspace.slug, query }));
  const bytes = await bytesOf(body);
  const packed = form === 'brat' || form === 'webanno';
  return packed
    ? Object.entries(filesOf(bytes)).map(([name, words]) => ({ name, text: words }))
    : [{ name: 'file', text: new TextDecoder().decode(bytes) }];
}

/** The files as another installation would have made them: every id is another one. */
function withOtherIds(files: DatasetFile[]): { files: DatasetFile[]; idOf: (id: string) => string } {
  const ids = new Map<string, string>();
  const idOf = (id: string): string => ids.get(id) ?? ids.set(id, v7()).get(id)!;
  const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const renamed = files.map(({ name, text }) => ({
    name: name.replace(UUID, idOf),
    text: text.replace(UUID, idOf),
  }));
  return { files: renamed, idOf };
}

test.each(DATASET_FORMS)(
  '%s: what one workspace exports, an empty one takes; the same again changes nothing',
  async (form) => {
    const { workspace, user } = await aMember({ role: 'owner' });
    const context = contextOf(user);
    valueOf(await guideline(context, workspace.slug, [HARM, PEOPLE]));
    const { files, idOf } = withOtherIds(await exportedFiles(form));
    const imported = valueOf(await importDataset(context, { slug: workspace.slug, form, files }));
    expect(imported.refused).toEqual([]);
    expect(imported.documents).toMatchObject([
      { outcome: 'imported', annotations: { created: 4, unchanged: 0 } },
    ]);
    const holdsAll = form !== 'doccano';
    const expected = kept.map(({ id, ...mark }) => ({
      id: idOf(id),
      ...(holdsAll ? mark : { kind: mark.kind, spans: mark.spans }),
    }));
    const byId = <T extends { id: string }>(marks: T[]): T[] =>
      [...marks].sort((a, b) => a.id.localeCompare(b.id));
    expect(byId(await marksIn(workspace.slug, context))).toMatchObject(byId(expected));
    const again = valueOf(await importDataset(context, { slug: workspace.slug, form, files }));
    expect(again.documents).toMatchObject([
      { outcome: 'duplicate', annotations: { created: 0, unchanged: 4 } },
    ]);
    expect(await database().article.count({ where: { workspaceId: workspace.id } })).toBe(1);
  },
);

test.each(DATASET_FORMS)(
  '%s: without the whole words it finds the text that is there, and else refuses',
  async (form) => {
    const files = await exportedFiles(form, 'excerpts');
    const here = valueOf(await importDataset(first.context, { slug: first.workspace.slug, form, files }));
    expect(here.documents).toMatchObject([{ outcome: 'duplicate', annotations: { created: 0 } }]);
    const { workspace, user } = await aMember({ role: 'editor' });
    const elsewhere = valueOf(
      await importDataset(contextOf(user), { slug: workspace.slug, form, files: withOtherIds(files).files }),
    );
    expect(elsewhere.documents).toMatchObject([{ outcome: 'refused' }]);
    expect(elsewhere.refused[0]!.reason).toContain('Import the text first');
  },
);

test('what cannot be taken is listed by its place', async () => {
  const { workspace, user } = await aMember({ role: 'editor' });
  const lines = [
    JSON.stringify({
      text: 'The sky is green.\r\nToday.',
      label: [
        [19, 24, 'claim'],
        [0, 99, 'claim'],
        [0, 3, 'MISC'],
      ],
    }),
    'no json',
  ];
  const files = [{ name: 'a.jsonl', text: lines.join('\n') }];
  const { documents, refused } = valueOf(
    await importDataset(contextOf(user), { slug: workspace.slug, form: 'doccano', files }),
  );
  expect(documents).toMatchObject([{ outcome: 'imported', annotations: { created: 1 } }]);
  expect(refused.map(({ at }) => at)).toEqual([
    'a.jsonl line 1, label 2',
    'a.jsonl line 1, label 3',
    'a.jsonl line 2',
  ]);
  const marks = await marksIn(workspace.slug, contextOf(user));
  expect(marks).toMatchObject([{ spans: [{ start: 18, end: 23, exact: 'Today' }] }]);
});

test.each(DATASET_FORMS.filter((form) => form !== 'doccano'))(
  '%s: attributes and tags that the guideline here does not know are listed, and the marks are taken',
  async (form) => {
    const { workspace, user } = await aMember({ role: 'owner' });
    const context = contextOf(user);
    const more = { freeTags: false, tags: [{ name: 'rents' }] };
    valueOf(await guideline(context, workspace.slug, [{ ...HARM, options: ['none', 'grave'] }], more));
    const { files } = withOtherIds(await exportedFiles(form));
    const imported = valueOf(await importDataset(context, { slug: workspace.slug, form, files }));
    expect(imported.documents).toMatchObject([{ annotations: { created: 4 } }]);
    const reasons = imported.refused.map(({ reason }) => reason);
    expect(reasons).toHaveLength(3);
    expect(reasons[0]).toContain(
      'Its attribute “harm” was not taken: “Harm” (harm) takes one of “none”, “grave”',
    );
    expect(reasons[1]).toContain('“people” was not taken: The guideline has no attribute “people”.');
    expect(reasons[2]).toContain('Its tag “=1+1” was not taken');
    const marks = await marksIn(workspace.slug, context);
    expect(marks.flatMap(({ tags }) => tags)).toEqual(['rents']);
  },
);

test('words that do not stand there are refused', async () => {
  const form = 'brat' as const;
  const files = (await exportedFiles(form)).map(({ name, text }) => ({
    name,
    text: text.replace('\trents rose', '\trents fell'),
  }));
  const { refused } = valueOf(
    await importDataset(first.context, { slug: first.workspace.slug, form, files }),
  );
  expect(refused.map(({ reason }) => reason)).toContain('Its words do not stand at these positions.');
});

test('an annotator may not, a stranger is told that nothing is there', async () => {
  const input = { slug: first.workspace.slug, form: 'doccano' as const, files: [] };
  const { user: annotator } = await aMember({ workspace: first.workspace, role: 'annotator' });
  const stranger = await aMember({ role: 'owner' });
  expect(codeOf(await importDataset(contextOf(annotator), input))).toBe('forbidden');
  expect(codeOf(await importDataset(contextOf(stranger.user), input))).toBe('not_found');
});
