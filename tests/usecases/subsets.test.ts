import { beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { database } from '@/lib/data/database';
import { findSubset } from '@/lib/data/subsets';
import { listWorkspaceEvents } from '@/lib/data/workspace-events';
import type { Context } from '@/lib/usecases/context';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { createSubset } from '@/lib/usecases/create-subset';
import { deleteSubset } from '@/lib/usecases/delete-subset';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { listSubsets } from '@/lib/usecases/list-subsets';
import { restoreSubset } from '@/lib/usecases/restore-subset';
import { reviseSubset } from '@/lib/usecases/revise-subset';
import { showSearch } from '@/lib/usecases/show-search';
import { showSubset } from '@/lib/usecases/show-subset';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let workspace: BuiltWorkspace;
let slug: string;
let annotator: Context;
let other: Context;
let editor: Context;

beforeAll(async () => {
  const member = await aMember({ role: 'annotator' });
  workspace = member.workspace;
  slug = workspace.slug;
  annotator = contextOf(member.user);
  other = contextOf(
    (await aMember({ workspace, role: 'annotator', user: await aUser({ name: 'Bo Varga' }) })).user,
  );
  editor = contextOf(
    (await aMember({ workspace, role: 'editor', user: await aUser({ name: 'Cleo Hart' }) })).user,
  );
  const article = await anArticle(editor, slug);
  await anAnnotation(annotator, article, 'claim', 'The mayor said', { tags: ['harbour'] });
  await anAnnotation(annotator, article, 'prediction', 'it will be late', { tags: ['harbour'] });
});

const made = async (context: Context, name: string, filter: Record<string, string | string[]>, id = v7()) =>
  valueOf(await createSubset(context, { slug, body: { id, name, filter } })).subset;
const namesOf = async (): Promise<string[]> =>
  valueOf(await listSubsets(editor, { slug, query: {} })).items.map(({ name }) => name);

describe('keeping a filter', () => {
  test('it is kept in its one form, and found by its name whatever the case', async () => {
    const subset = await made(annotator, '  Open claims ', { status: ['unverified'], kind: 'quote,claim' });
    expect(subset).toMatchObject({
      name: 'Open claims',
      filter: { kind: ['claim', 'quote'], status: ['unverified'] },
      address: 'kind=claim%2Cquote&status=unverified',
      version: 1,
    });
    expect((await findSubset(database(), workspace.id, 'OPEN claims'))?.id).toBe(subset.id);
    expect(valueOf(await showSubset(other, { id: subset.id }))).toEqual(subset);
  });

  test('the same request again changes nothing; another one of its id is refused', async () => {
    const id = v7();
    const body = { id, name: 'Once', filter: { kind: 'claim' } };
    const first = valueOf(await createSubset(annotator, { slug, body }));
    const again = valueOf(await createSubset(annotator, { slug, body }));
    expect([first.outcome, again.outcome]).toEqual(['created', 'unchanged']);
    expect(codeOf(await createSubset(annotator, { slug, body: { ...body, name: 'Twice' } }))).toBe(
      'id_taken',
    );
  });

  test('one name is one subset, however many ask at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        createSubset(annotator, { slug, body: { name: 'Contested', filter: {} } }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set([null, 'name_taken']));
  });

  test('what is no filter is refused in words', async () => {
    const refused = await createSubset(annotator, { slug, body: { name: 'Odd', filter: { colour: 'red' } } });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', message: /colour: There is no/ },
    });
  });
});

