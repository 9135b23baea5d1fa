import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { listWorkspaceEvents } from '@/lib/data/workspace-events';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { FactCheck } from '@/lib/domain/fact-check';
import { addRevision } from '@/lib/usecases/add-revision';
import { askForCorrection } from '@/lib/usecases/ask-for-correction';
import { correctFactCheck } from '@/lib/usecases/correct-fact-check';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { draftFactCheck } from '@/lib/usecases/draft-fact-check';
import { editFactCheck } from '@/lib/usecases/edit-fact-check';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { isFactCheckGone } from '@/lib/usecases/is-fact-check-gone';
import { listCorrectionRequests } from '@/lib/usecases/list-correction-requests';
import { listFactCheckVersions } from '@/lib/usecases/list-fact-check-versions';
import { listFactChecks } from '@/lib/usecases/list-fact-checks';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listPublicFactChecks } from '@/lib/usecases/list-public-fact-checks';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { settleCorrectionRequest } from '@/lib/usecases/settle-correction-request';
import { showPublicFactCheck } from '@/lib/usecases/show-public-fact-check';
import { unpublishFactCheck } from '@/lib/usecases/unpublish-fact-check';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, SAMPLE_RAW } from '@/tests/support/article-builders';
import { aMember, type BuiltMember, contextOf, visitorContext } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const WORDS = 'the pier 👩‍👩‍👧 was closed in March';

let editor: BuiltMember;
let reader: BuiltMember;
let article: Article;
let claim: Annotation;

const at = (instant?: string) => contextOf(editor.user, 'write', instant ? { now: new Date(instant) } : {});

async function decided(status: string, rationale: string, id: string = claim.id): Promise<string> {
  const body = {
    status,
    rationale,
    evidence: [{ stance: 'supports', url: 'https://example.org/log', excerpt: 'Closed.' }],
  };
  return valueOf(await verifyAnnotation(at(), { id, body })).verification.id;
}

const published = async (more: object = {}): Promise<FactCheck> =>
  valueOf(
    await publishFactCheck(at(), {
      slug: editor.workspace.slug,
      body: { annotationId: claim.id, headline: 'Was the pier closed?', ...more },
    }),
  ).factCheck;

const pageOf = async (id: string) => {
  const page = await showPublicFactCheck({ id });
  if (page?.state !== 'published') throw new Error(`the page is ${page?.state ?? 'not there'}`);
  return page;
};

beforeEach(async () => {
  editor = await aMember({ role: 'editor' });
  reader = await aMember({ workspace: editor.workspace, role: 'reader' });
  article = await anArticle(at(), editor.workspace.slug);
  claim = await anAnnotation(at(), article, 'claim', WORDS, {
    claim: { normalized: 'The pier was closed in March.' },
    attribution: [{ source: { name: 'Observers', type: 'anonymous' }, cue: 'doubt it' }],
  });
});

