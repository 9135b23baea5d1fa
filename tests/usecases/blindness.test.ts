import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, pool } from '@/lib/data/database';
import { listEventsAfter } from '@/lib/data/events';
import type { Annotation } from '@/lib/domain/annotation';
import { KINDS, TEXT_MODES } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { createProposition } from '@/lib/usecases/create-proposition';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { assignArticles } from '@/lib/usecases/assign-articles';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { openPass } from '@/lib/usecases/open-pass';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { putComment } from '@/lib/usecases/put-comment';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { aPut, anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';
import { NO_READS, type Place, type Read, READS, told } from '@/tests/support/every-read';

/** Invariant 7, as a difference: with a blind pass in the workspace everything looks to everybody else as it did without. */

test('every use case that reads is tried', () => {
  const reading = readdirSync('lib/usecases')
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => /^(list|show|find|found|open|export|follow|count|preview|draft|is)-/.test(name));
  expect(reading.sort()).toEqual([...Object.keys(READS), ...Object.keys(NO_READS)].sort());
});

const NOW = new Date('2026-08-01T10:00:00Z');
const people = {} as Record<'reader' | 'annotator' | 'editor' | 'owner', BuiltUser>;
let blind: [BuiltUser, BuiltUser];
let place: Place;
/** A claim of the shared layer of the other article, which verdicts in passes cite. */
let citedId: string;

beforeAll(async () => {
  const { user: owner, workspace } = await aMember({ role: 'owner' });
  const [context, { slug }] = [contextOf(owner, 'write', { now: NOW }), workspace];
  const article = await anArticle(context, slug);
  const other = await anArticle(
    context,
    slug,
    'The pier\n\nThe mayor said the pier would be mended, and the ferry would run again.\n',
  );
  citedId = (await anAnnotation(context, other, 'claim', 'the ferry')).id;
  const mayor = { source: { name: 'The mayor', type: 'person' } };
  const claim = await anAnnotation(context, article, 'claim', 'mayor', { attribution: [mayor] });
  const prediction = await anAnnotation(
    context,
    article,
    'prediction',
    'the ferry would run again next week',
  );
  valueOf(await putComment(context, { id: v7(), body: { annotationId: claim.id, body: 'Who is that?' } }));
  valueOf(
    await verifyAnnotation(context, {
      id: claim.id,
      body: { status: 'supported', rationale: 'So it is.', searches: ['The archive'] },
    }),
  );
  const { proposition } = valueOf(
    await createProposition(context, { slug, body: { words: 'The mayor is here.' } }),
  );
  Object.assign(people, { owner });
  for (const role of ['reader', 'annotator', 'editor'] as const)
    people[role] = (await aMember({ workspace, role })).user;
  blind = [(await aMember({ workspace })).user, (await aMember({ workspace, role: 'editor' })).user];
  const annotators = blind.map(({ id }) => id).sort() as [string, string];
  const [annotationId, predictionId] = [claim.id, prediction.id];
  const sourceId = claim.attribution[0]!.source.id;
  const propositionId = proposition.id;
  const campaign = {
    ...{ name: 'The harbour', articleIds: [article.id], annotatorIds: annotators },
    annotatorsPerArticle: 3,
  };
  const { id: campaignId } = valueOf(await createCampaign(context, { slug, body: campaign })).campaign;
  valueOf(await assignArticles(context, { id: campaignId, body: { spread: 'evenly' } }));
  place = {
    slug,
    article,
    articleId: article.id,
    otherId: other.id,
    annotationId,
    predictionId,
    sourceId,
    propositionId,
    campaignId,
    annotators,
    modesOf: () => TEXT_MODES,
  };
});

/** Words that are nowhere in the article or beside it. */
const SECRETS = ['Zaphira Quellmond', 'Quellmond Institute', 'zaphirine', 'nobody-knows'];

interface Mark {
  kind: (typeof KINDS)[number];
  words: string;
  source: { name: string; type: string };
  then: 'stays' | 'revised' | 'deleted' | 'restored' | 'judged';
}

const markArbitrary: fc.Arbitrary<Mark> = fc.record({
  kind: fc.constantFrom(...KINDS),
  words: fc.constantFrom(
    'The mayor said',
    'the pier',
    'It will be full',
    'ferry',
    'nobody has mended it since',
  ),
  source: fc.constantFrom(
    { name: 'Zaphira Quellmond', type: 'person' },
    { name: 'Quellmond Institute', type: 'organisation' },
    { name: 'The mayor', type: 'person' },
    { name: 'a zaphirine observer', type: 'anonymous' },
  ),
  then: fc.constantFrom('stays', 'revised', 'deleted', 'restored', 'judged'),
});

