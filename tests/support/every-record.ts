import { v7 } from 'uuid';
import { database } from '@/lib/data/database';
import { insertSettling } from '@/lib/data/settling-proposals';
import type { Article } from '@/lib/domain/article';
import { captureEvidence } from '@/lib/usecases/capture-evidence';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import { changeLicence } from '@/lib/usecases/change-licence';
import { confirmLink } from '@/lib/usecases/confirm-link';
import type { Context } from '@/lib/usecases/context';
import { createSubset } from '@/lib/usecases/create-subset';
import { createProposition } from '@/lib/usecases/create-proposition';
import { decideCondition } from '@/lib/usecases/decide-condition';
import { declareFullAnnotation } from '@/lib/usecases/declare-full-annotation';
import { dismissSettling } from '@/lib/usecases/dismiss-settling';
import { logReply } from '@/lib/usecases/log-reply';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { putAdjudication } from '@/lib/usecases/put-adjudication';
import { undoAdjudication } from '@/lib/usecases/undo-adjudication';
import { putPropositionLink } from '@/lib/usecases/put-proposition-link';
import { rejectLink } from '@/lib/usecases/reject-link';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { submitPass } from '@/lib/usecases/submit-pass';
import { submitResolution } from '@/lib/usecases/submit-resolution';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from './article-builders';
import { aCapture } from './evidence-builders';
import { aMember, contextOf } from './builders';
import { valueOf } from './failure-code';

const OTHER_RAW = `The bridge is to be closed

“We will mend it by May if the council agrees,” the engineer 👩‍🚀 said. The cafe\u0301 beside it lost a third of its guests.
`;

/**
 * Fills a workspace through the use cases so that it holds records of every type of the lossless form, also the rare ones:
 * stored copies with and without a file, captures that failed, decisions by rule, two resolvers, links that were confirmed
 * and rejected, revealed passes with verdicts and what was decided on them. `owner` must be its owner.
 */
export async function fillWithEveryRecord(
  owner: Context,
  { slug, workspaceId }: { slug: string; workspaceId: string },
): Promise<{ article: Article; passes: string[] }> {
  const member = async (name: string, role: 'annotator' | 'editor') => {
    const { user } = await aMember({
      workspace: { id: workspaceId, slug, name: '' },
      role,
      user: {
        id: (await database().user.create({ data: { id: v7(), name, email: `${v7()}@example.org` } })).id,
        name,
        email: '',
      },
    });
    return contextOf(user);
  };
  const [mara, ivo, second] = [
    await member('Mara =Voss', 'annotator'),
    await member('Ivo "Lind" 🙂', 'annotator'),
    await member('Second Resolver', 'editor'),
  ];
  valueOf(
    await changeGuideline(owner, {
      slug,
      ifMatch: '1',
      body: {
        text: 'Mark **every** claim.\n\n- =1+1\n- "so"',
        tags: [{ name: 'piers', meaning: 'About piers\tand quays' }, { name: 'a|b' }],
        attributes: [
          {
            key: 'scope',
            label: 'How far',
            kinds: ['claim'],
            type: 'choice',
            options: ['town', 'land'],
            ordered: true,
          },
        ],
        summary: 'Scope is new.',
      },
    }),
  );
  const article = await anArticle(owner, slug);
  const other = await anArticle(owner, slug, OTHER_RAW);
  valueOf(
    await changeLicence(owner, {
      articleId: article.id,
      ifMatch: '0',
      body: { licence: 'cc by 4.0', rightsHolder: '=The "Post"', textAllowed: 'offsets' },
    }),
  );
  const claim = await anAnnotation(owner, article, 'claim', 'the pier 👩‍👩‍👧 was closed in March', {
    tags: ['piers'],
    attributes: { scope: 'town' },
  });
  const guests = await anAnnotation(
    owner,
    other,
    'claim',
    'The cafe\u0301 beside it lost a third of its guests',
  );
  const prediction = await anAnnotation(owner, other, 'prediction', 'We will mend it by May', {
    prediction: { condition: 'if the council agrees', deadline: '2026-05-31', criteria: 'Cars cross it.' },
  });
  const ferry = await anAnnotation(owner, article, 'prediction', 'the ferry would run again next week', {
    prediction: { deadline: '2026-03-22' },
  });

  await keepEvidence(owner, slug, claim.id);
  const conditionEvidence = [
    { stance: 'refutes', url: 'https://council.example.org', excerpt: 'It voted no.' },
  ];
  valueOf(
    await decideCondition(owner, {
      id: prediction.id,
      body: {
        state: 'not_met',
        rationale: 'It voted =no.',
        evidence: conditionEvidence,
        searches: ['minutes'],
      },
    }),
  );
  await resolveTwice([owner, second], slug, ferry.id);
  const request = { id: v7(), kind: 'request', name: 'Harbour office', way: 'e-mail', day: '2026-11-20' };
  valueOf(await logReply(owner, { id: claim.id, body: request }));
  valueOf(
    await publishFactCheck(owner, { slug, body: { annotationId: claim.id, headline: 'Was it "so"?' } }),
  );
  await linkUp(owner, slug, [claim.id, guests.id], ferry.id, other);
  valueOf(
    await declareFullAnnotation(owner, {
      articleId: other.id,
      body: { revisionId: other.revision.id, kinds: ['claim', 'quote'] },
    }),
  );
  const filter = { kind: ['claim'], tag: 'piers' };
  valueOf(await createSubset(owner, { slug, body: { name: 'Claims =on "piers"', note: 'So\tfar', filter } }));
  return { article, passes: await annotateApart(owner, [mara, ivo], article) };
}