describe('publishing', () => {
  test('what is decided gets a page that anybody can read, with all that it rests on', async () => {
    await decided('supported', 'The harbour log says so.');
    const { id, url } = await published({ summary: 'It was.' });
    const page = await pageOf(id);
    expect(url).toContain(`/fact-checks/${id}`);
    expect(page).toMatchObject({
      isUnderReview: false,
      changes: [],
      publisher: { slug: editor.workspace.slug },
    });
    expect(page.content).toMatchObject({
      headline: 'Was the pier closed?',
      claimReviewed: 'The pier was closed in March.',
      summary: 'It was.',
      quoted: WORDS,
      status: 'supported',
      rationale: 'The harbour log says so.',
      saidBy: [{ name: 'Observers', type: 'anonymous', cue: 'doubt it' }],
      article: { title: article.title },
      evidence: [
        { stance: 'supports', url: 'https://example.org/log', excerpt: 'Closed.', storedCopy: false },
      ],
      verifier: null,
    });
    expect(JSON.stringify(page)).not.toContain(editor.user.name);
  });

  test('nothing is public before, and of the workspace nothing else ever', async () => {
    await decided('supported', 'The harbour log says so.');
    expect(await listPublicFactChecks({ slug: editor.workspace.slug })).toBeNull();
    expect(await showPublicFactCheck({ id: claim.id })).toBeNull();
    const { id } = await published();
    const other = await anAnnotation(at(), article, 'claim', 'nobody has mended it since');
    await decided('refuted', 'It was mended.', other.id);
    const list = await listPublicFactChecks({ slug: editor.workspace.slug });
    expect(list!.items.map((item) => item.id)).toEqual([id]);
    expect(await listPublicFactChecks({ slug: 'no-such-desk' })).toBeNull();
  });

  test('an undecided annotation, or one whose decision has changed, is refused', async () => {
    const body = { annotationId: claim.id };
    const { slug } = editor.workspace;
    expect(codeOf(await publishFactCheck(at(), { slug, body }))).toBe('not_decided');
    const first = await decided('supported', 'The log.');
    await decided('refuted', 'The log was misread.');
    const stale = await publishFactCheck(at(), { slug, body: { ...body, verificationId: first } });
    expect(codeOf(stale)).toBe('stale_version');
    expect(valueOf(await listFactChecks(at(), { slug, query: {} })).items).toEqual([]);
  });

  test('an annotation of another workspace is not there', async () => {
    const elsewhere = await aMember({ role: 'editor', user: editor.user });
    await decided('supported', 'The log.');
    const outcome = await publishFactCheck(at(), {
      slug: elsewhere.workspace.slug,
      body: { annotationId: claim.id },
    });
    expect(codeOf(outcome)).toBe('invalid_input');
  });

  test('the same request twice, also at once, publishes once; another one is told of the page', async () => {
    await decided('supported', 'The log.');
    const { slug } = editor.workspace;
    const body = { id: v7(), annotationId: claim.id };
    const outcomes = await Promise.all([1, 2, 3].map(() => publishFactCheck(at(), { slug, body })));
    expect(outcomes.map((outcome) => valueOf(outcome).outcome).sort()).toEqual([
      'published',
      'unchanged',
      'unchanged',
    ]);
    const again = await publishFactCheck(at(), { slug, body: { annotationId: claim.id } });
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'already_published', current: { id: body.id } },
    });
    expect(valueOf(await listFactCheckVersions(at(), { id: body.id }))).toHaveLength(1);
    const other = await anAnnotation(at(), article, 'claim', 'nobody has mended it since');
    await decided('refuted', 'It was.', other.id);
    const taken = await publishFactCheck(at(), { slug, body: { ...body, annotationId: other.id } });
    expect(codeOf(taken)).toBe('id_taken');
  });

  test('the verifier is named only where the byline says so', async () => {
    await decided('supported', 'The log.');
    const { id } = await published({ byline: 'verifier' });
    expect((await pageOf(id)).content.verifier).toBe(editor.user.name);
    valueOf(await editFactCheck(at(), { id, ifMatch: '1', body: { byline: 'workspace' } }));
    expect((await pageOf(id)).content.verifier).toBeNull();
  });
});