/** Marks words in somebody's blind pass; the ids of what was made. */
async function annotateBlind(user: BuiltUser, marks: readonly Mark[]): Promise<string[]> {
  const context = contextOf(user, 'write', { now: NOW });
  const hidden: string[] = [];
  for (const { kind, words, source, then } of marks) {
    const body = aPut(place.article, kind, [words], {
      pass: 'mine',
      tags: ['nobody-knows'],
      attribution: [{ source, cue: 'said' }],
    });
    const made = valueOf(await putAnnotation(context, { id: v7(), body })).annotation;
    hidden.push(made.id, made.layer);
    const named = made.attribution[0]!.source;
    if (named.name !== 'The mayor') hidden.push(named.id);
    if (then === 'revised')
      valueOf(await reviseAnnotation(context, { id: made.id, ifMatch: '1', body: { tags: ['zaphirine'] } }));
    if (then === 'judged') hidden.push(await judgedBlind(context, made));
    if (then === 'deleted' || then === 'restored')
      valueOf(await deleteAnnotation(context, { id: made.id, ifMatch: '1' }));
    if (then === 'restored') valueOf(await restoreAnnotation(context, { id: made.id }));
  }
  return hidden;
}

const VERDICTS: Record<Mark['kind'], string> = {
  claim: 'refuted',
  quote: 'misattributed',
  prediction: 'came_true',
};

/** A verdict with all that one can carry, also on evidence in an article that others read; its id. */
async function judgedBlind(context: Context, { id, kind }: Annotation): Promise<string> {
  const body = {
    id: v7(),
    status: VERDICTS[kind],
    rationale: 'A zaphirine reason.',
    evidence: [
      { stance: 'refutes', articleId: place.otherId, span: { start: 0, end: 8 } },
      { stance: 'context', annotationId: citedId },
      { stance: 'context', url: 'https://nobody-knows.example/page', excerpt: 'zaphirine' },
    ],
    searches: ['nobody-knows'],
    ...(kind === 'quote' && { errorHop: 0 }),
  };
  return valueOf(await verifyAnnotation(context, { id, body })).verification.id;
}

/**
 * To everybody each format in one mode: among them all modes of each format are asked for, and each of them asks for
 * all formats and all modes.
 */
async function everythingTold(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [turn, [who, user]] of Object.entries(people).entries()) {
    const modesOf = (format: number) => [TEXT_MODES[(format + turn) % TEXT_MODES.length]!];
    const context = contextOf(user, 'write', { now: NOW });
    for (const [name, read] of Object.entries(READS))
      found[`${name} as ${who}`] = await told(read, context, { ...place, modesOf });
  }
  return found;
}

/** Of these there is none in the workspace. */
const NOTHING_THERE = [
  'show-pass-outcome',
  'list-fact-check-versions',
  'show-fact-check',
  'show-public-fact-check',
  'list-public-fact-checks',
];

test('each of them tells the owner something', async () => {
  const refused: [string, unknown][] = [];
  for (const [name, read] of Object.entries(READS)) {
    const outcome = await told(read, contextOf(people.owner, 'write', { now: NOW }), place);
    const parts = Array.isArray(outcome) ? outcome.flat() : [outcome];
    for (const part of parts) if ((part as { ok?: boolean } | null)?.ok === false) refused.push([name, part]);
  }
  expect(refused.filter(([name]) => !NOTHING_THERE.includes(name))).toEqual([]);
}, 60_000);

const hidden = new Set<string>();

test('to everybody else all that can be read is as it was without the passes', async () => {
  const before = await everythingTold();
  await fc.assert(
    fc.asyncProperty(
      fc.array(markArbitrary, { minLength: 1, maxLength: 4 }),
      fc.array(markArbitrary, { minLength: 1, maxLength: 4 }),
      async (first, second) => {
        for (const id of await annotateBlind(blind[0], first)) hidden.add(id);
        for (const id of await annotateBlind(blind[1], second)) hidden.add(id);
        const after = await everythingTold();
        for (const name of Object.keys(before))
          expect({ [name]: after[name] }).toEqual({ [name]: before[name] });
        const words = JSON.stringify(after);
        for (const secret of [...SECRETS, ...hidden]) expect(words).not.toContain(secret);
      },
    ),
    { numRuns: 3 },
  );
  // Submitted they are as blind as before.
  for (const user of blind)
    valueOf(
      await submitPass(contextOf(user, 'write', { now: NOW }), { articleId: place.articleId, body: {} }),
    );
  expect(await everythingTold()).toEqual(before);
}, 300_000);

