import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { RegisteredSource, ShownSource } from '@/lib/domain/source';
import { saidCsv, sourcesCsv } from '@/lib/export/sources-csv';
import { addRevision } from '@/lib/usecases/add-revision';
import { changeSource } from '@/lib/usecases/change-source';
import type { Context } from '@/lib/usecases/context';
import { createSource } from '@/lib/usecases/create-source';
import { deleteAffiliation } from '@/lib/usecases/delete-affiliation';
import { distinguishSource } from '@/lib/usecases/distinguish-source';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listArticleAffiliations } from '@/lib/usecases/list-article-affiliations';
import { listMergeSuggestions } from '@/lib/usecases/list-merge-suggestions';
import { listSourceAnnotations } from '@/lib/usecases/list-source-annotations';
import { listSourceHistory } from '@/lib/usecases/list-source-history';
import { listSources } from '@/lib/usecases/list-sources';
import { mergeSource } from '@/lib/usecases/merge-source';
import { putAffiliation } from '@/lib/usecases/put-affiliation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';
import { showSource } from '@/lib/usecases/show-source';
import { unmergeSource } from '@/lib/usecases/unmerge-source';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, spansOf } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const RAW = `The pier will open

Minister Sergey Grosz said on Monday that the pier will open in May. Grosz added, as the Harbour Post
reported, that it is safe. Observers doubt it.
`;

let slug: string;
let context: Context;
let article: Article;
let editorUser: { id: string; name: string };
const at = (now: string): Context => contextOf(editorUser, 'write', { now: new Date(now) });

beforeEach(async () => {
  const editor = await aMember({ role: 'editor' });
  slug = editor.workspace.slug;
  editorUser = editor.user;
  context = contextOf(editor.user);
  const body = { raw: RAW, publishedAt: '2024-03-01', publisher: 'The Gull' };
  article = valueOf(await importArticle(context, { slug, body })).article;
});

const person = (name: string, more: object = {}) => ({ source: { name, type: 'person' }, ...more });
const claim = (
  hops: object[],
  words = 'it is safe',
  kind: 'claim' | 'prediction' = 'claim',
): Promise<Annotation> => anAnnotation(context, article, kind, words, { attribution: hops });
const merge = (id: string, into: string) => mergeSource(context, { id, body: { into } });
const shown = async (id: string): Promise<ShownSource> => valueOf(await showSource(context, { id })).source;
const now = async ({ id }: { id: string }): Promise<Annotation> =>
  valueOf(await showAnnotation(context, { id }));
const idOf = ({ attribution }: Annotation, at = 0): string => attribution[at]!.source.id;
const listed = async (query: object = {}): Promise<RegisteredSource[]> =>
  valueOf(await listSources(context, { slug, query })).items;