/** A page that could not be fetched, a file that is kept, and a decision that rests on both. */
async function keepEvidence(owner: Context, slug: string, claimId: string): Promise<void> {
  const failed = await aCapture(owner, slug);
  const base64 = Buffer.from('The log says: =closed "in" March. 🙂\n').toString('base64');
  const file = valueOf(
    await captureEvidence(owner, { slug, body: { fileName: 'log=1.txt', base64 } }),
  ).capture;
  const evidence = [
    { stance: 'supports', captureId: file.id, excerpt: '=closed "in" March', origin: 'primary' },
    { stance: 'context', captureId: failed.id },
    { stance: 'supports', url: 'https://waits.example.org/a', excerpt: 'not fetched yet' },
  ];
  const body = { status: 'supported', rationale: 'The log\tsays "so".', evidence };
  valueOf(await verifyAnnotation(owner, { id: claimId, body }));
}

async function resolveTwice(resolvers: readonly Context[], slug: string, id: string): Promise<void> {
  await database().workspace.update({ where: { slug }, data: { secondResolver: true } });
  const evidence = [{ stance: 'supports', url: 'https://example.org/ferry', excerpt: 'It ran.' }];
  for (const [i, context] of resolvers.entries()) {
    const body = {
      id: v7(),
      status: 'came_true',
      rationale: `Seen ${i}.`,
      evidence,
      outcomeKnownAt: '2026-03-20',
    };
    valueOf(await submitResolution(context, { id, body }));
  }
}

/** A link that is confirmed, one that is rejected, and a passage that settles nothing. */
async function linkUp(
  owner: Context,
  slug: string,
  claims: readonly string[],
  predictionId: string,
  other: Article,
): Promise<void> {
  const make = async (words: string, annotationIds: readonly string[]) =>
    valueOf(
      await createProposition(owner, { slug, body: { id: v7(), words, annotationIds: [...annotationIds] } }),
    ).proposition.id;
  const [one, two] = [
    await make('It was =closed.', [claims[0]!]),
    await make('Guests "stay" away.', [claims[1]!]),
  ];
  const links = await Promise.all(
    (['contradicts', 'updates'] as const).map(async (type) => {
      const body = { type, from: { propositionId: one }, to: { propositionId: two } };
      return valueOf(await putPropositionLink(owner, { id: v7(), body })).link;
    }),
  );
  valueOf(await confirmLink(owner, { id: links[0]!.id, ifMatch: String(links[0]!.version) }));
  valueOf(await rejectLink(owner, { id: links[1]!.id, ifMatch: String(links[1]!.version) }));
  const settlingId = v7();
  await insertSettling(database(), {
    id: settlingId,
    annotationId: predictionId,
    revisionId: other.revision.id,
    start: 0,
    end: 10,
    score: 0.625,
    reasons: ['It speaks of the "same".'],
    fingerprint: 'a passage',
    now: owner.now,
  });
  valueOf(await dismissSettling(owner, { id: settlingId }));
}

/** Two blind passes with a verdict, revealed, and decisions on what stands in them. Answers the passes' ids. */
async function annotateApart(
  owner: Context,
  [mara, ivo]: [Context, Context],
  article: Article,
): Promise<string[]> {
  const blindly = (context: Context, words: string, more: Record<string, unknown> = {}) =>
    anAnnotation(context, article, 'claim', words, { pass: 'mine', ...more });
  const attribution = [{ source: { name: 'Zaphira "Quell"', type: 'person' }, cue: 'said\tso' }];
  const hers = await blindly(mara, 'nobody has mended it since', {
    attribution,
    attributes: { scope: 'land' },
  });
  const his = await blindly(ivo, 'nobody has mended it');
  const alone = await blindly(ivo, 'Observers doubt it');
  const verdict = {
    status: 'refuted',
    rationale: 'It was =mended.',
    errorHop: 'reporter',
    evidence: [{ stance: 'refutes', url: 'https://example.org/mended', excerpt: 'Mended.' }],
  };
  valueOf(await verifyAnnotation(mara, { id: hers.id, body: verdict }));
  for (const context of [mara, ivo])
    valueOf(await submitPass(context, { articleId: article.id, body: { kinds: ['claim', 'prediction'] } }));
  const { revealed } = valueOf(await revealPasses(owner, { articleId: article.id, body: {} }));
  const decide = async (annotationIds: string[], decision: object, ifMatch?: string) =>
    valueOf(
      await putAdjudication(owner, {
        id: v7(),
        ifMatch: ifMatch ?? null,
        body: { articleId: article.id, annotationIds, ...decision },
      }),
    ).decision;
  await decide([hers.id, his.id], { outcome: 'take', take: [hers.id], note: 'Hers =is whole.' });
  await decide([hers.id, his.id], { outcome: 'take', take: [his.id] }, '1');
  const { id } = await decide([alone.id], { outcome: 'none' });
  valueOf(await undoAdjudication(owner, { id, body: {} }));
  await decide([alone.id], { outcome: 'disagreement' });
  return revealed.map(({ id }) => id);
}
