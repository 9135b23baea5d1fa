import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Status } from '@/lib/domain/vocabulary';
import { addRevision } from '@/lib/usecases/add-revision';
import { approveVerification } from '@/lib/usecases/approve-verification';
import { changeCheckingRules } from '@/lib/usecases/change-checking-rules';
import type { Context } from '@/lib/usecases/context';
import { declineVerification } from '@/lib/usecases/decline-verification';
import { listHistory } from '@/lib/usecases/list-history';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { testDatabase } from '@/tests/support/database';
import { anAnnotation, anArticle, SAMPLE_RAW, spansOf } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let slug: string;
let workspaceId: string;
let ada: Context;
let ben: Context;
let owner: Context;
let annotator: Context;
let article: Article;
let claim: Annotation;

beforeEach(async () => {
  const first = await aMember({ role: 'owner' });
  const { workspace } = first;
  ({ slug, id: workspaceId } = workspace);
  owner = contextOf(first.user);
  ada = contextOf((await aMember({ workspace, role: 'editor', user: await aUser({ name: 'Ada' }) })).user);
  ben = contextOf((await aMember({ workspace, role: 'editor', user: await aUser({ name: 'Ben' }) })).user);
  annotator = contextOf((await aMember({ workspace, role: 'annotator', user: await aUser() })).user);
  article = await anArticle(ada, slug);
  claim = await anAnnotation(ada, article, 'claim', 'nobody has mended it since');
  valueOf(await changeCheckingRules(owner, { slug, body: { needsApproval: true } }));
});

const decide = async (status: Status, more: object = {}, context = ada) =>
  valueOf(
    await verifyAnnotation(context, {
      id: claim.id,
      body: { status, rationale: 'The log says so.', searches: ['The log'], ...more },
    }),
  );
const approve = (id: string, context = ben) => approveVerification(context, { id, body: {} });
const decline = (id: string, context = ben) =>
  declineVerification(context, { id, body: { reason: 'Ask the harbour office.' } });
const kindsOf = async (context: Context) =>
  valueOf(await listNotifications(context, { slug, query: {} })).items.map(({ kind }) => kind);