describe('merging', () => {
  test('makes one stand for both everywhere, and un-merging gives back exactly what was', async () => {
    const a = await claim([person('Sergey Grosz')]);
    const b = await claim([person('Sergei Grosz')], 'Observers doubt it');
    const [mergedId, intoId] = [idOf(a), idOf(b)];
    const before = [await now(a), await now(b)];

    const survivor = valueOf(await merge(mergedId, intoId));
    expect(survivor).toMatchObject({ id: intoId, aliases: ['Sergey Grosz'], annotations: 2, merged: 1 });
    expect((await now(a)).attribution[0]).toMatchObject({
      source: { id: intoId, name: 'Sergei Grosz' },
      recordedAs: { id: mergedId, name: 'Sergey Grosz' },
    });
    expect((await now(b)).attribution[0]!.recordedAs).toBeNull();
    expect((await now(a)).version).toBe(a.version);
    const list = valueOf(await listAnnotations(context, { articleId: article.id, query: {} })).items;
    expect(new Set(list.map((each) => idOf(each)))).toEqual(new Set([intoId]));
    expect((await listed({ query: 'sergey' })).map(({ id }) => id)).toEqual([intoId]);
    expect((await listed()).map(({ id }) => id)).toEqual([intoId]);
    expect((await shown(mergedId)).id).toBe(intoId);

    valueOf(await unmergeSource(context, { id: mergedId }));
    expect([await now(a), await now(b)]).toEqual(before);
    expect((await listed()).map(({ name }) => name).sort()).toEqual(['Sergei Grosz', 'Sergey Grosz']);
  });

  test('sent again changes nothing, nor does un-merging what is not merged', async () => {
    const [a, b] = [idOf(await claim([person('Ann Grosz')])), idOf(await claim([person('Anna Grosz')]))];
    valueOf(await merge(a, b));
    valueOf(await merge(a, b));
    valueOf(await unmergeSource(context, { id: a }));
    valueOf(await unmergeSource(context, { id: a }));
    const { items } = valueOf(await listSourceHistory(context, { id: b, query: {} }));
    expect(items.map(({ type }) => type)).toEqual(['source_unmerged', 'source_merged']);
  });

  test('what is recorded under its name meanwhile goes with it, what is recorded under the other stays', async () => {
    const a = idOf(await claim([person('Ann Grosz')]));
    const b = idOf(await claim([person('Anna Grosz')]));
    valueOf(await merge(a, b));
    const underOld = await claim([person('Ann Grosz')], 'the pier');
    const byId = await claim([{ source: { id: a } }], 'The pier');
    const underNew = await claim([person('Anna Grosz')], 'on Monday');
    expect([underOld, byId, underNew].map((each) => idOf(each))).toEqual([b, b, b]);
    expect((await shown(b)).mergedSources).toMatchObject([{ id: a, annotations: 3 }]);
    valueOf(await unmergeSource(context, { id: a }));
    expect([idOf(await now(underOld)), idOf(await now(byId)), idOf(await now(underNew))]).toEqual([a, a, b]);
  });

  test('an edit of the annotation keeps what it was recorded as', async () => {
    const made = await claim([person('Ann Grosz')]);
    const b = idOf(await claim([person('Anna Grosz')]));
    valueOf(await merge(idOf(made), b));
    const { attribution, version } = await now(made);
    const asShown = { attribution: attribution.map((hop) => ({ ...hop, cue: 'said' })) };
    const byId = { attribution: [{ source: { id: b }, cue: 'added' }] };
    const once = valueOf(
      await reviseAnnotation(context, { id: made.id, ifMatch: `${version}`, body: asShown }),
    );
    const twice = valueOf(
      await reviseAnnotation(context, { id: made.id, ifMatch: `${once.version}`, body: byId }),
    );
    expect(twice.attribution[0]).toMatchObject({ cue: 'added', recordedAs: { name: 'Ann Grosz' } });
    valueOf(await unmergeSource(context, { id: idOf(made) }));
    expect(idOf(await now(made))).toBe(idOf(made));
  });

  test('in a row: each un-merge gives back its own', async () => {
    const [a, b, c] = [
      await claim([person('A Grosz')]),
      await claim([person('B Grosz')]),
      await claim([person('C Grosz')]),
    ];
    valueOf(await merge(idOf(a), idOf(b)));
    valueOf(await merge(idOf(b), idOf(c)));
    expect(idOf(await now(a))).toBe(idOf(c));
    valueOf(await unmergeSource(context, { id: idOf(b) }));
    expect([idOf(await now(a)), idOf(await now(b)), idOf(await now(c))]).toEqual([idOf(b), idOf(b), idOf(c)]);
    expect((await now(a)).attribution[0]!.recordedAs!.id).toBe(idOf(a));
    valueOf(await unmergeSource(context, { id: idOf(a) }));
    expect(idOf(await now(a))).toBe(idOf(a));
  });

  test('into one that was merged itself goes to the one that stands for it', async () => {
    const [a, b, c] = [
      await claim([person('A Grosz')]),
      await claim([person('B Grosz')]),
      await claim([person('C Grosz')]),
    ];
    valueOf(await merge(idOf(b), idOf(c)));
    expect(valueOf(await merge(idOf(a), idOf(b))).id).toBe(idOf(c));
    expect(codeOf(await merge(idOf(a), idOf(a)))).toBe('same_source');
    const other = await claim([person('D Grosz')]);
    expect(codeOf(await merge(idOf(a), idOf(other)))).toBe('merged');
    expect(codeOf(await merge(idOf(c), idOf(a)))).toBe('same_source');
  });

  test('never pools unnamed sources or authors of two articles, nor with somebody who is named', async () => {
    const raw = `${RAW}\nAnd more of it, as the critics say.`;
    const elsewhere = valueOf(await importArticle(context, { slug, body: { raw } })).article;
    const unnamed = (name: string) => ({ source: { name, type: 'anonymous' } });
    const here = await claim([unnamed('Observers')]);
    const there = await anAnnotation(context, elsewhere, 'claim', 'it is safe', {
      attribution: [unnamed('Observers')],
    });
    const named = await claim([person('Ann Grosz')]);
    expect(codeOf(await merge(idOf(here), idOf(there)))).toBe('never_pooled');
    expect(codeOf(await merge(idOf(here), idOf(named)))).toBe('never_pooled');
    expect(codeOf(await merge(idOf(named), idOf(here)))).toBe('never_pooled');
    const same = await claim([unnamed('Several observers')], 'Observers doubt it');
    expect(valueOf(await merge(idOf(same), idOf(here))).id).toBe(idOf(here));
    // One of another article's own is no source of this one.
    const body = { attribution: [{ source: { id: idOf(there) } }] };
    expect(codeOf(await reviseAnnotation(context, { id: named.id, ifMatch: '1', body }))).toBe(
      'unknown_source',
    );
  });

  test('two at once, and annotations that arrive meanwhile, end in one source', async () => {
    const [a, b] = [idOf(await claim([person('Ann Grosz')])), idOf(await claim([person('Anna Grosz')]))];
    const made = await Promise.all([
      merge(a, b),
      ...Array.from({ length: 6 }, () => claim([person('Ann Grosz')], 'the pier')),
      merge(a, b),
    ]);
    const annotations = made.filter((each): each is Annotation => 'attribution' in each);
    for (const each of annotations) expect(idOf(await now(each))).toBe(b);
  });

  test('is of the workspace: a source of another one is not there', async () => {
    const stranger = await aMember({ role: 'editor' });
    const other = valueOf(
      await createSource(contextOf(stranger.user), {
        slug: stranger.workspace.slug,
        body: { name: 'Ann Grosz' },
      }),
    ).source;
    const own = idOf(await claim([person('Ann Grosz')]));
    expect(codeOf(await merge(own, other.id))).toBe('unknown_source');
    expect(codeOf(await merge(other.id, own))).toBe('not_found');
  });
});