describe('what is in a pass, asked for by its id', () => {
  const nowhere = (): Place => ({ ...place, annotationId: v7(), predictionId: v7(), sourceId: v7() });

  /** What a use case tells of ids that are nowhere, or null when it is asked for none of them. */
  async function toldOfNothing(read: Read, context: Context): Promise<{ empty: unknown } | null> {
    let asksForId = false;
    const watched = new Proxy(nowhere(), {
      get: (target, name: keyof Place) => {
        asksForId ||= name === 'annotationId' || name === 'predictionId' || name === 'sourceId';
        return target[name];
      },
    });
    const empty = await told(read, context, watched);
    return asksForId ? { empty } : null;
  }

  test('every use case that takes an id answers as for one that is nowhere', async () => {
    const asked = new Set<string>();
    for (const user of [people.editor, blind[1]]) {
      const context = contextOf(user, 'write', { now: NOW });
      const { rows } = await pool().query<{ id: string; kind: string; source: string | null }>(
        `SELECT DISTINCT ON (a.kind) a.id, a.kind, (SELECT h.source_id FROM attribution_hop h
           JOIN every_source s ON s.id = h.source_id WHERE h.annotation_id = a.id AND s.layer <> 'shared') AS source
         FROM every_annotation a JOIN pass p ON p.id = a.pass_id WHERE p.annotator_id = $1 ORDER BY a.kind, source`,
        [blind[0].id],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const [name, read] of Object.entries(READS)) {
        const nothing = await toldOfNothing(read, context);
        if (!nothing) continue;
        asked.add(name);
        for (const { id, kind, source } of rows) {
          const there = { ...place, annotationId: id, predictionId: id, sourceId: source ?? v7() };
          const answer = await told(read, context, there);
          expect({ name, kind, told: answer }).toEqual({ name, kind, told: nothing.empty });
        }
      }
    }
    expect([...asked]).toEqual(expect.arrayContaining(['show-annotation', 'show-resolution', 'show-source']));
  }, 300_000);

  test('nor can anybody write to it, or tell it from what is not there', async () => {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT a.id FROM every_annotation a JOIN pass p ON p.id = a.pass_id WHERE p.annotator_id = $1 AND a.deleted_at IS NULL`,
      [blind[0].id],
    );
    for (const user of [people.annotator, people.editor, people.owner, blind[1]])
      for (const { id } of rows) {
        const context = contextOf(user, 'write', { now: NOW });
        const outcomes = [
          await reviseAnnotation(context, { id, ifMatch: '1', body: { tags: [] } }),
          await deleteAnnotation(context, { id, ifMatch: '1' }),
          await restoreAnnotation(context, { id }),
          await putAnnotation(context, { id, body: aPut(place.article, 'claim', ['ferry']) }),
          await putComment(context, { id: v7(), body: { annotationId: id, body: 'Seen!' } }),
          await verifyAnnotation(context, { id, body: { status: 'in_review' } }),
        ];
        expect(outcomes.map(codeOf)).toEqual(outcomes.map(() => 'not_found'));
      }
  });
});

test('the number of the article’s last event stays, and no event of a pass is sent to anybody', async () => {
  const events = await listEventsAfter(database(), place.articleId, 0);
  expect(events.every(({ layer }) => layer === 'shared')).toBe(true);
  const { article } = valueOf(await openReadingRoom(contextOf(people.owner), { id: place.articleId }));
  expect(article.seq).toBe(events.at(-1)!.seq);
});

test('what is revealed of others tells whoever still annotates blind nothing', async () => {
  const late = contextOf(people.annotator, 'write', { now: NOW });
  valueOf(await openPass(late, { articleId: place.articleId, body: {} }));
  const toldLate = async (): Promise<Record<string, unknown>> => {
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(READS)) found[name] = await told(read, late, place);
    return found;
  };
  const before = await toldLate();
  const owner = contextOf(people.owner, 'write', { now: NOW });
  const { revealed } = valueOf(await revealPasses(owner, { articleId: place.articleId, body: {} }));
  expect(revealed).toHaveLength(2);
  const after = await toldLate();
  for (const name of Object.keys(before)) expect({ [name]: after[name] }).toEqual({ [name]: before[name] });
  const words = JSON.stringify(after);
  for (const secret of [...SECRETS, ...hidden]) expect(words).not.toContain(secret);
}, 60_000);
