import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, pool } from '@/lib/data/database';
import { insertSettling } from '@/lib/data/settling-proposals';
import type { Article } from '@/lib/domain/article';
import { TEXT_MODES } from '@/lib/domain/vocabulary';
import { addRevision } from '@/lib/usecases/add-revision';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import { confirmLink } from '@/lib/usecases/confirm-link';
import type { Context } from '@/lib/usecases/context';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { createProposition } from '@/lib/usecases/create-proposition';
import { createSource } from '@/lib/usecases/create-source';
import { declareFullAnnotation } from '@/lib/usecases/declare-full-annotation';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listFactChecks } from '@/lib/usecases/list-fact-checks';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { markNotificationsRead } from '@/lib/usecases/mark-notifications-read';
import { mergeAgreeing } from '@/lib/usecases/merge-agreeing';
import { mergeSource } from '@/lib/usecases/merge-source';
import { openPass } from '@/lib/usecases/open-pass';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { putAdjudication } from '@/lib/usecases/put-adjudication';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { putComment } from '@/lib/usecases/put-comment';
import { putPropositionLink } from '@/lib/usecases/put-proposition-link';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showProposition } from '@/lib/usecases/show-proposition';
import { showPublicFactCheck } from '@/lib/usecases/show-public-fact-check';
import { showSource } from '@/lib/usecases/show-source';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { aPut, anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltUser, contextOf } from '@/tests/support/builders';
import { type Place, READS, told } from '@/tests/support/every-read';
import { codeOf, valueOf } from '@/tests/support/failure-code';

/**
 * Invariant 7, as a difference: to whoever still annotates an article blind everything in the workspace looks the same
 * before the others' passes are adjudicated and after, and after all that came of it.
 */

const NOW = new Date('2026-08-01T10:00:00Z');
const as = (user: BuiltUser): Context => contextOf(user, 'write', { now: NOW });

/** Words that are nowhere but in what came of the passes. */
const SECRETS = ['Zaphira Quellmond', 'Zaphira’s words', 'zaphirine', 'nobody-knows'];
/** Whoever may see a public page may see it also while annotating blind. */
const PUBLIC = ['show-public-fact-check', 'list-public-fact-checks'];

let place: Place;
let owner: Context;
let other: Article;
/** Those who still annotate the article blind: one of them an editor, who may read the most. */
let blind: Record<'annotator' | 'editor', Context>;
/** Whoever waits for their turn, and whoever has submitted. */
let done: Context;
let unbegun: Context;
let marks: { ferry: [string, string]; full: string; pier: string; doubt: string };

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'owner' });
  owner = as(user);
  const { slug } = workspace;
  const article = await anArticle(owner, slug);
  other = await anArticle(
    owner,
    slug,
    'The pier\n\nThe mayor said the pier would be mended, and the ferry would run again.\n',
  );
  const mayor = { attribution: [{ source: { name: 'The mayor', type: 'person' } }] };
  const claim = await anAnnotation(owner, other, 'claim', 'the pier would be mended', mayor);
  const prediction = await anAnnotation(owner, other, 'prediction', 'the ferry would run again', mayor);
  // The article’s own shared layer is closed to whoever annotates it blind, whoever marked what is in it.
  await anAnnotation(owner, article, 'claim', 'It will be full', { tags: ['zaphirine'] });
  const { proposition } = valueOf(
    await createProposition(owner, {
      slug,
      body: { words: 'The pier is mended.', annotationIds: [claim.id] },
    }),
  );
  const member = async (role: 'annotator' | 'editor'): Promise<Context> =>
    as((await aMember({ workspace, role })).user);
  const [mara, ivo] = [await member('annotator'), await member('annotator')];
  [done, unbegun] = [await member('annotator'), await member('annotator')];
  blind = { annotator: await member('annotator'), editor: await member('editor') };
  const everybody = [mara, ivo, done, unbegun, blind.annotator, blind.editor].map(
    ({ actor }) => actor.userId,
  );
  const { id: campaignId } = valueOf(
    await createCampaign(owner, {
      slug,
      body: {
        name: 'The harbour',
        articleIds: [article.id],
        annotatorIds: everybody,
        annotatorsPerArticle: 6,
      },
    }),
  ).campaign;
  place = {
    ...{ slug, article, articleId: article.id, otherId: other.id, campaignId },
    ...{ annotationId: claim.id, predictionId: prediction.id, propositionId: proposition.id },
    sourceId: claim.attribution[0]!.source.id,
    annotators: [mara.actor.userId, ivo.actor.userId].sort() as [string, string],
    modesOf: (format) => [TEXT_MODES[format % TEXT_MODES.length]!],
  };
  const zaphira = {
    tags: ['zaphirine'],
    attribution: [{ source: { name: 'Zaphira Quellmond', type: 'person' }, cue: 'said' }],
  };
  const mark = async (context: Context, words: string, kind: 'claim' | 'prediction' = 'claim') =>
    (await anAnnotation(context, article, kind, words, { pass: 'mine', ...zaphira })).id;
  const ferry = 'the ferry would run again next week';
  marks = {
    ferry: [await mark(mara, ferry, 'prediction'), await mark(ivo, ferry, 'prediction')],
    full: await mark(mara, 'The mayor said'),
    pier: await mark(ivo, 'nobody has mended it since'),
    doubt: await mark(mara, 'Observers doubt it'),
  };
  for (const context of [mara, ivo]) valueOf(await submitPass(context, { articleId: article.id, body: {} }));
  for (const context of Object.values(blind)) {
    valueOf(await openPass(context, { articleId: article.id, body: {} }));
    await anAnnotation(context, article, 'claim', 'the pier', { pass: 'mine' });
  }
  valueOf(await revealPasses(owner, { articleId: article.id, body: {} }));
  valueOf(await openPass(done, { articleId: article.id, body: {} }));
  valueOf(await submitPass(done, { articleId: article.id, body: {} }));
}, 120_000);

