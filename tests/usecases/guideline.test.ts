import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, pool } from '@/lib/data/database';
import { findGuidelineInForce } from '@/lib/data/guidelines';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import type { Context } from '@/lib/usecases/context';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';
import { listHistory } from '@/lib/usecases/list-history';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showGuideline } from '@/lib/usecases/show-guideline';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { aPut, anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const HARM = {
  key: 'harm',
  label: 'Harm',
  kinds: ['claim', 'quote'],
  type: 'choice',
  options: ['none', 'some', 'grave'],
  ordered: true,
};
const PEOPLE = { key: 'people', label: 'People', kinds: ['claim'], type: 'number' };
const SEEN = { key: 'seen_on', label: 'Seen on', kinds: ['claim'], type: 'date' };
const NOTE = { key: 'note', label: 'Note', kinds: ['claim', 'quote', 'prediction'], type: 'text' };
const SECOND = { text: '# Ours', summary: 'Harm and more.', attributes: [HARM, PEOPLE, SEEN, NOTE] };

let owner: Context;
let annotator: Context;
let slug: string;
let workspaceId: string;
let article: Article;

beforeEach(async () => {
  const { user, workspace } = await aMember({ role: 'owner' });
  owner = contextOf(user);
  annotator = contextOf((await aMember({ workspace, role: 'annotator' })).user);
  ({ slug, id: workspaceId } = workspace);
  article = await anArticle(owner, slug);
});

const change = (body: object, ifMatch: string, context = owner) =>
  changeGuideline(context, { slug, ifMatch, body });
const claim = (more: Record<string, unknown> = {}) =>
  anAnnotation(annotator, article, 'claim', 'nobody has mended it since', more);
const revise = (annotation: Annotation, body: object) =>
  reviseAnnotation(annotator, { id: annotation.id, ifMatch: String(annotation.version), body });
const messageOf = (outcome: Awaited<ReturnType<typeof revise>>): string =>
  outcome.ok ? '' : outcome.error.message;

describe('the guideline of a workspace', () => {
  test('is the shipped one at first, once, however many ask at the same time', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => showGuideline(annotator, { slug })));
    expect(new Set(asked.map((each) => valueOf(each).id)).size).toBe(1);
    expect(valueOf(asked[0]!)).toMatchObject({ number: 1, author: null, freeTags: true, attributes: [] });
    expect(await database().guideline.count({ where: { workspaceId } })).toBe(1);
  });

  test('of a new workspace is there from the start', async () => {
    const made = valueOf(
      await createWorkspace(
        { actor: 'operator', now: new Date(), newId: v7 },
        { slug: `new-${v7().slice(-12)}`, name: 'New', owner: 'new@example.org' },
      ),
    );
    expect(await database().guideline.findMany({ where: { workspaceId: made.id } })).toMatchObject([
      { number: 1, authorId: null },
    ]);
  });

  test('is asked for by article too; another workspace’s article is not there', async () => {
    const asked = await showGuideline(annotator, { slug, query: { article: article.id } });
    expect(valueOf(asked).number).toBe(1);
    await claim({ pass: 'mine' });
    await change(SECOND, '1');
    expect(valueOf(await showGuideline(annotator, { slug, query: { article: article.id } })).number).toBe(2);
    const other = await aMember({ role: 'owner' });
    const elsewhere = await anArticle(contextOf(other.user), other.workspace.slug);
    expect(codeOf(await showGuideline(annotator, { slug, query: { article: elsewhere.id } }))).toBe(
      'not_found',
    );
  });

  test('is changed by an owner on the version that was seen, and keeps every version', async () => {
    const second = valueOf(await change(SECOND, '1'));
    expect(second).toMatchObject({ isNew: true, guideline: { number: 2, text: '# Ours' } });
    expect(valueOf(await change(SECOND, '1'))).toMatchObject({ isNew: false, guideline: { number: 2 } });
    expect(await change({ ...SECOND, text: 'Mine' }, '1')).toMatchObject({
      error: { code: 'stale_version', current: { number: 2 } },
    });
    expect(valueOf(await change({ ...SECOND, summary: 'Nothing' }, '2')).isNew).toBe(false);
    expect(codeOf(await changeGuideline(owner, { slug, body: SECOND }))).toBe('precondition_required');
    const versions = valueOf(await listGuidelineVersions(annotator, { slug, query: {} })).items;
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(valueOf(await showGuideline(annotator, { slug, query: { version: '1' } })).author).toBeNull();
    expect(codeOf(await showGuideline(annotator, { slug, query: { version: '7' } }))).toBe('not_found');
    const history = await database().workspaceEvent.findMany({ where: { workspaceId } });
    expect(history).toMatchObject([
      { type: 'guideline_changed', before: { number: 1 }, after: { number: 2, summary: 'Harm and more.' } },
    ]);
  });

  test('of two changes at once one is saved, and the other sees it', async () => {
    const outcomes = await Promise.all(['A', 'B', 'C', 'D'].map((text) => change({ ...SECOND, text }, '1')));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.map(codeOf).filter(Boolean)).toEqual(Array(3).fill('stale_version'));
  });

  test('never changes nor goes away', async () => {
    await change(SECOND, '1');
    const refused = /stays as it was written/;
    await expect(
      pool().query(`UPDATE guideline SET text = 'x' WHERE workspace_id = '${workspaceId}'`),
    ).rejects.toThrow(refused);
    await expect(
      pool().query(`DELETE FROM guideline WHERE workspace_id = '${workspaceId}' AND number = 2`),
    ).rejects.toThrow(refused);
    await claim();
    await change({ ...SECOND, text: 'Third' }, '2');
    await expect(
      pool().query(`DELETE FROM guideline WHERE workspace_id = '${workspaceId}'`),
    ).rejects.toThrow();
  });

  test('says what is wrong with a definition, and never gives a name in the data another type', async () => {
    const wrong: [object, string][] = [
      [{ ...HARM, options: ['one'] }, 'two options'],
      [{ ...HARM, options: ['One', 'one'] }, 'stands twice'],
      [{ ...NOTE, options: ['a', 'b'] }, 'Only a choice'],
      [{ ...NOTE, key: 'Not a key' }, 'lower-case'],
      [{ ...NOTE, key: 'constructor' }, 'lower-case'],
      [{ ...NOTE, kinds: [] }, 'for which kinds'],
    ];
    for (const [definition, words] of wrong)
      expect(await change({ ...SECOND, attributes: [definition] }, '1')).toMatchObject({
        error: { code: 'invalid_input', message: expect.stringContaining(words) as string },
      });
    expect(await change({ ...SECOND, attributes: [NOTE, NOTE] }, '1')).toMatchObject({ ok: false });
    expect(await change({ ...SECOND, tags: [{ name: 'a' }, { name: 'A' }] }, '1')).toMatchObject({
      ok: false,
    });
    valueOf(await change(SECOND, '1'));
    valueOf(await change({ ...SECOND, attributes: [] }, '2'));
    expect(await change({ ...SECOND, attributes: [{ ...NOTE, key: 'people' }] }, '3')).toMatchObject({
      error: { code: 'invalid_input', message: expect.stringContaining('version 2') as string },
    });
  });
});