describe('a source', () => {
  test('is renamed, keeps its old name as another one, and the change can be taken back', async () => {
    const made = await claim([person('Grosz, S.')]);
    const id = idOf(made);
    const renamed = valueOf(
      await changeSource(context, { id, ifMatch: '1', body: { name: 'Sergei Grosz' } }),
    );
    expect(renamed).toMatchObject({ name: 'Sergei Grosz', aliases: ['Grosz, S.'], version: 2 });
    expect((await now(made)).attribution[0]!.source.name).toBe('Sergei Grosz');
    // Named by its old name it is found.
    expect(idOf(await claim([person('Grosz, S.')], 'the pier'))).toBe(id);
    const back = { name: 'Grosz, S.', aliases: [] };
    expect(valueOf(await changeSource(context, { id, ifMatch: '2', body: back }))).toMatchObject({
      name: 'Grosz, S.',
      aliases: [],
    });
    expect(codeOf(await changeSource(context, { id, ifMatch: '2', body: { type: 'outlet' } }))).toBe(
      'stale_version',
    );
    // The answer to the last change got lost: the same again is not a second one.
    expect(valueOf(await changeSource(context, { id, ifMatch: '2', body: back })).version).toBe(3);
    expect(codeOf(await changeSource(context, { id, body: back }))).toBe('precondition_required');
    expect(valueOf(await changeSource(context, { id, ifMatch: '3', body: { type: 'outlet' } })).type).toBe(
      'outlet',
    );
    expect(codeOf(await changeSource(context, { id, ifMatch: '4', body: { type: 'anonymous' } }))).toBe(
      'never_pooled',
    );
  });

  test('does not take the name of another one, also when it is un-merged', async () => {
    const [a, b] = [idOf(await claim([person('Ann Grosz')])), idOf(await claim([person('Anna Grosz')]))];
    const body = { name: 'anna  grosz' };
    expect(codeOf(await changeSource(context, { id: a, ifMatch: '1', body }))).toBe('name_taken');
    valueOf(await merge(b, a));
    // The one that stands for both may have either name.
    expect(valueOf(await changeSource(context, { id: a, ifMatch: '1', body })).name).toBe(
      'anna  grosz'.trim(),
    );
    expect(codeOf(await unmergeSource(context, { id: b }))).toBe('name_taken');
    expect(codeOf(await changeSource(context, { id: b, ifMatch: '2', body }))).toBe('merged');
  });

  test('tells under which name it was used where', async () => {
    const made = await claim([person('Sergei Grosz')]);
    const id = idOf(made);
    valueOf(
      await changeSource(context, { id, ifMatch: '1', body: { aliases: ['Grosz', 'Minister Grosz'] } }),
    );
    await claim([person('Minister Grosz')], 'the pier');
    const [nameSpan] = spansOf(article.revision.text, 'Grosz added').map(({ start }) => ({
      start,
      end: start + 5,
      exact: 'Grosz',
    }));
    await claim([{ source: { id }, nameSpan }], 'on Monday');
    const { names } = await shown(id);
    expect(names.map(({ name, basis, annotations }) => [name, basis, annotations])).toEqual([
      ['Sergei Grosz', 'name', 1],
      ['Grosz', 'alias', 1],
      ['Minister Grosz', 'alias', 1],
    ]);
    expect(names[2]!.articles).toEqual([{ id: article.id, title: article.title, annotations: 1 }]);
  });

  test('shows all it said, by status, as a table, and its record', async () => {
    const made = await claim([person('Sergei Grosz')]);
    await claim([person('Sergei Grosz')], 'the pier will open in May', 'prediction');
    await claim([person('Anna Grosz'), person('Sergei Grosz')], 'on Monday');
    const id = idOf(made);
    const { statuses, roles, record, kinds } = await shown(id);
    expect(kinds).toEqual({ claim: 2, quote: 0, prediction: 1 });
    expect(roles).toEqual({ source: 2, relay: 1 });
    expect(statuses).toEqual([
      { kind: 'claim', status: 'unverified', annotations: 1 },
      { kind: 'prediction', status: 'pending', annotations: 1 },
    ]);
    expect(record.figures).toMatchObject({ n: 1, open: 1 });
    const said = async (query: object) => valueOf(await listSourceAnnotations(context, { id, query })).items;
    expect(await said({})).toHaveLength(3);
    expect(await said({ role: 'relay' })).toHaveLength(1);
    expect(await said({ kind: 'prediction' })).toHaveLength(1);
    const first = valueOf(await listSourceAnnotations(context, { id, query: { limit: '2' } }));
    const rest = await said({ limit: '2', cursor: first.nextCursor! });
    expect(new Set([...first.items, ...rest].map((each) => each.id)).size).toBe(3);
    expect(saidCsv(id, await said({ format: 'csv' })).split('\r\n')).toHaveLength(5);
    expect(sourcesCsv(await listed({ format: 'csv' }))).toContain('Sergei Grosz,person');
    expect((await listed({ type: 'outlet' })).length).toBe(0);
  });
});