async function everythingTold(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [who, context] of Object.entries(blind))
    for (const [name, read] of Object.entries(READS).filter(([name]) => !PUBLIC.includes(name)))
      found[`${name} as ${who}`] = await told(read, context, place);
  return found;
}

const decide = async (annotationIds: string[], decision: object, ifMatch: string | null = null) => {
  const body = { articleId: place.articleId, annotationIds, ...decision };
  return valueOf(await putAdjudication(owner, { id: v7(), ifMatch, body })).decision;
};

/** What the decisions made, with all that an editor can do with it; the ids of it. */
async function adjudicated() {
  const { merged } = valueOf(await mergeAgreeing(owner, { articleId: place.articleId, body: {} }));
  expect(merged).toBe(1);
  await decide([marks.full], { outcome: 'take', take: [marks.full] });
  await decide([marks.pier], { outcome: 'take', take: [marks.pier] });
  await decide([marks.doubt], { outcome: 'take', take: [marks.doubt] });
  await decide([marks.doubt], { outcome: 'none', note: 'zaphirine' }, '1');
  const { rows } = await pool().query<{ id: string; kind: string; exact: string; isDeleted: boolean }>(
    `SELECT a.id, a.kind, s.exact, a.deleted_at IS NOT NULL AS "isDeleted" FROM adjudication_result r
     JOIN every_annotation a ON a.id = r.annotation_id
     JOIN anchor_span s ON s.annotation_id = a.id AND s.revision_id = a.revision_id WHERE r.is_made`,
  );
  expect(rows.map(({ kind, isDeleted }) => `${kind} ${isDeleted}`).sort()).toEqual([
    'claim false',
    'claim false',
    'claim true',
    'prediction false',
  ]);
  const made = (words: string): string => rows.find(({ exact }) => exact.startsWith(words))!.id;
  const [mayor, pier, ferry] = [made('The mayor'), made('nobody'), made('the ferry')];

  const verdict = {
    ...{ id: v7(), status: 'refuted', rationale: 'A zaphirine reason.', searches: ['nobody-knows'] },
    evidence: [{ stance: 'refutes', url: 'https://nobody-knows.example/page', excerpt: 'Mended.' }],
  };
  valueOf(await verifyAnnotation(owner, { id: pier, body: verdict }));
  const outcome = {
    ...{ status: 'came_true', rationale: 'A zaphirine reason.', outcomeKnownAt: '2026-07-01' },
    evidence: [{ stance: 'supports', url: 'https://nobody-knows.example/ran', excerpt: 'It ran.' }],
  };
  valueOf(await verifyAnnotation(owner, { id: ferry, body: outcome }));
  const { userId } = blind.editor.actor;
  const comment = { id: v7(), body: { annotationId: mayor, body: `zaphirine @[${userId}]` } };
  valueOf(await putComment(owner, comment));
  valueOf(
    await arrangeCheck(owner, { id: mayor, ifMatch: '0', body: { assigneeId: userId, priority: 'high' } }),
  );
  const { proposition } = valueOf(
    await createProposition(owner, {
      slug: place.slug,
      body: { words: 'Zaphira’s words', annotationIds: [mayor] },
    }),
  );
  const ends = [{ propositionId: place.propositionId }, { propositionId: proposition.id }] as const;
  for (const type of ['contradicts', 'same'] as const) {
    const { link } = valueOf(
      await putPropositionLink(owner, { id: v7(), body: { type, from: ends[0], to: ends[1] } }),
    );
    valueOf(await confirmLink(owner, { id: link.id, ifMatch: String(link.version) }));
  }
  await insertSettling(database(), {
    ...{ id: v7(), annotationId: ferry, revisionId: other.revision.id, start: 0, end: 10, score: 0.6 },
    ...{ reasons: ['It speaks of the same.'], fingerprint: 'nobody-knows', now: NOW },
  });
  const { factCheck } = valueOf(
    await publishFactCheck(owner, {
      slug: place.slug,
      body: { annotationId: pier, headline: 'Zaphira’s words' },
    }),
  );
  const { revision } = place.article;
  valueOf(
    await declareFullAnnotation(owner, {
      articleId: place.articleId,
      body: { revisionId: revision.id, kinds: ['claim'] },
    }),
  );
  const sources = await pool().query<{ id: string }>(
    `SELECT id FROM source WHERE name = 'Zaphira Quellmond'`,
  );
  for (const { id } of sources.rows)
    valueOf(await mergeSource(owner, { id, body: { into: place.sourceId } }));
  return {
    ...{ claim: pier, prediction: ferry },
    annotations: rows.map(({ id }) => id),
    others: [verdict.id, comment.id, factCheck.id],
    sources: sources.rows.map(({ id }) => id),
    propositions: [proposition.id],
  };
}

