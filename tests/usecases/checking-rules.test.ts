import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { listWorkspaceEvents } from '@/lib/data/workspace-events';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { changeCheckingRules } from '@/lib/usecases/change-checking-rules';
import type { Context } from '@/lib/usecases/context';
import { countIndependentSources } from '@/lib/usecases/count-independent-sources';
import { showCheckingRules } from '@/lib/usecases/show-checking-rules';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const STORY = `The ferry has run every day since Monday, the harbour office said in a statement. Its crew of nine was back
on board by noon, and the mayor waved from the pier. Tickets cost what they did before the storm, and children travel free
until the end of the month. The office expects forty thousand passengers before the summer, a third more than last year.`;

let owner: Context;
let slug: string;
let workspaceId: string;
let claim: Annotation;
let wire: Article;
let copy: Article;
let other: Article;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'owner' });
  owner = contextOf(user);
  ({ slug, id: workspaceId } = workspace);
  claim = await anAnnotation(owner, await anArticle(owner, slug), 'claim', 'nobody has mended it since');
  wire = await anArticle(owner, slug, `The ferry runs\n\n${STORY}\n`);
  copy = await anArticle(owner, slug, `Boats are back, at last\n\n${STORY}\n`);
  other = await anArticle(
    owner,
    slug,
    'Notes of the pier\n\nI saw the ferry leave at nine, with the mayor on board.\n',
  );
});

const change = (body: object) => changeCheckingRules(owner, { slug, body });
const passage = (article: Article, stance = 'supports') => ({
  stance,
  articleId: article.id,
  span: { start: 0, end: 10 },
});
const page = (url: string, stance = 'supports') => ({ stance, url, excerpt: 'It ran.' });
const decide = (evidence: object[], status = 'supported') =>
  verifyAnnotation(owner, { id: claim.id, body: { status, rationale: 'So it is.', evidence } });
const count = async (evidence: object[], status = 'supported') =>
  valueOf(await countIndependentSources(owner, { id: claim.id, body: { status, evidence } }));

describe('the rules of checking', () => {
  test('ask for one source and nobody else’s yes, until an owner says otherwise', async () => {
    const rules = { needsApproval: false, independentSources: 1, secondResolver: false };
    expect(valueOf(await showCheckingRules(owner, { slug }))).toEqual(rules);
  });

  test('are changed with a line in the history; the same change again writes nothing', async () => {
    valueOf(await change({ secondResolver: true }));
    valueOf(await change({ secondResolver: true }));
    valueOf(await change({ secondResolver: false }));
    const events = await listWorkspaceEvents(database(), {
      workspaceId,
      types: ['checking_rules_changed'],
      limit: 10,
    });
    expect(events.map(({ after }) => (after as { secondResolver: boolean }).secondResolver)).toEqual([
      false,
      true,
    ]);
  });

  test.each([{}, { independentSources: 0 }, { independentSources: 6 }, { other: true }])(
    'are not changed to %j',
    async (body) => expect(codeOf(await change(body))).toBe('invalid_input'),
  );
});

describe('two independent sources', () => {
  beforeAll(async () => {
    valueOf(await change({ independentSources: 2 }));
  });

  test('are not two prints of one story', async () => {
    expect(copy.alsoRanIn.map(({ id }) => id)).toEqual([wire.id]);
    const refused = await decide([passage(wire), passage(copy)]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'too_few_sources', needed: 2, found: 1 } });
    expect(await count([passage(wire), passage(copy)])).toEqual({ found: 1, needed: 2 });
  });

  test('are two stories, or a story and a page of another place', async () => {
    expect(codeOf(await decide([passage(wire), passage(other)]))).toBeNull();
    expect(codeOf(await decide([passage(wire), page('https://port.example.org/log')]))).toBeNull();
  });

  test('are not two pages of one website, of which nothing is known', async () => {
    const pages = [page('https://port.example.org/a'), page('https://www.port.example.org/b')];
    expect(await count(pages)).toMatchObject({ found: 1 });
  });

  test('must bear out what is decided: what speaks against it does not count for it', async () => {
    const mixed = [passage(wire, 'supports'), passage(other, 'refutes')];
    expect(await count(mixed, 'supported')).toMatchObject({ found: 1 });
    expect(codeOf(await decide(mixed, 'refuted'))).toBe('too_few_sources');
    expect(codeOf(await decide(mixed, 'conflicting'))).toBeNull();
  });
});