describe('affiliations', () => {
  const put = (sourceId: string, id: string, body: object) => putAffiliation(context, { sourceId, id, body });

  test('hold for a time, and are told as of the article’s date', async () => {
    const made = await claim([person('Sergei Grosz')]);
    const sourceId = idOf(made);
    const ministry = valueOf(
      await createSource(context, { slug, body: { name: 'Ministry of Defence', type: 'organisation' } }),
    ).source;
    const [minister, secretary] = [v7(), v7()];
    const was = { role: 'defence minister', organisationId: ministry.id, from: '2012-11', until: '2024-05' };
    const outcome = valueOf(await put(sourceId, minister, was));
    expect(outcome).toMatchObject({
      outcome: 'created',
      affiliation: { organisation: 'Ministry of Defence' },
    });
    expect(valueOf(await put(sourceId, minister, was)).outcome).toBe('unchanged');
    valueOf(
      await put(sourceId, secretary, {
        role: 'council secretary',
        organisation: 'the council',
        from: '2024-05',
      }),
    );
    const asOf = async (articleId: string) =>
      valueOf(await listArticleAffiliations(context, { articleId })).items.flatMap(({ affiliations }) =>
        affiliations.map(({ role }) => role),
      );
    expect(await asOf(article.id)).toEqual(['defence minister']);
    for (const [publishedAt, roles] of [
      ['2024-05-20', ['council secretary', 'defence minister']],
      ['2025-01-02', ['council secretary']],
      ['2010-01-02', []],
    ] as const) {
      const body = { raw: `${RAW} ${publishedAt}`, publishedAt };
      const other = valueOf(await importArticle(context, { slug, body })).article;
      await anAnnotation(context, other, 'claim', 'it is safe', {
        attribution: [{ source: { id: sourceId } }],
      });
      expect(await asOf(other.id)).toEqual(roles);
    }
    valueOf(await deleteAffiliation(context, { sourceId, id: minister }));
    expect((await shown(sourceId)).affiliations.map(({ id }) => id)).toEqual([secretary]);
    valueOf(await put(sourceId, minister, was));
    const { items } = valueOf(await listSourceHistory(context, { id: sourceId, query: {} }));
    expect(items.map(({ type, after }) => [type, after === null])).toEqual([
      ['affiliation_changed', false],
      ['affiliation_changed', true],
      ['affiliation_changed', false],
      ['affiliation_changed', false],
    ]);
  });

  test('refuses dates that do not exist or are turned round, and an organisation from elsewhere', async () => {
    const sourceId = idOf(await claim([person('Sergei Grosz')]));
    const refused = async (body: object) => codeOf(await put(sourceId, v7(), { role: 'minister', ...body }));
    expect(await refused({ from: '2024-13' })).toBe('invalid_input');
    expect(await refused({ from: '2023-02-29' })).toBe('invalid_input');
    expect(await refused({ from: '2024-06', until: '2024-05' })).toBe('invalid_input');
    expect(await refused({ from: '2024-05', until: '2024' })).toBe(null);
    expect(await refused({ organisationId: v7() })).toBe('unknown_source');
  });

  test('of a merged source are shown with the other’s and go with it', async () => {
    const [a, b] = [idOf(await claim([person('Ann Grosz')])), idOf(await claim([person('Anna Grosz')]))];
    valueOf(await put(a, v7(), { role: 'pilot' }));
    valueOf(await merge(a, b));
    expect((await shown(b)).affiliations.map(({ role }) => role)).toEqual(['pilot']);
    valueOf(await unmergeSource(context, { id: a }));
    expect((await shown(b)).affiliations).toEqual([]);
  });
});