describe('after it was published', () => {
  beforeEach(async () => {
    await decided('supported', 'The log.');
  });

  test('a new decision changes nothing before the public but that it is under review, until it is published', async () => {
    const { id } = await published();
    const second = await decided('refuted', 'The log was misread.');
    const page = await pageOf(id);
    expect(page).toMatchObject({
      isUnderReview: true,
      content: { status: 'supported', rationale: 'The log.' },
    });
    const query = { changed: 'true' };
    const { items, counts } = valueOf(await listFactChecks(at(), { slug: editor.workspace.slug, query }));
    expect(items).toMatchObject([{ id, standing: 'decided_anew' }]);
    expect(counts).toEqual({ published: 1, unpublished: 0, changed: 1, asked: 0 });

    const body = { reason: 'The log was of another pier.', verificationId: second };
    valueOf(await correctFactCheck(at('2027-01-05T10:00:00Z'), { id, ifMatch: '1', body }));
    const corrected = await pageOf(id);
    expect(corrected).toMatchObject({
      isUnderReview: false,
      content: { status: 'refuted', rationale: 'The log was misread.', headline: 'Was the pier closed?' },
      changes: [
        { change: 'corrected', at: '2027-01-05T10:00:00.000Z', reason: 'The log was of another pier.' },
      ],
      updatedAt: '2027-01-05T10:00:00.000Z',
    });
    const versions = valueOf(await listFactCheckVersions(at(), { id }));
    expect(versions.map(({ number, content }) => [number, content?.status])).toEqual([
      [2, 'refuted'],
      [1, 'supported'],
    ]);
  });

  test.each([
    [
      'undecided',
      async (): Promise<void> =>
        void valueOf(
          await verifyAnnotation(at(), {
            id: claim.id,
            body: { status: 'in_review', rationale: 'A reader asks.' },
          }),
        ),
    ],
    [
      'words_changed',
      async (): Promise<void> => {
        const raw = SAMPLE_RAW.replace('was closed in March', 'was closed in May');
        valueOf(await addRevision(at(), { articleId: article.id, body: { raw } }));
      },
    ],
    [
      'deleted',
      async (): Promise<void> => {
        const version = (await database().annotation.findUniqueOrThrow({ where: { id: claim.id } })).version;
        valueOf(await deleteAnnotation(at(), { id: claim.id, ifMatch: String(version) }));
      },
    ],
  ] as const)(
    'the workspace is told when its decision is %s, and the page stays as it was',
    async (standing, change) => {
      const { id } = await published();
      const before = await pageOf(id);
      await change();
      const { items } = valueOf(
        await listFactChecks(at(), { slug: editor.workspace.slug, query: { changed: 'true' } }),
      );
      expect(items).toMatchObject([{ id, standing }]);
      expect(await pageOf(id)).toEqual({ ...before, isUnderReview: true });
    },
  );

  test('whoever published is told when somebody else decides anew, and nobody of their own decision', async () => {
    await published();
    await decided('conflicting', 'There are two logs.');
    const other = await aMember({ workspace: editor.workspace, role: 'editor' });
    const body = {
      status: 'refuted',
      rationale: 'Misread.',
      evidence: [{ stance: 'refutes', url: 'https://example.org' }],
    };
    valueOf(await verifyAnnotation(contextOf(other.user), { id: claim.id, body }));
    const { slug } = editor.workspace;
    const toldOf = async (member: BuiltMember) =>
      valueOf(await listNotifications(contextOf(member.user), { slug, query: {} })).items.map(
        ({ kind }) => kind,
      );
    expect(await toldOf(editor)).toEqual(['published_decision_changed']);
    expect(await toldOf(other)).toEqual([]);
  });

  test('a correction of the wording keeps the published decision', async () => {
    const { id } = await published();
    await decided('refuted', 'Another reason.');
    const body = { reason: 'The headline named another pier.', headline: 'Was the long pier closed?' };
    valueOf(await correctFactCheck(at(), { id, ifMatch: '1', body }));
    const { content } = await pageOf(id);
    expect(content).toMatchObject({
      headline: 'Was the long pier closed?',
      status: 'supported',
      rationale: 'The log.',
    });
  });

  test('a stale change is refused with what is there; a retried one changes nothing', async () => {
    const { id } = await published();
    const edit = { id, ifMatch: '1', body: { summary: 'It was closed.' } };
    valueOf(await editFactCheck(at(), edit));
    expect(valueOf(await editFactCheck(at(), edit)).version).toBe(2);
    const stale = await correctFactCheck(at(), {
      id,
      ifMatch: '1',
      body: { reason: 'A slip.', summary: null },
    });
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale_version', current: { version: 2 } } });
    expect(codeOf(await editFactCheck(at(), { ...edit, ifMatch: null }))).toBe('precondition_required');
    expect(codeOf(await correctFactCheck(at(), { id, ifMatch: '2', body: { reason: ' ' } }))).toBe(
      'invalid_input',
    );
    expect(valueOf(await listFactCheckVersions(at(), { id }))).toHaveLength(2);
  });

  test('an unpublished page leaves a word of it at its address, and comes back to the same one', async () => {
    const { id } = await published();
    const off = { id, ifMatch: '1', body: { reason: 'A source was not who we took them for.' } };
    valueOf(await unpublishFactCheck(at('2027-02-01T09:00:00Z'), off));
    expect(await showPublicFactCheck({ id })).toMatchObject({
      state: 'unpublished',
      at: '2027-02-01T09:00:00.000Z',
      reason: 'A source was not who we took them for.',
    });
    expect(await isFactCheckGone({ id })).toBe(true);
    expect(await listPublicFactChecks({ slug: editor.workspace.slug })).toBeNull();
    expect(codeOf(await editFactCheck(at(), { id, ifMatch: '2', body: { headline: 'New' } }))).toBe(
      'unpublished',
    );

    const again = await published({ note: 'The source is who they say.' });
    expect(again.id).toBe(id);
    expect(await isFactCheckGone({ id })).toBe(false);
    expect((await pageOf(id)).changes.map(({ change, reason }) => [change, reason])).toEqual([
      ['unpublished', 'A source was not who we took them for.'],
      ['published_again', 'The source is who they say.'],
    ]);
  });

  test('every step stands in the workspace’s history', async () => {
    const { id } = await published();
    valueOf(await editFactCheck(at(), { id, ifMatch: '1', body: { headline: 'Closed?' } }));
    valueOf(await correctFactCheck(at(), { id, ifMatch: '2', body: { reason: 'A slip.', summary: 'Yes.' } }));
    valueOf(await unpublishFactCheck(at(), { id, ifMatch: '3', body: {} }));
    await published();
    const { id: workspaceId } = editor.workspace;
    const events = await listWorkspaceEvents(database(), { workspaceId, subjectId: id, limit: 10 });
    expect(events.map(({ type, actor }) => [type, actor?.id]).reverse()).toEqual([
      ['fact_check_published', editor.user.id],
      ['fact_check_edited', editor.user.id],
      ['fact_check_corrected', editor.user.id],
      ['fact_check_unpublished', editor.user.id],
      ['fact_check_published_again', editor.user.id],
    ]);
  });

  test('what the public saw is never changed', async () => {
    const { id } = await published();
    const write = database().$executeRawUnsafe(
      `UPDATE fact_check_version SET note = 'x' WHERE fact_check_id = '${id}'`,
    );
    await expect(write).rejects.toThrow('never changed');
  });
});