let made: Awaited<ReturnType<typeof adjudicated>>;

test('whoever still annotates blind is told the very same before the adjudication and after', async () => {
  const before = await everythingTold();
  made = await adjudicated();
  const after = await everythingTold();
  for (const name of Object.keys(before)) expect({ [name]: after[name] }).toEqual({ [name]: before[name] });
  const words = JSON.stringify(after);
  for (const secret of [...SECRETS, ...Object.values(made).flat()]) expect(words).not.toContain(secret);
}, 300_000);

test('asked for by its id, none of it is there', async () => {
  const nowhere = { ...place, annotationId: v7(), predictionId: v7(), sourceId: v7(), propositionId: v7() };
  const { prediction, claim } = made;
  const there = {
    ...nowhere,
    ...{ annotationId: claim, predictionId: prediction },
    ...{ sourceId: made.sources[0]!, propositionId: made.propositions[0]! },
  };
  for (const [name, read] of Object.entries(READS)) {
    const empty = await told(read, blind.editor, nowhere);
    const asked = await told(read, blind.editor, there);
    expect({ name, told: asked }).toEqual({ name, told: empty });
  }
}, 300_000);

describe('what is in the shared layer of an article', () => {
  test('is not told by how many notifications are left, and what nobody saw is not marked as read', async () => {
    const { slug } = place;
    const { unread } = valueOf(await listNotifications(blind.editor, { slug, query: {} }));
    const [named, all] = [{ ids: [v7()] }, { all: true }];
    expect(valueOf(await markNotificationsRead(blind.editor, { slug, body: named }))).toEqual({ unread });
    expect(valueOf(await markNotificationsRead(blind.editor, { slug, body: all }))).toEqual({ unread: 0 });
  });

  test('has no source that whoever annotates it blind can merge others into, or is led to by them', async () => {
    const { slug } = place;
    const named = async (name: string, aliases: string[] = []) =>
      valueOf(await createSource(owner, { slug, body: { name, type: 'organisation', aliases } })).source;
    const attribution = [{ source: { name: 'The Zaphira Line', type: 'organisation' } }];
    const hidden = (await anAnnotation(owner, place.article, 'claim', 'Observers', { attribution }))
      .attribution[0]!.source;
    const [shown, line] = [await named('The ferry company'), await named('The line', ['ZL'])];
    const into = { body: { into: hidden.id } };
    expect(codeOf(await mergeSource(blind.editor, { id: shown.id, ...into }))).toBe('unknown_source');
    valueOf(await mergeSource(owner, { id: line.id, ...into }));
    expect(codeOf(await showSource(blind.editor, { id: line.id }))).toBe('not_found');
    const again = { name: 'ZL', type: 'organisation' };
    const found = valueOf(await createSource(blind.editor, { slug, body: again }));
    expect(found).toMatchObject({ outcome: 'found', source: { id: hidden.id } });
    expect((await showSource(blind.editor, { id: line.id })).ok).toBe(true);
  });

  test('cannot be written to by whoever annotates it blind, nor told from what is not there', async () => {
    for (const context of Object.values(blind)) {
      for (const id of made.annotations)
        for (const outcome of [
          await reviseAnnotation(context, { id, ifMatch: '1', body: { tags: [] } }),
          await deleteAnnotation(context, { id, ifMatch: '1' }),
          await restoreAnnotation(context, { id }),
          await putComment(context, { id: v7(), body: { annotationId: id, body: 'Seen!' } }),
          await verifyAnnotation(context, { id, body: { status: 'in_review' } }),
        ])
          expect(codeOf(outcome)).toBe('not_found');
      const unasked = { id: v7(), body: aPut(place.article, 'claim', ['ferry']) };
      expect(codeOf(await putAnnotation(context, unasked))).toBe('pass_open');
    }
  });

  test('names a source that whoever annotates it blind makes anew in their pass', async () => {
    const attribution = [{ source: { name: 'Zaphira Quellmond', type: 'person' } }];
    const own = await anAnnotation(blind.annotator, place.article, 'claim', 'it will be late', {
      ...{ pass: 'mine', attribution },
    });
    const { source } = own.attribution[0]!;
    expect(made.sources).not.toContain(source.id);
    expect(source.name).toBe('Zaphira Quellmond');
    const again = valueOf(await showAnnotation(blind.annotator, { id: own.id }));
    expect(again.attribution).toMatchObject([{ source: { id: source.id } }]);
  });

  test('is there for whoever has not begun, or has submitted', async () => {
    const [id] = made.annotations;
    for (const context of [owner, done, unbegun])
      expect(valueOf(await showAnnotation(context, { id: id! })).id).toBe(id);
  });

  test('is public where it was published, and in the workspace hidden all the same', async () => {
    const factCheckId = made.others[2]!;
    expect(await showPublicFactCheck({ id: factCheckId })).toMatchObject({ id: factCheckId });
    const { items } = valueOf(await listFactChecks(blind.editor, { slug: place.slug, query: {} }));
    expect(items).toEqual([]);
  });

  test('is not told by what a new text does to it', async () => {
    const raw = place.article.revision.text.replace('nobody has mended it since', 'nobody mends it');
    const added = valueOf(await addRevision(blind.editor, { articleId: place.articleId, body: { raw } }));
    expect(Object.values(added.anchors).flat()).toEqual([]);
  });

  test('is there with all that came of it once the pass is submitted', async () => {
    const { editor } = blind;
    valueOf(await submitPass(editor, { articleId: place.articleId, body: {} }));
    for (const id of made.annotations) expect(valueOf(await showAnnotation(editor, { id })).id).toBe(id);
    for (const id of made.propositions) expect(valueOf(await showProposition(editor, { id })).id).toBe(id);
    for (const id of made.sources) expect((await showSource(editor, { id })).ok).toBe(true);
    const { items } = valueOf(await listNotifications(editor, { slug: place.slug, query: {} }));
    const unread = items.filter(({ readAt }) => readAt === null).map(({ kind }) => kind);
    expect(unread).toEqual(expect.arrayContaining(['check_assigned', 'mention']));
    expect(codeOf(await showAnnotation(blind.annotator, { id: made.annotations[0]! }))).toBe('not_found');
  });
});