describe('suggested merges', () => {
  const suggested = async () =>
    valueOf(await listMergeSuggestions(context, { slug, query: {} })).items.map(({ source, into }) => [
      source.name,
      into.name,
    ]);

  test('have a reason, and one that was rejected stays away until that is taken back', async () => {
    const [a, b] = [await claim([person('Sergey Grosz')]), await claim([person('Sergei Grosz')])];
    await claim([person('Sergei Grosz')], 'the pier');
    await claim([person('Moo-jin Grosz')]);
    expect(await suggested()).toEqual([['Sergey Grosz', 'Sergei Grosz']]);
    const pair = { id: idOf(b), otherId: idOf(a) };
    valueOf(await distinguishSource(context, { ...pair, isDistinct: true }));
    valueOf(await distinguishSource(context, { ...pair, isDistinct: true }));
    expect(await suggested()).toEqual([]);
    valueOf(await distinguishSource(context, { id: pair.otherId, otherId: pair.id, isDistinct: false }));
    expect(await suggested()).toHaveLength(1);
    valueOf(await merge(idOf(a), idOf(b)));
    expect(await suggested()).toEqual([]);
  });
});

describe('the scoreboard', () => {
  test('puts the predictions of merged sources down to one, and as of an earlier time to two', async () => {
    context = at('2026-01-01T10:00:00Z');
    const first = await claim([person('Ann Grosz')], 'the pier will open in May', 'prediction');
    const second = await claim([person('Anna Grosz')], 'The pier will open', 'prediction');
    context = at('2026-02-01T10:00:00Z');
    valueOf(await merge(idOf(first), idOf(second)));
    const { version } = await now(first);
    // Its event tells the one that stood for it by then.
    valueOf(
      await reviseAnnotation(context, { id: first.id, ifMatch: `${version}`, body: { tags: ['pier'] } }),
    );
    context = at('2026-03-01T10:00:00Z');
    valueOf(await unmergeSource(context, { id: idOf(first) }));
    const labels = async (query: object) =>
      valueOf(await showScoreboard(at('2026-04-01T10:00:00Z'), { slug, query }))
        .rows.map(({ label }) => label)
        .sort();
    expect(await labels({ asOf: '2026-01-15' })).toEqual(['Ann Grosz', 'Anna Grosz']);
    expect(await labels({ asOf: '2026-02-15' })).toEqual(['Anna Grosz']);
    expect(await labels({ asOf: '2026-03-15' })).toEqual(['Ann Grosz', 'Anna Grosz']);
    expect(await labels({})).toEqual(['Ann Grosz', 'Anna Grosz']);
  });
});

