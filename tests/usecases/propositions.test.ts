import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '@/lib/domain/article';
import { confirmLink } from '@/lib/usecases/confirm-link';
import { addRevision } from '@/lib/usecases/add-revision';
import { compareLater } from '@/lib/usecases/compare-later';
import type { Context } from '@/lib/usecases/context';
import { createProposition } from '@/lib/usecases/create-proposition';
import { deleteProposition } from '@/lib/usecases/delete-proposition';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { joinProposition } from '@/lib/usecases/join-proposition';
import { leaveProposition } from '@/lib/usecases/leave-proposition';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listDisagreements } from '@/lib/usecases/list-disagreements';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listPropositions } from '@/lib/usecases/list-propositions';
import { listSettling } from '@/lib/usecases/list-settling';
import { dismissSettling } from '@/lib/usecases/dismiss-settling';
import { proposeLinks } from '@/lib/usecases/propose-links';
import { putPropositionLink } from '@/lib/usecases/put-proposition-link';
import { rejectLink } from '@/lib/usecases/reject-link';
import { reopenLink } from '@/lib/usecases/reopen-link';
import { restoreProposition } from '@/lib/usecases/restore-proposition';
import { restoreSettling } from '@/lib/usecases/restore-settling';
import { reviseProposition } from '@/lib/usecases/revise-proposition';
import { showGrouping } from '@/lib/usecases/show-grouping';
import { showProposition } from '@/lib/usecases/show-proposition';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const EARLIER = `Panel looks at ferry disaster

The panel voted to refer the ferry disaster to the Northern Court of Shipping. The eastern quay will reopen within a month, the mayor said.
`;
const LATER = `What became of the ferry

A vote to refer the ferry disaster to the Northern Labour Court was taken by the panel. Gulls circle the pier.

Two months later the eastern quay has not reopened, and the mayor is silent.
`;
const COURT = 'The panel voted to refer the ferry disaster to the Northern Court of Shipping';
const QUAY = 'The eastern quay will reopen within a month';

let editor: Context;
let slug: string;
let earlier: Article;

const imported = async (raw: string, publishedAt: string): Promise<Article> =>
  valueOf(await importArticle(editor, { slug, body: { raw, publishedAt } })).article;
const look = async () => valueOf(await proposeLinks(editor, { slug, body: {} }));
const links = async (query: object = {}) => valueOf(await listDisagreements(editor, { slug, query })).items;
const version = (one: { version: number }): string => String(one.version);

beforeEach(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
  earlier = await imported(EARLIER, '2026-03-01');
});

