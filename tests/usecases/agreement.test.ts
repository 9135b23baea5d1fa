import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';
import { openPass } from '@/lib/usecases/open-pass';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltUser, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let workspace: BuiltWorkspace;
let slug: string;
let editor: Context;
let people: Record<'mara' | 'ivo' | 'cy', BuiltUser>;
let harbour: Article;
let pier: Article;
/** The ids of Mara and Ivo in their order. */
let a: string;
let b: string;
/** Whose verdict each of the two recorded on the same words. */
let verdictOf: Record<string, string>;

const on = (day: string) => ({ now: new Date(`${day}T10:00:00Z`) });

beforeAll(async () => {
  const made = await aMember({ role: 'owner' });
  workspace = made.workspace;
  slug = workspace.slug;
  editor = contextOf(made.user);
  people = {
    mara: (await aMember({ workspace })).user,
    ivo: (await aMember({ workspace })).user,
    cy: (await aMember({ workspace })).user,
  };
  [a, b] = [people.mara.id, people.ivo.id].sort() as [string, string];
  await writeOwnAttribute();
  harbour = await anArticle(editor, slug);
  pier = await anArticle(editor, slug, 'The pier\n\nThe mayor said the pier would be mended soon.\n');
  verdictOf = { [people.mara.id]: 'supported', [people.ivo.id]: 'refuted' };
  for (const who of ['mara', 'ivo'] as const) {
    const made = await blindly(who, harbour, 'The mayor said', { attributes: { urgency: URGENCY[who] } });
    await judge(who, made.id);
    if (who === 'mara') await blindly(who, harbour, 'the pier');
    await finish(who, harbour, who === 'mara' ? '2026-03-02' : '2026-04-20');
    await blindly(who, pier, 'The mayor said the pier would be mended soon');
    await finish(who, pier, who === 'mara' ? '2026-06-05' : '2026-05-05', ['claim']);
  }
  await blindly('cy', harbour, 'The mayor said');
  await finish('cy', harbour, '2026-04-21');
  for (const { id } of [harbour, pier]) valueOf(await revealPasses(editor, { articleId: id, body: {} }));
});

const URGENCY = { mara: 'low', ivo: 'high', cy: 'low' };

async function writeOwnAttribute(): Promise<void> {
  const urgency = {
    key: 'urgency',
    label: 'Urgency',
    kinds: ['claim'],
    type: 'choice',
    options: ['low', 'middle', 'high'],
    ordered: true,
  };
  const body = { text: 'Mark what can be checked.', attributes: [urgency], summary: 'How urgent it is.' };
  valueOf(await changeGuideline(editor, { slug, ifMatch: '1', body }));
}

const blindly = (
  who: keyof typeof people,
  article: Article,
  words: string,
  more: Record<string, unknown> = {},
): Promise<Annotation> =>
  anAnnotation(contextOf(people[who]), article, 'claim', words, { pass: 'mine', ...more });

async function judge(who: 'mara' | 'ivo', id: string): Promise<void> {
  const status = verdictOf[people[who].id];
  valueOf(
    await verifyAnnotation(contextOf(people[who]), { id, body: { status, rationale: `Because ${who}.` } }),
  );
}

async function finish(who: keyof typeof people, { id }: Article, day: string, kinds?: string[]) {
  const context = contextOf(people[who], 'write', on(day));
  valueOf(await submitPass(context, { articleId: id, body: kinds ? { kinds } : {} }));
}

const agreement = async (query: Record<string, string> = {}, context = editor) =>
  valueOf(await showAgreement(context, { slug, query }));
const disagreements = async (query: Record<string, string>) => {
  const found = valueOf(
    await listPassDisagreements(editor, { slug, query: { a, b, kind: 'claim', ...query } }),
  );
  return found.articles.flatMap(({ items }) => items);
};
const ofMaraAndIvo = <P extends { a: { id: string }; b: { id: string } }>(pairs: readonly P[]): P =>
  pairs.find((pair) => pair.a.id === a && pair.b.id === b)!;