describe('the places of a hop', () => {
  const cueSpan = () => spansOf(article.revision.text, 'said')[0]!;
  const nameSpan = () => spansOf(article.revision.text, 'Sergey Grosz')[0]!;
  const chain = () => [
    person('Sergey Grosz', { cueSpan: cueSpan(), nameSpan: nameSpan() }),
    { source: { name: 'Harbour Post', type: 'outlet' }, cue: 'reported' },
  ];

  test('are checked against the text and shown', async () => {
    const made = await claim(chain());
    expect(made.attribution).toMatchObject([
      { cue: 'said', cueSpan: cueSpan(), nameSpan: nameSpan() },
      { source: { type: 'outlet' }, cue: 'reported', cueSpan: null, nameSpan: null },
    ]);
    const shifted = { ...cueSpan(), start: cueSpan().start + 1, end: cueSpan().end + 1 };
    const body = { attribution: [person('Sergey Grosz', { cueSpan: shifted })] };
    expect(codeOf(await reviseAnnotation(context, { id: made.id, ifMatch: '1', body }))).toBe(
      'anchor_mismatch',
    );
    const beyond = { ...cueSpan(), start: 999_999, end: 1_000_003 };
    const far = { attribution: [person('Sergey Grosz', { nameSpan: beyond })] };
    expect(codeOf(await reviseAnnotation(context, { id: made.id, ifMatch: '1', body: far }))).toBe(
      'anchor_mismatch',
    );
  });

  test('are carried to a new revision where the same words stand there, and are nowhere else', async () => {
    const made = await claim(chain());
    const raw = `A first line.\n\n${RAW.replace('Sergey Grosz said', 'S. Grosz, he said')}`;
    const { revision } = valueOf(await addRevision(context, { articleId: article.id, body: { raw } }));
    const [hop] = (await now(made)).attribution;
    expect(hop!.nameSpan).toBeNull();
    expect(hop!.cueSpan).toEqual(spansOf(revision.text, 'said')[0]);
    // What was marked in the older text is carried over, too.
    const old = article.revision.id;
    const body = {
      revisionId: old,
      attribution: [person('Sergey Grosz', { cueSpan: cueSpan(), nameSpan: nameSpan() })],
    };
    const { version } = await now(made);
    const again = valueOf(await reviseAnnotation(context, { id: made.id, ifMatch: `${version}`, body }));
    expect(again.attribution[0]).toMatchObject({ cueSpan: hop!.cueSpan, nameSpan: null });
  });
});