describe('propositions', () => {
  const make = async (words: string, annotationIds: string[] = [], id = v7()) =>
    valueOf(await createProposition(editor, { slug, body: { id, words, annotationIds } }));

  test('group annotations, each in one of them', async () => {
    const court = await anAnnotation(editor, earlier, 'claim', COURT);
    const { proposition: first } = await make('The disaster goes to the shipping court.', [court.id]);
    expect(first).toMatchObject({ annotations: 1, articles: 1, contradictedBy: 0 });
    const { proposition: second } = await make('Another.');
    const joined = valueOf(await joinProposition(editor, { id: second.id, annotationId: court.id }));
    expect(joined).toMatchObject({ left: first.id, proposition: { annotations: 1 } });
    expect(valueOf(await showGrouping(editor, { id: court.id })).proposition!.id).toBe(second.id);
    valueOf(await leaveProposition(editor, { id: second.id, annotationId: court.id }));
    valueOf(await leaveProposition(editor, { id: second.id, annotationId: court.id }));
    expect(valueOf(await showGrouping(editor, { id: court.id })).proposition).toBeNull();
  });

  test('the same request again changes nothing; another one under the same id is refused', async () => {
    const id = v7();
    expect((await make('One.', [], id)).outcome).toBe('created');
    expect((await make('One.', [], id)).outcome).toBe('unchanged');
    expect(codeOf(await createProposition(editor, { slug, body: { id, words: 'Two.' } }))).toBe('id_taken');
  });

  test('words change on the version that was seen', async () => {
    const { proposition } = await make('One.');
    const change = { id: proposition.id, ifMatch: '1', body: { words: 'Two.' } };
    expect(valueOf(await reviseProposition(editor, change))).toMatchObject({ words: 'Two.', version: 2 });
    expect(valueOf(await reviseProposition(editor, change)).version).toBe(2);
    const stale = await reviseProposition(editor, { ...change, body: { words: 'Three.' } });
    expect(codeOf(stale)).toBe('stale_version');
    expect(codeOf(await reviseProposition(editor, { ...change, ifMatch: null }))).toBe(
      'precondition_required',
    );
  });

  test('deleting lets its annotations go, restoring brings them together again', async () => {
    const court = await anAnnotation(editor, earlier, 'claim', COURT);
    const { proposition } = await make('One.', [court.id]);
    const deleted = valueOf(await deleteProposition(editor, { id: proposition.id, ifMatch: '1' }));
    expect(valueOf(await listPropositions(editor, { slug, query: {} })).items).toEqual([]);
    expect(valueOf(await showGrouping(editor, { id: court.id })).proposition).toBeNull();
    valueOf(await restoreProposition(editor, { id: proposition.id, ifMatch: version(deleted) }));
    expect(valueOf(await showGrouping(editor, { id: court.id })).proposition!.id).toBe(proposition.id);
  });

  test('annotations of another workspace cannot be put in', async () => {
    const other = await aMember({ role: 'editor' });
    const theirs = contextOf(other.user);
    const article = valueOf(
      await importArticle(theirs, { slug: other.workspace.slug, body: { raw: EARLIER } }),
    ).article;
    const strange = await anAnnotation(theirs, article, 'claim', COURT);
    const body = { words: 'One.', annotationIds: [strange.id] };
    expect(codeOf(await createProposition(editor, { slug, body }))).toBe('invalid_input');
    const { proposition } = await make('One.');
    const joined = await joinProposition(editor, { id: proposition.id, annotationId: strange.id });
    expect(codeOf(joined)).toBe('not_found');
    expect(codeOf(await showProposition(theirs, { id: proposition.id }))).toBe('not_found');
  });

  test('what was confirmed to be the same is read as one, until that is taken back', async () => {
    const court = await anAnnotation(editor, earlier, 'claim', COURT);
    const later = await imported(LATER, '2026-05-04');
    const labour = await anAnnotation(editor, later, 'claim', 'the Northern Labour Court');
    const one = (await make('One.', [court.id])).proposition;
    const other = (await make('Other.', [labour.id])).proposition;
    const body = { type: 'same', from: { propositionId: one.id }, to: { propositionId: other.id } };
    const id = v7();
    const { link } = valueOf(await putPropositionLink(editor, { id, body }));
    expect(valueOf(await putPropositionLink(editor, { id, body })).outcome).toBe('unchanged');
    const confirmed = valueOf(await confirmLink(editor, { id, ifMatch: version(link) }));
    expect(valueOf(await showProposition(editor, { id: one.id })).members.map((m) => m.annotationId)).toEqual(
      [court.id, labour.id],
    );
    expect(valueOf(await showGrouping(editor, { id: labour.id })).proposition).toMatchObject({ articles: 2 });
    valueOf(await reopenLink(editor, { id, ifMatch: version(confirmed) }));
    expect(valueOf(await showProposition(editor, { id: one.id })).members).toHaveLength(1);
    expect(valueOf(await showProposition(editor, { id: other.id })).members).toHaveLength(1);
  });
});

