import { beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { database, streams } from '@/lib/data/database';
import type { QueryParts } from '@/lib/domain/annotation-filter';
import type { Annotation } from '@/lib/domain/annotation';
import { EXPORT_FORMATS, type ExportFormat, TEXT_MODES } from '@/lib/domain/vocabulary';
import type { LossCounts } from '@/lib/domain/loss-counts';
import type { Loss } from '@/lib/export/loss';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { exportWorkspace, type TakeReport } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { showExport } from '@/lib/usecases/show-export';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { aMember, aUser, type BuiltWorkspace, contextOf } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';
import { marked } from '../support/marked';
import { rowsFromCsv } from '../export/csv-reader';
import { bytesOf, readableFrom } from '../export/readable';

interface Line {
  type: string;
  id: string;
  [field: string]: unknown;
}

const HARBOUR = marked(
  'Harbour rents <b>will fall by May</b> 📉\n\nMinister Ola Quist said 👩‍🚀 that <a>rents rose by a third</a> — «<c>الإيجارات ترتفع</c>».\n' +
    '\nA long way below, a last paragraph says <d>=nothing at all</d> about 家賃.\n',
);
const MARKET = marked(
  'Market report\n\nThe index shows that <a>rents fell by 2 per cent</a> 🙂 since March.\n',
);

let workspace: BuiltWorkspace;
let editor: Context;
let ids: {
  article: string;
  revision: string;
  claim: string;
  quote: string;
  prediction: string;
  deleted: string;
};

beforeAll(async () => {
  const member = await aMember({ role: 'editor' });
  workspace = member.workspace;
  editor = contextOf(member.user);
  await aMember({ workspace, role: 'annotator', user: await aUser({ name: 'Bo Varga' }) });
  ids = await builtDesk();
}, 60_000);

/** Two articles; a claim verified with evidence, a quote, a prediction with an attribution, and one deleted mark. */
async function builtDesk() {
  const imported = async (raw: string) => {
    const { article } = valueOf(
      await importArticle(editor, { slug: workspace.slug, body: { raw, title: 'On rents' } }),
    );
    return { article: article.id, revision: article.revision.id, text: article.revision.text };
  };
  const harbour = await imported(HARBOUR.text);
  const market = await imported(MARKET.text);
  const put = async (
    place: typeof harbour,
    kind: string,
    span: { start: number; end: number },
    more: object = {},
  ) => {
    const exact = [...place.text].slice(span.start, span.end).join('');
    const body = {
      articleId: place.article,
      revisionId: place.revision,
      kind,
      spans: [{ ...span, exact }],
      ...more,
    };
    return valueOf(await putAnnotation(editor, { id: v7(), body })).annotation.id;
  };
  const { a, b, c, d } = HARBOUR.spans;
  const claim = await put(harbour, 'claim', a!, { tags: ['rents'] });
  const quote = await put(harbour, 'quote', c!);
  const prediction = await put(harbour, 'prediction', b!, {
    attribution: [
      { source: { name: 'Ola Quist', type: 'person' }, cue: 'said' },
      { source: { name: 'port officials', type: 'anonymous' } },
    ],
    prediction: { horizonText: 'by May', deadline: '2026-05-31', probability: 0.75 },
  });
  const deleted = await put(harbour, 'claim', d!);
  const evidence = await put(market, 'claim', MARKET.spans.a!);
  valueOf(
    await verifyAnnotation(editor, {
      id: claim,
      body: {
        status: 'refuted',
        rationale: 'The index says they fell.',
        evidence: [{ stance: 'refutes', annotationId: evidence }],
      },
    }),
  );
  valueOf(await deleteAnnotation(editor, { id: deleted, ifMatch: '1' }));
  valueOf(
    await addRevision(editor, { articleId: harbour.article, body: { raw: `Corrected 🖊.\n${HARBOUR.text}` } }),
  );
  return { article: harbour.article, revision: harbour.revision, claim, quote, prediction, deleted };
}

async function exported(format: ExportFormat, text?: string): Promise<string> {
  const query = { format, allowLoss: 'true', ...(text && { text }) };
  const { body } = valueOf(await exportWorkspace(editor, { slug: workspace.slug, query }));
  return readableFrom(format, await bytesOf(body));
}
const linesOf = async (text: string): Promise<Line[]> =>
  (await exported('jsonl', text))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('the lossless form holds every revision, anchor and verification, and texts hold their words', async () => {
  const lines = await linesOf('full');
  expect(lines.map((line) => line.type).filter((type, i, all) => type !== all[i - 1])).toEqual([
    'touchstone',
    'workspace',
    'guideline',
    'article',
    'source',
    'annotation',
    'verification',
    'end',
  ]);
  const texts = new Map(
    lines
      .filter((line) => line.type === 'article')
      .flatMap((line) => line.revisions as { id: string; text: string; number: number }[])
      .map((revision) => [revision.id, revision.text]),
  );
  expect(texts.size).toBe(3);
  const annotations = lines.filter((line) => line.type === 'annotation') as unknown as (Annotation & {
    anchors: { revisionId: string; spans: Annotation['spans'] }[];
  })[];
  expect(annotations).toHaveLength(4);
  for (const annotation of annotations)
    for (const { revisionId, spans } of [annotation, ...annotation.anchors])
      for (const { start, end, exact } of spans)
        expect([...texts.get(revisionId)!].slice(start, end).join('')).toBe(exact);
  const claim = annotations.find((annotation) => annotation.id === ids.claim)!;
  expect(claim.anchors).toHaveLength(2);
  expect(claim.anchors[0]).toMatchObject({ revisionId: ids.revision, state: 'exact' });
  expect(lines.find((line) => line.type === 'verification')).toMatchObject({
    annotationId: ids.claim,
    status: 'refuted',
    verifier: { name: 'Ada Lindqvist' },
    evidence: [{ stance: 'refutes', excerpt: 'rents fell by 2 per cent' }],
  });
});

test('each record refers to earlier ones only', async () => {
  const seen = new Set<unknown>();
  for (const line of await linesOf('full')) {
    const evidence = (line.evidence ?? []) as Record<string, unknown>[];
    const anchors = (line.anchors ?? []) as Record<string, unknown>[];
    const hops = (line.attribution ?? []) as { source: { id: string } }[];
    for (const revision of (line.revisions ?? []) as { id: string }[]) seen.add(revision.id);
    const references = [
      line.articleId,
      line.revisionId,
      line.annotationId,
      ...hops.map((hop) => hop.source.id),
      ...[...evidence, ...anchors].flatMap((item) => [item.articleId, item.revisionId, item.annotationId]),
    ];
    for (const reference of references) if (reference) expect(seen).toContain(reference);
    seen.add(line.id);
  }
});

test('in an article annotations stand in the order of the text', async () => {
  const lines = await linesOf('excerpts');
  const own = lines.filter((line) => line.type === 'annotation' && line.articleId === ids.article);
  expect(own.map((line) => line.id)).toEqual([ids.prediction, ids.claim, ids.quote]);
});

test('what was deleted is left out, and the header says so', async () => {
  for (const format of EXPORT_FORMATS) expect(await exported(format, 'full')).not.toContain(ids.deleted);
  expect((await linesOf('full'))[0]!.leftOut).toContain('deleted annotations');
});

/** Formats without people, and formats without whole texts; the published alone is tried with publishing. */
const NAMELESS: readonly ExportFormat[] = ['claimreview', 'conll', 'doccano', 'averitec'];
const TEXTLESS: readonly ExportFormat[] = ['averitec'];

describe.each(EXPORT_FORMATS)('%s', (format) => {
  test.each(TEXT_MODES)('is byte-identical twice, and names no e-mail address: %s', async (text) => {
    const once = await exported(format, text);
    expect(await exported(format, text)).toBe(once);
    const users = await database().user.findMany();
    for (const { email } of users) expect(once).not.toContain(email);
    expect(once).not.toContain('@example.org');
    if (!NAMELESS.includes(format)) expect(once).toContain('Ada Lindqvist');
  });

  test.skipIf(format === 'claimreview')('carries excerpts unless asked for more or less', async () => {
    // No article here has a licence that allows more: but for the mode that the file names, that is the same.
    const byLicence = (await exported(format)).replaceAll('licensed', 'excerpts');
    expect(byLicence).toBe(await exported(format, 'excerpts'));
    expect(await exported(format)).toContain('rents rose by a third');
    expect(await exported(format)).not.toContain('a last paragraph');
    if (!TEXTLESS.includes(format)) expect(await exported(format, 'full')).toContain('a last paragraph');
    expect(await exported(format, 'offsets')).not.toContain('rents rose');
  });
});

test('the table has one row an annotation, and the text once a revision', async () => {
  const [header, ...rows] = rowsFromCsv(await exported('csv', 'full'));
  const column = (name: string) => rows.map((row) => row[header!.indexOf(name)]!);
  expect(column('annotation_id')).toHaveLength(4);
  expect(column('status')).toContain('refuted');
  expect(column('rationale')).toContain('The index says they fell.');
  expect(column('source')).toContain('Ola Quist');
  expect(column('via')).toContain('port officials');
  expect(column('prediction_probability')).toContain('0.75');
  expect(column('revision_text').filter(Boolean)).toHaveLength(2);
});

test('web annotations are counted before they are written', async () => {
  const collection = JSON.parse(await exported('w3c')) as { total: number; first: { items: unknown[] } };
  expect(collection.total).toBe(4);
  expect(collection.first.items).toHaveLength(4);
});

test('the counts are what an export holds', async () => {
  const counts = valueOf(await showExport(editor, { slug: workspace.slug }));
  expect(counts).toMatchObject({ articles: 2, annotations: { claim: 2, quote: 1, prediction: 1 } });
});

test('a reader may export, a stranger is told that nothing is there', async () => {
  const query = { format: 'jsonl' };
  const { user: reader } = await aMember({ workspace, role: 'reader' });
  const stranger = await aMember({ role: 'owner' });
  const asked = (context: Context) => exportWorkspace(context, { slug: workspace.slug, query });
  expect(codeOf(await asked(contextOf(reader, 'read')))).toBeNull();
  expect(codeOf(await asked(contextOf(stranger.user)))).toBe('not_found');
  const elsewhere = contextOf(reader, 'read', { tokenWorkspaceId: stranger.workspace.id });
  expect(codeOf(await asked(elsewhere))).toBe('not_found');
  expect(codeOf(await showExport(contextOf(stranger.user), { slug: workspace.slug }))).toBe('not_found');
});

test('an unknown format or text mode is refused, after the right was asked', async () => {
  const asked = (query: QueryParts) => exportWorkspace(editor, { slug: workspace.slug, query });
  expect(codeOf(await asked({}))).toBe('invalid_input');
  expect(codeOf(await asked({ format: 'xls' }))).toBe('invalid_input');
  expect(codeOf(await asked({ format: 'csv', text: 'some' }))).toBe('invalid_input');
  const stranger = await aMember({ role: 'owner' });
  const input = { slug: workspace.slug, query: { format: 'xls' } };
  expect(codeOf(await exportWorkspace(contextOf(stranger.user), input))).toBe('not_found');
});

test('an export of one workspace holds nothing of another', async () => {
  const other = await aMember({ role: 'owner' });
  const query = { format: 'jsonl', text: 'full' };
  const { body } = valueOf(
    await exportWorkspace(contextOf(other.user), { slug: other.workspace.slug, query }),
  );
  let words = '';
  for await (const bytes of body) words += new TextDecoder().decode(bytes);
  expect(words.trimEnd().split('\n')).toHaveLength(3);
  expect(words).not.toContain('rents');
});

test('a consumer that stops early gives the connection back, and the next one is not disturbed', async () => {
  for (let i = 0; i < 25; i++) {
    const query = { format: EXPORT_FORMATS[i % EXPORT_FORMATS.length], allowLoss: 'true' };
    const { body } = valueOf(await exportWorkspace(editor, { slug: workspace.slug, query }));
    await body.next();
    await body.return(undefined);
  }
  const { idleCount, totalCount, waitingCount } = streams();
  expect({ busy: totalCount - idleCount, waitingCount }).toEqual({ busy: 0, waitingCount: 0 });
  expect(await exported('jsonl')).toContain('"type":"end"');
});

describe('what a format cannot hold', () => {
  const asked = (query: QueryParts, takeReport?: TakeReport) =>
    exportWorkspace(editor, { slug: workspace.slug, query, ...(takeReport && { takeReport }) });
  const reportOf = async (format: ExportFormat) => {
    const file = valueOf(await asked({ format, losses: 'only' }));
    return {
      fileName: file.fileName,
      ...(JSON.parse(new TextDecoder().decode(await bytesOf(file.body))) as {
        offsetUnit: string;
        losses: Loss[];
        counts: LossCounts;
      }),
    };
  };

  test('is told before, with counts, and nothing is exported until it is allowed', async () => {
    const refused = await asked({ format: 'conll' });
    const report = await reportOf('conll');
    expect(refused).toMatchObject({ ok: false, error: { code: 'losses', counts: report.counts } });
    expect(report.losses).toHaveLength(report.counts.losses);
    expect(report.fileName).toBe(`${workspace.slug}-licensed.conll.loss.json`);
    const { body } = valueOf(await asked({ format: 'conll', allowLoss: 'true' }));
    expect((await bytesOf(body)).length).toBeGreaterThan(0);
    expect(streams().totalCount - streams().idleCount).toBe(0);
  });

  test('is listed by annotation and reason', async () => {
    const { losses } = await reportOf('conll');
    const of = (id: string) =>
      losses.filter(({ annotationId }) => annotationId === id).map(({ what }) => what);
    expect(of(ids.claim)).toEqual(['status', 'verification', 'tags']);
    expect(of(ids.prediction)).toEqual(['attribution', 'details']);
    for (const { reason, articleId } of losses)
      expect([reason.length > 10, articleId.length]).toEqual([true, 36]);
    const averitec = await reportOf('averitec');
    expect(averitec.losses.filter(({ what }) => what === 'annotation')).toHaveLength(3);
  });

  test.each(['jsonl', 'csv', 'w3c', 'parquet', 'labelstudio', 'brat'] as const)(
    '%s holds all of it',
    async (format) => {
      expect((await reportOf(format)).counts).toEqual({ losses: 0, annotations: 0, by: {} });
      const file = valueOf(await asked({ format }));
      await bytesOf(file.body);
    },
  );

  test('the report is of the same instant as the file, and is whole before it', async () => {
    let report = '';
    const file = valueOf(
      await asked({ format: 'doccano', allowLoss: 'true' }, async (chunks) => {
        report = new TextDecoder().decode(await bytesOf(chunks));
      }),
    );
    expect(JSON.parse(report)).toMatchObject({ format: 'doccano', offsetUnit: 'code_point' });
    await bytesOf(file.body);
  });
});

test('a file that nobody reads takes no connection', async () => {
  const before = streams().totalCount - streams().idleCount;
  const { body } = valueOf(await exportWorkspace(editor, { slug: workspace.slug, query: { format: 'csv' } }));
  expect(streams().totalCount - streams().idleCount).toBe(before);
  await body.return(undefined);
});

test('one export is one instant: what is written meanwhile is not in it', async () => {
  const query = { format: 'jsonl' };
  const whole = await exported('jsonl');
  const { body } = valueOf(await exportWorkspace(editor, { slug: workspace.slug, query }));
  const first = await body.next();
  await database().workspace.update({ where: { id: workspace.id }, data: { timeZone: 'Europe/Oslo' } });
  let words = new TextDecoder().decode(first.value as Uint8Array);
  for await (const bytes of body) words += new TextDecoder().decode(bytes);
  await database().workspace.update({ where: { id: workspace.id }, data: { timeZone: 'UTC' } });
  expect(words).toBe(whole);
});