describe('taken along', () => {
  const exported = async (query: Record<string, string>): Promise<string> => {
    const file = valueOf(await exportWorkspace(at(), { slug: editor.workspace.slug, query }));
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.body) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  test('a ClaimReview of what is public, and of nothing else', async () => {
    await decided('supported', 'The log.');
    const other = await anAnnotation(at(), article, 'claim', 'nobody has mended it since');
    await decided('refuted', 'It was mended.', other.id);
    expect(JSON.parse(await exported({ format: 'claimreview' }))).toEqual([]);
    const { id, url } = await published();
    expect(JSON.parse(await exported({ format: 'claimreview' }))).toMatchObject([
      { '@type': 'ClaimReview', url, reviewRating: { ratingValue: 5 } },
    ]);
    valueOf(await unpublishFactCheck(at(), { id, ifMatch: '1', body: {} }));
    expect(JSON.parse(await exported({ format: 'claimreview' }))).toEqual([]);
  });

  test('in the native form with every version, and without what readers asked for', async () => {
    await decided('supported', 'The log.');
    const { id } = await published();
    valueOf(await unpublishFactCheck(at(), { id, ifMatch: '1', body: { reason: 'A slip.' } }));
    const request = { id: v7(), body: 'secret words', email: 'ren@example.org' };
    await askForCorrection(visitorContext(), { id, body: request });
    const lines = async (text: string) =>
      (await exported({ format: 'jsonl', text }))
        .trim()
        .split('\n')
        .map(
          (line) => JSON.parse(line) as { type: string; versions: { content: { quoted: string } | null }[] },
        );
    const full = (await lines('full')).filter(({ type }) => type === 'factCheck');
    expect(full).toMatchObject([
      { id, state: 'unpublished', versions: [{ change: 'published' }, { note: 'A slip.' }] },
    ]);
    expect(full[0]!.versions[0]!.content!.quoted).toBe(WORDS);
    const bare = (await lines('offsets')).find(({ type }) => type === 'factCheck')!;
    expect(bare.versions[0]!.content!.quoted).toBeNull();
    expect(await exported({ format: 'jsonl' })).not.toContain('ren@example.org');
    expect(await exported({ format: 'jsonl' })).toBe(await exported({ format: 'jsonl' }));
  });
});