describe('the machine looks for disagreements', () => {
  test('between an annotation and a passage that nobody has marked, with the reason', async () => {
    await anAnnotation(editor, earlier, 'claim', COURT);
    await imported(LATER, '2026-05-04');
    expect(await look()).toMatchObject({ links: 1, left: 0 });
    const [link] = await links();
    expect(link).toMatchObject({ type: 'contradicts', state: 'proposed', origin: 'machine' });
    expect(link!.reason).toContain('Northern Labour Court');
    expect(link!.from.statements[0]!.words).toBe(COURT);
    expect(link!.to.statements[0]).toMatchObject({ annotationId: null });
    expect(link!.to.statements[0]!.words).toContain('Northern Labour Court');
    expect(await look()).toMatchObject({ compared: 0, links: 0, left: 0 });
  });

  test('with a text that comes later, too', async () => {
    await anAnnotation(editor, earlier, 'claim', COURT);
    await look();
    await imported(LATER, '2026-05-04');
    expect(await look()).toMatchObject({ compared: 1, links: 1 });
    expect(await links()).toHaveLength(1);
  });

  test('confirming marks the passage and makes two propositions; reopening takes both back', async () => {
    await anAnnotation(editor, earlier, 'claim', COURT);
    const later = await imported(LATER, '2026-05-04');
    await look();
    const [link] = await links();
    const confirmed = valueOf(await confirmLink(editor, { id: link!.id, ifMatch: version(link!) }));
    expect(valueOf(await confirmLink(editor, { id: link!.id, ifMatch: version(link!) }))).toEqual(confirmed);
    expect(confirmed.state).toBe('confirmed');
    const marks = async () =>
      valueOf(await listAnnotations(editor, { articleId: later.id, query: {} })).items;
    expect(await marks()).toHaveLength(1);
    const propositions = async () => valueOf(await listPropositions(editor, { slug, query: {} })).items;
    expect((await propositions()).map(({ contradictedBy }) => contradictedBy)).toEqual([1, 1]);

    const reopened = valueOf(await reopenLink(editor, { id: link!.id, ifMatch: version(confirmed) }));
    expect(reopened).toMatchObject({ state: 'proposed', from: link!.from, to: link!.to });
    expect(await marks()).toEqual([]);
    expect(await propositions()).toEqual([]);
    const again = valueOf(await confirmLink(editor, { id: link!.id, ifMatch: version(reopened) }));
    expect(again.state).toBe('confirmed');
    expect(await marks()).toHaveLength(1);
  });

  test('a rejected one does not come back, not even with a new revision or another mark', async () => {
    const court = await anAnnotation(editor, earlier, 'claim', COURT);
    const later = await imported(LATER, '2026-05-04');
    await look();
    const [link] = await links();
    const rejected = valueOf(await rejectLink(editor, { id: link!.id, ifMatch: version(link!) }));
    expect(rejected.state).toBe('rejected');
    await anAnnotation(
      editor,
      later,
      'claim',
      'A vote to refer the ferry disaster to the Northern Labour Court was taken by the panel',
    );
    expect(await look()).toMatchObject({ links: 0 });
    expect(await links()).toEqual([]);
    expect(await links({ state: 'rejected' })).toHaveLength(1);
    valueOf(await reopenLink(editor, { id: link!.id, ifMatch: version(rejected) }));
    expect(await links()).toHaveLength(1);
    expect(court.id).toBeTruthy();
  });

  test('a decision on an older version is refused with the link as it stands', async () => {
    await anAnnotation(editor, earlier, 'claim', COURT);
    await imported(LATER, '2026-05-04');
    await look();
    const [link] = await links();
    valueOf(await rejectLink(editor, { id: link!.id, ifMatch: '1' }));
    expect(codeOf(await confirmLink(editor, { id: link!.id, ifMatch: '1' }))).toBe('stale_version');
  });

  test('annotators look and propose, editors decide', async () => {
    await anAnnotation(editor, earlier, 'claim', COURT);
    await imported(LATER, '2026-05-04');
    await look();
    const [link] = await links();
    const { user } = await aMember({ role: 'annotator', workspace: await workspaceOf(slug) });
    const annotator = contextOf(user);
    expect(codeOf(await confirmLink(annotator, { id: link!.id, ifMatch: '1' }))).toBe('forbidden');
    expect(codeOf(await proposeLinks(annotator, { slug, body: {} }))).toBeNull();
  });
});