describe('annotations under a guideline', () => {
  test('say the version in force when they were made, and again when they are revised', async () => {
    const first = await claim();
    expect(first).toMatchObject({ guidelineVersion: 1, attributes: {} });
    await change(SECOND, '1');
    const asked = valueOf(await showAnnotation(annotator, { id: first.id }));
    expect(asked.guidelineVersion).toBe(1);
    const decided = { status: 'in_review' };
    valueOf(await verifyAnnotation(owner, { id: first.id, ifMatch: '1', body: decided }));
    const judged = valueOf(await showAnnotation(annotator, { id: first.id }));
    expect(judged.guidelineVersion).toBe(1);
    const revised = valueOf(await revise(judged, { tags: ['a'] }));
    expect(revised.guidelineVersion).toBe(2);
    expect((await claim()).guidelineVersion).toBe(2);
    const blind = await claim({ pass: 'mine' });
    expect(blind).toMatchObject({
      guidelineVersion: 2,
      layer: expect.not.stringMatching('shared') as string,
    });
  });

  test('of before there was any have none until they are revised', async () => {
    const old = await claim();
    await pool().query('UPDATE every_annotation SET guideline_id = NULL WHERE id = $1', [old.id]);
    const asked = valueOf(await showAnnotation(annotator, { id: old.id }));
    expect(asked.guidelineVersion).toBeNull();
    expect(valueOf(await revise(asked, { tags: ['a'] })).guidelineVersion).toBe(1);
  });

  test('take values that their definitions allow, by key; null takes one away', async () => {
    await change(SECOND, '1');
    const made = await claim({
      attributes: { harm: 'some', people: 12.5, seen_on: '2026-02-28', note: ' so ' },
    });
    expect(made.attributes).toEqual({ harm: 'some', people: 12.5, seen_on: '2026-02-28', note: 'so' });
    const revised = valueOf(await revise(made, { attributes: { harm: 'grave', note: null, people: null } }));
    expect(revised.attributes).toEqual({ harm: 'grave', seen_on: '2026-02-28' });
    const events = valueOf(await listHistory(annotator, { id: made.id, query: {} })).items;
    expect(events.at(-1)).toMatchObject({
      before: { attributes: { harm: 'some' } },
      after: { attributes: { harm: 'grave' } },
    });
    const other = valueOf(await revise(revised, { claim: { normalized: 'The pier is broken.' } }));
    expect(other.attributes).toEqual(revised.attributes);
  });

  test('refuse others with a sentence that names the field and what it takes', async () => {
    await change(SECOND, '1');
    const made = await claim();
    const refusals: [object, string][] = [
      [{ harm: 'huge' }, '“Harm” (harm) takes one of “none”, “some”, “grave”, and not “huge”.'],
      [{ harm: 3 }, '“Harm” (harm) takes one of its options, not a number.'],
      [{ people: 'many' }, '“People” (people) takes a number.'],
      [{ seen_on: '2026-02-30' }, '“Seen on” (seen_on) takes a date written as YYYY-MM-DD.'],
      [
        { weight: 3 },
        'The guideline has no attribute “weight”. A claim has “harm”, “people”, “seen_on”, “note”.',
      ],
    ];
    for (const [attributes, message] of refusals) {
      const refused = await revise(made, { attributes });
      expect([codeOf(refused), messageOf(refused)]).toEqual(['invalid_input', message]);
    }
    const put = aPut(article, 'prediction', ['would run again next week'], { attributes: { harm: 'some' } });
    expect(await putAnnotation(annotator, { id: v7(), body: put })).toMatchObject({
      error: {
        code: 'invalid_input',
        message: '“Harm” (harm) is an attribute of claims and quotes, and this is a prediction.',
      },
    });
  });

  test('keep what a later version dropped, and what it still knows of another kind goes with the kind', async () => {
    await change(SECOND, '1');
    const made = await claim({ attributes: { harm: 'some', people: 3, note: 'kept' } });
    await change({ ...SECOND, attributes: [PEOPLE, SEEN] }, '2');
    const tagged = valueOf(await revise(made, { tags: ['x'] }));
    expect(tagged.attributes).toEqual(made.attributes);
    expect(valueOf(await revise(tagged, { attributes: { harm: 'some' } })).attributes).toEqual(
      made.attributes,
    );
    const now = valueOf(await showAnnotation(annotator, { id: made.id }));
    expect(codeOf(await revise(now, { attributes: { harm: 'grave' } }))).toBe('invalid_input');
    const quote = valueOf(await revise(now, { kind: 'quote' }));
    expect(quote.attributes).toEqual({ harm: 'some', note: 'kept' });
    const back = valueOf(await revise(quote, { kind: 'claim', attributes: now.attributes }));
    expect(back.attributes).toEqual(made.attributes);
  });

  test('are whole in a PUT: what it leaves out is gone', async () => {
    await change(SECOND, '1');
    const made = await claim({ attributes: { harm: 'some', people: 3 } });
    const body = aPut(article, 'claim', ['nobody has mended it since'], { attributes: { harm: 'grave' } });
    const put = await putAnnotation(annotator, { id: made.id, ifMatch: '1', body });
    expect(valueOf(put).annotation.attributes).toEqual({ harm: 'grave' });
  });

  test('have tags of the list alone where the guideline says so; those they have stay', async () => {
    const made = await claim({ tags: ['old'] });
    await change({ ...SECOND, tags: [{ name: 'harbour' }], freeTags: false }, '1');
    expect(valueOf(await revise(made, { tags: ['old', 'harbour'] })).tags).toEqual(['old', 'harbour']);
    const now = valueOf(await showAnnotation(annotator, { id: made.id }));
    expect(messageOf(await revise(now, { tags: ['harbour', 'pier'] }))).toContain(
      '“pier” is not in the guideline',
    );
  });

  test('in a pass stand under it too', async () => {
    await change(SECOND, '1');
    const blind = await claim({ pass: 'mine', attributes: { harm: 'none' } });
    expect(valueOf(await revise(blind, { attributes: { harm: 'grave' } })).attributes).toEqual({
      harm: 'grave',
    });
    expect(codeOf(await revise({ ...blind, version: 2 }, { attributes: { harm: 'huge' } }))).toBe(
      'invalid_input',
    );
  });
});

test('only owners change it; who is no member finds none', async () => {
  const editor = contextOf(
    (await aMember({ workspace: { id: workspaceId, slug, name: '' }, role: 'editor' })).user,
  );
  expect(codeOf(await change(SECOND, '1', editor))).toBe('forbidden');
  const stranger = contextOf((await aMember({ role: 'owner' })).user);
  expect(codeOf(await showGuideline(stranger, { slug }))).toBe('not_found');
  expect((await findGuidelineInForce(database(), workspaceId)).number).toBe(1);
});