describe('the draft', () => {
  test('shows what would be public, and says why nothing can be', async () => {
    expect(valueOf(await draftFactCheck(at(), { id: claim.id }))).toMatchObject({
      content: null,
      factCheck: null,
    });
    const verificationId = await decided('supported', 'The log.');
    const draft = valueOf(await draftFactCheck(contextOf(reader.user), { id: claim.id }));
    expect(draft).toMatchObject({
      verificationId,
      refusal: null,
      content: { claimReviewed: 'The pier was closed in March.' },
    });
    const { content } = await published({ headline: draft.content!.headline });
    expect(content).toEqual(draft.content);
  });
});

describe('what readers ask for', () => {
  const asked = (id: string, more: object = {}) =>
    askForCorrection(visitorContext(), {
      id,
      body: { id: v7(), body: 'The pier was open on the 3rd.', email: '', ...more },
    });
  const requests = async (context = at(), query = {}) =>
    valueOf(await listCorrectionRequests(context, { slug: editor.workspace.slug, query })).items;

  let id: string;
  beforeEach(async () => {
    await decided('supported', 'The log.');
    ({ id } = await published());
  });

  test('is kept as it was written, once, and told to the editors alone', async () => {
    const request = { id: v7(), body: '<b>Wrong</b>: the pier was open.', email: 'Ren@Example.org ' };
    valueOf(await asked(id, request));
    valueOf(await asked(id, request));
    expect(await requests()).toMatchObject([
      {
        id: request.id,
        body: '<b>Wrong</b>: the pier was open.',
        email: 'ren@example.org',
        state: 'open',
        factCheckVersion: 1,
      },
    ]);
    const { slug } = editor.workspace;
    const told = async (member: BuiltMember) =>
      valueOf(await listNotifications(contextOf(member.user), { slug, query: {} })).items.map(
        ({ kind }) => kind,
      );
    expect(await told(editor)).toEqual(['correction_asked']);
    expect(await told(reader)).toEqual([]);
    expect((await requests(contextOf(reader.user)))[0]!.email).toBeNull();
  });

  test.each([
    ['nothing', { body: '  ' }],
    ['an article', { body: 'x'.repeat(5_001) }],
    ['no address', { email: 'not an address' }],
  ])('is refused with %s', async (_, more) => {
    expect(codeOf(await asked(id, more))).toBe('invalid_input');
    expect(await requests()).toEqual([]);
  });

  test('is dropped without a word when a program filled in everything', async () => {
    expect(await asked(id, { website: 'https://spam.example' })).toEqual({ ok: true, value: null });
    expect(await requests()).toEqual([]);
  });

  test('is asked of public pages alone', async () => {
    valueOf(await unpublishFactCheck(at(), { id, ifMatch: '1', body: {} }));
    expect(codeOf(await asked(id))).toBe('not_found');
    expect(codeOf(await asked(v7()))).toBe('not_found');
    expect(codeOf(await asked('nonsense'))).toBe('not_found');
  });

  test('is settled with a note, and opened again', async () => {
    valueOf(await asked(id));
    const [request] = await requests();
    const settle = { id: request!.id, ifMatch: '1', body: { state: 'settled', note: 'The log is right.' } };
    const settled = valueOf(await settleCorrectionRequest(at(), settle));
    expect(settled).toMatchObject({
      state: 'settled',
      note: 'The log is right.',
      settledBy: { id: editor.user.id },
      version: 2,
    });
    expect(valueOf(await settleCorrectionRequest(at(), settle)).version).toBe(2);
    const other = { ...settle, body: { state: 'settled', note: 'Another word.' } };
    expect(codeOf(await settleCorrectionRequest(at(), other))).toBe('stale_version');
    const { slug } = editor.workspace;
    expect(valueOf(await listFactChecks(at(), { slug, query: {} })).counts.asked).toBe(0);
    const reopened = await settleCorrectionRequest(at(), {
      id: request!.id,
      ifMatch: '2',
      body: { state: 'open' },
    });
    expect(valueOf(reopened)).toMatchObject({ state: 'open', settledBy: null });
    expect(valueOf(await listFactChecks(at(), { slug, query: { asked: 'true' } })).items).toHaveLength(1);
  });
});