describe('an error', () => {
  const decide = (id: string, more: object) =>
    verifyAnnotation(context, {
      id,
      body: {
        status: 'refuted',
        rationale: 'It was not so.',
        evidence: [{ stance: 'refutes', url: 'https://example.org/pier' }],
        ...more,
      },
    });

  test('is laid at the hop that made it, and stands on the page of that source', async () => {
    const made = await claim([person('Sergei Grosz'), { source: { name: 'Harbour Post', type: 'outlet' } }]);
    const { verification } = valueOf(await decide(made.id, { errorHop: 1 }));
    expect(verification).toMatchObject({ errorHop: 1, errorSource: { name: 'Harbour Post' } });
    expect((await shown(idOf(made, 1))).errors).toEqual({ source: 0, relay: 1 });
    expect((await shown(idOf(made))).errors).toEqual({ source: 0, relay: 0 });
    const other = idOf(await claim([person('Other Post')]));
    valueOf(await merge(idOf(made, 1), other));
    expect((await shown(other)).errors).toEqual({ source: 0, relay: 1 });
    // A later decision that lays it elsewhere is the one that counts.
    valueOf(await decide(made.id, { errorHop: 'reporter' }));
    expect((await shown(other)).errors).toEqual({ source: 0, relay: 0 });
  });

  test('needs a decision that finds one, and a hop that there is', async () => {
    const made = await claim([person('Sergei Grosz')]);
    expect(codeOf(await decide(made.id, { status: 'supported', errorHop: 0 }))).toBe('error_not_of_status');
    expect(codeOf(await decide(made.id, { errorHop: 1 }))).toBe('unknown_hop');
    expect(valueOf(await decide(made.id, {})).verification).toMatchObject({
      errorHop: null,
      errorSource: null,
    });
  });
});

describe('the lossless export', () => {
  test('holds what was merged into what, affiliations, the places of hops and where an error was made', async () => {
    const nameSpan = spansOf(article.revision.text, 'Sergey Grosz')[0]!;
    const made = await claim([person('Sergey Grosz', { nameSpan })]);
    const into = idOf(await claim([person('Sergei Grosz')], 'on Monday'));
    valueOf(
      await putAffiliation(context, {
        sourceId: idOf(made),
        id: v7(),
        body: { role: 'minister', until: '2024-05' },
      }),
    );
    valueOf(await merge(idOf(made), into));
    const decision = { status: 'refuted', rationale: 'Not so.', searches: ['the record'], errorHop: 0 };
    valueOf(await verifyAnnotation(context, { id: made.id, body: decision }));
    const lines = async (text: string) => {
      const { body } = valueOf(await exportWorkspace(context, { slug, query: { format: 'jsonl', text } }));
      let words = '';
      for await (const bytes of body) words += new TextDecoder().decode(bytes);
      return words
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    const full = await lines('full');
    expect(full.find(({ id }) => id === idOf(made))).toMatchObject({
      type: 'source',
      name: 'Sergey Grosz',
      mergedIntoId: into,
      affiliations: [{ role: 'minister', from: null, until: '2024-05', basis: 'editor' }],
    });
    expect(full.find(({ id }) => id === made.id)).toMatchObject({
      attribution: [{ source: { id: into }, recordedAs: { id: idOf(made), name: 'Sergey Grosz' }, nameSpan }],
    });
    expect(full.find(({ type }) => type === 'verification')).toMatchObject({
      errorHop: 0,
      errorSource: { id: idOf(made) },
    });
    const { start, end } = nameSpan;
    const offsets = await lines('offsets');
    expect(offsets.find(({ id }) => id === made.id)).toMatchObject({
      attribution: [{ nameSpan: { start, end } }],
    });
    expect(JSON.stringify(offsets.find(({ id }) => id === made.id))).not.toContain('"exact":"');
  });
});