describe('changing one', () => {
  test('whoever made it and editors may, others not', async () => {
    const subset = await made(annotator, 'Of the annotator', { kind: 'claim' });
    const body = { name: 'Of the annotator still', note: 'For the spring report.' };
    expect(codeOf(await reviseSubset(other, { id: subset.id, ifMatch: '1', body }))).toBe('forbidden');
    expect(codeOf(await deleteSubset(other, { id: subset.id, ifMatch: '1' }))).toBe('forbidden');
    expect(valueOf(await reviseSubset(editor, { id: subset.id, ifMatch: '1', body })).version).toBe(2);
    const search = valueOf(await showSearch(other, { slug, query: {} }));
    expect(search.subsets.find(({ id }) => id === subset.id)).toMatchObject({ mayChange: false, version: 2 });
  });

  test('a stale version is refused with the current one, a repeated request is not', async () => {
    const subset = await made(annotator, 'Versions', { kind: 'claim' });
    const change = { id: subset.id, ifMatch: '1', body: { filter: { kind: 'quote' } } };
    expect(valueOf(await reviseSubset(annotator, change)).filter).toEqual({ kind: ['quote'] });
    expect(valueOf(await reviseSubset(annotator, change)).version).toBe(2);
    const stale = await reviseSubset(annotator, { ...change, body: { filter: { kind: 'claim' } } });
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale_version', current: { version: 2 } } });
    expect(codeOf(await reviseSubset(annotator, { id: subset.id, body: { name: 'x' } }))).toBe(
      'precondition_required',
    );
  });

  test('a deleted one gives its name away, and comes back only where the name is free', async () => {
    const subset = await made(annotator, 'Given away', { kind: 'claim' });
    const gone = valueOf(await deleteSubset(annotator, { id: subset.id, ifMatch: '1' }));
    expect(gone.deletedAt).not.toBeNull();
    expect(await namesOf()).not.toContain('Given away');
    expect(codeOf(await findAnnotations(editor, { slug, query: { subset: 'Given away' } }))).toBe(
      'invalid_input',
    );
    const next = await made(other, 'given AWAY', { kind: 'quote' });
    expect(codeOf(await restoreSubset(annotator, { id: subset.id, ifMatch: '2' }))).toBe('name_taken');
    valueOf(await reviseSubset(other, { id: next.id, ifMatch: '1', body: { name: 'Another' } }));
    expect(valueOf(await restoreSubset(annotator, { id: subset.id, ifMatch: '2' })).deletedAt).toBeNull();
    expect(await namesOf()).toContain('Given away');
  });

  test('every step stands in the history', async () => {
    const subset = await made(annotator, 'History', { kind: 'claim' });
    await reviseSubset(annotator, { id: subset.id, ifMatch: '1', body: { note: 'Why' } });
    await deleteSubset(annotator, { id: subset.id, ifMatch: '2' });
    await restoreSubset(annotator, { id: subset.id, ifMatch: '3' });
    const events = await listWorkspaceEvents(database(), {
      workspaceId: workspace.id,
      subjectId: subset.id,
      limit: 10,
    });
    expect(events.map(({ type }) => type)).toEqual([
      'subset_restored',
      'subset_deleted',
      'subset_changed',
      'subset_made',
    ]);
  });
});

describe('asking by one', () => {
  test('a subset and further keys narrow together; a key that both name is refused', async () => {
    await made(annotator, 'Harbour', { tag: 'harbour' });
    const totalOf = async (query: Record<string, string>) =>
      valueOf(await countAnnotations(editor, { slug, query })).total;
    expect(await totalOf({ subset: 'harbour' })).toBe(2);
    expect(await totalOf({ subset: 'harbour', kind: 'claim' })).toBe(1);
    const twice = await countAnnotations(editor, { slug, query: { subset: 'harbour', tag: 'harbour' } });
    expect(twice).toMatchObject({
      ok: false,
      error: { message: /^tag: The subset “Harbour” says this already/ },
    });
  });

  test('pages of subsets make up the whole list, by name', async () => {
    const names: string[] = [];
    for (let cursor: string | null = null; ;) {
      const page = valueOf(
        await listSubsets(editor, { slug, query: { limit: '2', ...(cursor && { cursor }) } }),
      ) as { items: { name: string }[]; nextCursor: string | null };
      names.push(...page.items.map(({ name }) => name));
      if (!(cursor = page.nextCursor)) break;
    }
    expect(names).toEqual(await namesOf());
    expect(names.length).toBeGreaterThan(4);
  });

  test('to strangers nothing of it is there', async () => {
    const subset = await made(annotator, 'Hidden', { kind: 'claim' });
    const stranger = contextOf((await aMember({ role: 'owner' })).user);
    expect(codeOf(await showSubset(stranger, { id: subset.id }))).toBe('not_found');
    expect(codeOf(await listSubsets(stranger, { slug, query: {} }))).toBe('not_found');
    expect(codeOf(await findAnnotations(stranger, { slug, query: { subset: 'Hidden' } }))).toBe('not_found');
    expect(codeOf(await deleteSubset(stranger, { id: subset.id, ifMatch: '1' }))).toBe('not_found');
  });
});