describe('what annotators agree on', () => {
  test('are verdicts, and the attributes that the workspace defines, with their order', async () => {
    const { attributes } = ofMaraAndIvo((await agreement()).overall.pairs).kinds.claim!;
    expect(attributes.status).toMatchObject({ n: 2, agreed: 1 });
    expect(attributes.status!.ordinalAlpha).not.toBeNull();
    expect(attributes['attributes.urgency']).toMatchObject({ n: 1, agreed: 0, kappa: 0, ordinalAlpha: 0 });
    expect((await agreement()).labels).toEqual({ 'attributes.urgency': 'Urgency' });
  });

  test('counts a kind only where both passes are whole in it', async () => {
    const { kinds, articles } = ofMaraAndIvo((await agreement()).overall.pairs);
    expect([articles, kinds.claim!.articles, kinds.quote!.articles]).toEqual([2, 2, 1]);
  });

  test('is told of all three together too', async () => {
    const { overall } = await agreement();
    expect(overall.pairs).toHaveLength(3);
    expect(overall.joint.claim).toMatchObject([
      { annotators: 2, articles: 1 },
      { annotators: 3, articles: 1 },
    ]);
  });

  test('is told month by month, by the later submission', async () => {
    const { months } = ofMaraAndIvo((await agreement({ over: 'month' })).overTime!);
    expect(months.map(({ month, articles, sinceStart }) => [month, articles, sinceStart.articles])).toEqual([
      ['2026-04', 1, 1],
      ['2026-05', 0, 1],
      ['2026-06', 1, 2],
    ]);
    expect(await agreement()).not.toHaveProperty('overTime');
  });

  test('can be asked for of one annotator, one month and one campaign', async () => {
    const ofCy = await agreement({ annotator: people.cy.id });
    expect(ofCy.overall.pairs).toHaveLength(2);
    expect(ofCy.annotators).toHaveLength(3);
    const inJune = await agreement({ month: '2026-06' });
    expect(inJune.overall.pairs).toMatchObject([{ articles: 1, kinds: { claim: { exact: { f1: 1 } } } }]);
    const made = await createCampaign(editor, {
      slug,
      body: { name: 'The pier', kinds: ['claim'], articleIds: [pier.id], mode: 'pool' },
    });
    const campaign = valueOf(made).campaign.id;
    expect((await agreement({ campaign })).articles.map(({ articleId }) => articleId)).toEqual([pier.id]);
    expect((await agreement({ campaign, articles: harbour.id })).articles).toEqual([]);
    expect((await agreement({ campaign: v7() })).articles).toEqual([]);
    expect(codeOf(await showAgreement(editor, { slug, query: { month: '2026-13' } }))).toBe('invalid_input');
  });

  test('of an article that one annotates blind is kept from oneself', async () => {
    const late = contextOf((await aMember({ workspace })).user);
    valueOf(await openPass(late, { articleId: harbour.id, body: {} }));
    expect((await agreement({}, late)).articles.map(({ articleId }) => articleId)).toEqual([pier.id]);
  });
});

describe('the disagreements behind a figure', () => {
  test('of an attribute are the spans that differ in it, with both verdicts and why', async () => {
    for (const attribute of ['status', 'attributes.urgency']) {
      const [item, ...others] = await disagreements({ attribute });
      expect(others).toEqual([]);
      expect(item).toMatchObject({
        a: { exact: 'The mayor said', verdict: { status: verdictOf[a] } },
        b: { exact: 'The mayor said', verdict: { status: verdictOf[b] } },
      });
      const whys = [item!.a!.verdict!.rationale, item!.b!.verdict!.rationale].sort();
      expect(whys).toEqual(['Because ivo.', 'Because mara.']);
    }
    expect(await disagreements({ attribute: 'source' })).toEqual([]);
  });

  test('of what is marked are those that one marked alone', async () => {
    const alone = await disagreements({ spans: 'overlap' });
    expect(alone.map((item) => item.a?.exact ?? item.b?.exact)).toEqual(['the pier']);
  });

  test('of a month and of an article are those of its passes', async () => {
    expect(await disagreements({ month: '2026-06' })).toEqual([]);
    expect(await disagreements({ month: '2026-04' })).toHaveLength(2);
    expect(await disagreements({ article: pier.id })).toEqual([]);
  });
});