describe('a decision where a second pair of eyes is asked for', () => {
  test('waits no more once its mark is moved to words that say something else', async () => {
    const { verification, annotation } = await decide('supported');
    const spans = spansOf(article.revision.text, 'the ferry would run again next week');
    const ifMatch = String(annotation.version);
    const moved = valueOf(await reviseAnnotation(annotator, { id: claim.id, ifMatch, body: { spans } }));
    expect(moved).toMatchObject({ status: 'unverified', recheck: { sinceRevision: 1 } });
    expect(moved.awaiting).toBeUndefined();
    expect(codeOf(await approve(verification.id))).toBe('not_awaiting');
  });

  test('waits, with the annotation in review, until another editor says yes', async () => {
    const { verification, annotation } = await decide('supported');
    expect(annotation).toMatchObject({
      status: 'in_review',
      awaiting: { verificationId: verification.id, status: 'supported', verifier: { name: 'Ada' } },
    });
    expect(verification.approval).toEqual({ state: 'awaiting', by: null, reason: null, at: null });
    const settled = valueOf(await approve(verification.id));
    expect(settled.annotation).toMatchObject({ status: 'supported' });
    expect(settled.annotation.awaiting).toBeUndefined();
    expect(settled.verification.approval).toMatchObject({ state: 'approved', by: { name: 'Ben' } });
    const { items } = valueOf(await listHistory(ada, { id: claim.id, query: {} }));
    expect(items.map(({ type }) => type)).toEqual([
      'annotation_created',
      'verification_recorded',
      'decision_approved',
    ]);
    expect(items[2]!.settled).toMatchObject({ verificationId: verification.id, status: 'supported' });
  });

  test('is never approved by the one who made it, nor by their token, nor by an annotator', async () => {
    const { verification } = await decide('supported');
    const token = contextOf({ id: ada.actor.userId, name: 'Ada' }, 'write', {
      tokenWorkspaceId: workspaceId,
    });
    for (const own of [ada, token]) {
      const refused = await approve(verification.id, own);
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(JSON.stringify(refused)).toContain('your own');
    }
    expect(codeOf(await approve(verification.id, annotator))).toBe('forbidden');
    expect(codeOf(await approve(verification.id, contextOf((await aMember({ role: 'owner' })).user)))).toBe(
      'not_found',
    );
    expect(valueOf(await showAnnotation(ada, { id: claim.id })).status).toBe('in_review');
  });

  test('is told to the other editors and owners, and a no to the one who decided', async () => {
    const { verification } = await decide('supported');
    expect([await kindsOf(ben), await kindsOf(owner)]).toEqual([['approval_asked'], ['approval_asked']]);
    expect([await kindsOf(ada), await kindsOf(annotator)]).toEqual([[], []]);
    valueOf(await decline(verification.id));
    expect(await kindsOf(ada)).toEqual(['decision_declined']);
  });

  test('that is declined stays with the reason, and the status is again what it was', async () => {
    const first = await decide('supported');
    valueOf(await approve(first.verification.id));
    const second = await decide('refuted');
    const { annotation, verification } = valueOf(await decline(second.verification.id));
    expect(annotation.status).toBe('supported');
    expect(verification.approval).toMatchObject({ state: 'declined', reason: 'Ask the harbour office.' });
    const third = await decide('refuted');
    const fourth = await decide('conflicting', {}, ben);
    expect(codeOf(await approve(third.verification.id))).toBe('not_awaiting');
    expect(valueOf(await decline(fourth.verification.id, ada)).annotation.status).toBe('supported');
    const decisions = valueOf(await listVerifications(ada, { id: claim.id }));
    expect(decisions.map(({ approval }) => approval?.state)).toEqual([
      'approved',
      'declined',
      'lapsed',
      'declined',
    ]);
  });

  test('needs a reason to be declined', async () => {
    const { verification } = await decide('supported');
    expect(codeOf(await declineVerification(ben, { id: verification.id, body: { reason: ' ' } }))).toBe(
      'invalid_input',
    );
  });

  test('is settled once, by whoever comes first; the same yes again changes nothing', async () => {
    const { verification } = await decide('supported');
    const outcomes = await Promise.all([
      approve(verification.id),
      approve(verification.id, owner),
      decline(verification.id),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = outcomes.map(codeOf).filter((code) => code !== null);
    expect(codes).toEqual(['already_settled', 'already_settled']);
    const winner = [ben, owner, ben][outcomes.findIndex(({ ok }) => ok)]!;
    const again = outcomes[2]!.ok ? await decline(verification.id) : await approve(verification.id, winner);
    expect(valueOf(again).outcome).toBe('unchanged');
  });

  test('waits no more once a new text has changed the words', async () => {
    const { verification } = await decide('supported');
    const raw = SAMPLE_RAW.replace('nobody has mended it since', 'somebody has mended it since');
    valueOf(await addRevision(ada, { articleId: article.id, body: { raw } }));
    const now = valueOf(await showAnnotation(ada, { id: claim.id }));
    expect(now).toMatchObject({ status: 'unverified', anchor: 'changed' });
    expect(now.awaiting).toBeUndefined();
    expect(codeOf(await approve(verification.id))).toBe('not_awaiting');
  });

  test('is only asked of decisions: taking up a review needs nobody', async () => {
    const { annotation, verification } = await decide('in_review', { rationale: '', searches: [] });
    expect([annotation.status, annotation.awaiting, verification.approval]).toEqual([
      'in_review',
      undefined,
      null,
    ]);
  });

  test('the database keeps what was said as it was said', async () => {
    const { verification } = await decide('supported');
    valueOf(await approve(verification.id));
    for (const change of [`UPDATE approval SET outcome = 'declined'`, 'DELETE FROM approval'])
      await expect(
        testDatabase().query(`${change} WHERE verification_id = '${verification.id}'`),
      ).rejects.toThrow(/never changed/);
  });
});

describe('a decision that is there', () => {
  beforeEach(async () => {
    valueOf(await changeCheckingRules(owner, { slug, body: { needsApproval: false } }));
  });

  test('is corrected by another one, which says what was wrong', async () => {
    const first = await decide('supported');
    const second = await decide('refuted', { correction: 'We read the log of another ferry.' });
    expect(second.verification.correction).toEqual({
      of: first.verification.id,
      reason: 'We read the log of another ferry.',
    });
  });

  test('is not there to be corrected before the first', async () => {
    const body = { status: 'refuted', rationale: 'No.', searches: ['Log'], correction: 'Wrong.' };
    expect(codeOf(await verifyAnnotation(ada, { id: claim.id, body }))).toBe('nothing_to_correct');
  });

  test('is opened again with a reason, not without', async () => {
    await decide('supported');
    const body = { id: v7(), status: 'in_review' };
    expect(codeOf(await verifyAnnotation(ada, { id: claim.id, body }))).toBe('rationale_missing');
    const opened = await decide('in_review', { rationale: 'The office has published a new log.' });
    expect(opened.annotation.status).toBe('in_review');
  });
});

describe('as of a day', () => {
  const on = (context: Context, instant: string): Context => ({ ...context, now: new Date(instant) });

  test('there is what had been recorded by its end, and nothing of what came later', async () => {
    const at = on(ada, '2026-03-01T10:00:00Z');
    claim = await anAnnotation(at, article, 'claim', 'the pier 👩‍👩‍👧 was closed in March');
    const { verification } = await decide('supported', {}, on(ada, '2026-03-02T10:00:00Z'));
    valueOf(await approve(verification.id, on(ben, '2026-03-04T10:00:00Z')));
    const statusOn = async (asOf: string) =>
      valueOf(await showAnnotation(ada, { id: claim.id, query: { asOf } })).status;
    expect(codeOf(await showAnnotation(ada, { id: claim.id, query: { asOf: '2026-02-28' } }))).toBe(
      'not_found',
    );
    expect([
      await statusOn('2026-03-01'),
      await statusOn('2026-03-03'),
      await statusOn('2026-03-04'),
    ]).toEqual(['unverified', 'in_review', 'supported']);
    const statesOn = async (query: object) =>
      valueOf(await listVerifications(ada, { id: claim.id, query })).map(({ approval }) => approval?.state);
    expect(await statesOn({ asOf: '2026-03-01' })).toEqual([]);
    expect(await statesOn({ asOf: '2026-03-03' })).toEqual(['awaiting']);
    expect(await statesOn({ asOf: '2026-03-04' })).toEqual(['approved']);
    expect(await statesOn({ knownAsOf: '2026-03-01' })).toEqual([]);
    expect(codeOf(await listVerifications(ada, { id: claim.id, query: { asOf: 'then' } }))).toBe(
      'invalid_input',
    );
  });
});