describe('what leaves the workspace', () => {
  const exported = async (text: string) => {
    const answer = valueOf(await exportWorkspace(editor, { slug, query: { format: 'jsonl', text } }));
    const decoder = new TextDecoder();
    let all = '';
    for await (const chunk of answer.body) all += decoder.decode(chunk, { stream: true });
    return all
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  test('propositions with their members, and links that somebody has decided; never what only the machine proposes', async () => {
    const court = await anAnnotation(editor, earlier, 'claim', COURT);
    await imported(LATER, '2026-05-04');
    await look();
    const typesOf = async (text = 'full') =>
      (await exported(text)).filter(({ type }) => type === 'proposition' || type === 'link');
    expect(await typesOf()).toEqual([]);
    const [link] = await links();
    valueOf(await confirmLink(editor, { id: link!.id, ifMatch: version(link!) }));
    const records = await typesOf();
    expect(records.map(({ type }) => type)).toEqual(['proposition', 'proposition', 'link']);
    expect(records[2]).toMatchObject({ linkType: 'contradicts', state: 'confirmed', reason: link!.reason });
    const ids = records.slice(0, 2).map(({ id }) => id);
    const { from, to } = records[2] as unknown as Record<'from' | 'to', { propositionId: string }>;
    expect([from.propositionId, to.propositionId].sort()).toEqual([...ids].sort());
    expect(JSON.stringify(records)).toContain(court.id);
    const bare = JSON.stringify(await typesOf('offsets'));
    expect(bare).not.toContain('ferry');
    expect(await typesOf()).toEqual(records);
  });
});

test('after a change it is looked for by itself, and changes that come together are looked at together', async () => {
  await anAnnotation(editor, earlier, 'claim', COURT);
  const later = await imported(LATER, '2026-05-04');
  await Promise.all([
    compareLater(editor, { articleId: earlier.id, wait: 10 }),
    compareLater(editor, { articleId: later.id, wait: 10 }),
  ]);
  expect(await links()).toHaveLength(1);
  expect(await look()).toMatchObject({ compared: 0 });
});

test('several who look at once propose it once', async () => {
  await anAnnotation(editor, earlier, 'claim', COURT);
  await imported(LATER, '2026-05-04');
  await Promise.all([look(), look(), look()]);
  expect(await links()).toHaveLength(1);
});

test('the same words marked in two copies of one story are the same, and nothing else is said of copies', async () => {
  const body = Array.from({ length: 40 }, (_, i) => `Sentence ${i} tells of the harbour and its boats.`).join(
    ' ',
  );
  const copy = (title: string) => `${title}\n\n${body} Rents in the old town rose sharply.\n`;
  const [one, other] = [
    await imported(copy('Rents'), '2026-03-02'),
    await imported(copy('Of rents'), '2026-03-03'),
  ];
  for (const article of [one, other])
    await anAnnotation(editor, article, 'claim', 'Rents in the old town rose sharply');
  await look();
  const found = await links({ type: 'same,contradicts,updates,resolves' });
  expect(found.map(({ type, reason }) => [type, reason])).toEqual([
    ['same', 'The same words in a copy of the same story.'],
  ]);
});

test('a passage that moves with a new revision keeps its proposal', async () => {
  await anAnnotation(editor, earlier, 'claim', COURT);
  const later = await imported(LATER, '2026-05-04');
  await look();
  valueOf(await addRevision(editor, { articleId: later.id, body: { raw: `A new line.\n\n${LATER}` } }));
  expect(await links()).toEqual([]);
  await look();
  const [link] = await links();
  const { articleId, words } = link!.to.statements[0]!;
  expect(articleId).toBe(later.id);
  expect(words).toContain('Northern Labour Court');
});

describe('what may settle a prediction', () => {
  const open = async (query: object = {}) => valueOf(await listSettling(editor, { slug, query })).items;

  test('is proposed from a later article, and whoever marked the prediction is told once', async () => {
    const prediction = await anAnnotation(editor, earlier, 'prediction', QUAY);
    await look();
    expect(await open()).toEqual([]);
    await imported(LATER, '2026-05-04');
    expect((await look()).settling).toBe(1);
    const [proposal] = await open({ annotationId: prediction.id });
    expect(proposal).toMatchObject({ annotationId: prediction.id, state: 'proposed' });
    expect(proposal!.passage.words).toContain('has not reopened');
    expect(proposal!.reasons.join()).toContain('the opposite');
    const notices = valueOf(await listNotifications(editor, { slug, query: {} })).items;
    expect(notices.map(({ kind }) => kind)).toEqual(['settling_article']);
    await look();
    expect(valueOf(await listNotifications(editor, { slug, query: {} })).items).toHaveLength(1);
  });

  test('is dismissed, and that is taken back', async () => {
    await anAnnotation(editor, earlier, 'prediction', QUAY);
    await imported(LATER, '2026-05-04');
    await look();
    const [proposal] = await open();
    expect(valueOf(await dismissSettling(editor, { id: proposal!.id })).state).toBe('dismissed');
    expect(await open()).toEqual([]);
    expect((await open({ state: 'all' })).map(({ state }) => state)).toEqual(['dismissed']);
    expect(valueOf(await restoreSettling(editor, { id: proposal!.id })).state).toBe('proposed');
    expect(await open()).toHaveLength(1);
  });

  test('is used when a decision has it as evidence, and no longer open then', async () => {
    const prediction = await anAnnotation(editor, earlier, 'prediction', QUAY);
    const later = await imported(LATER, '2026-05-04');
    await look();
    const [{ passage }] = (await open()) as [Awaited<ReturnType<typeof open>>[number]];
    const { start, end } = passage;
    valueOf(
      await verifyAnnotation(editor, {
        id: prediction.id,
        body: {
          status: 'did_not_come_true',
          rationale: 'It was still shut after two months.',
          evidence: [{ stance: 'refutes', articleId: later.id, span: { start, end } }],
          outcomeKnownAt: '2026-05-04',
        },
      }),
    );
    expect(await open()).toEqual([]);
    expect((await open({ state: 'all' })).map(({ state }) => state)).toEqual(['used']);
  });

  test('an earlier article settles nothing', async () => {
    const later = await imported(
      LATER.replace('has not reopened', 'will reopen within a month'),
      '2026-05-04',
    );
    await anAnnotation(editor, later, 'prediction', 'the eastern quay will reopen within a month');
    await look();
    expect(await open()).toEqual([]);
  });
});

async function workspaceOf(wanted: string) {
  const { database } = await import('@/lib/data/database');
  return database().workspace.findUniqueOrThrow({
    where: { slug: wanted },
    select: { id: true, slug: true, name: true },
  });
}
