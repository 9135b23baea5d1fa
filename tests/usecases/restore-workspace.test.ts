import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { closeDatabase, database } from '@/lib/data/database';
import { KINDS } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import { addRevision } from '@/lib/usecases/add-revision';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import type { Context } from '@/lib/usecases/context';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import { createProposition } from '@/lib/usecases/create-proposition';
import { createSource } from '@/lib/usecases/create-source';
import { distinguishSource } from '@/lib/usecases/distinguish-source';
import { logReply } from '@/lib/usecases/log-reply';
import { mergeSource } from '@/lib/usecases/merge-source';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { putAffiliation } from '@/lib/usecases/put-affiliation';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { restoreWorkspace } from '@/lib/usecases/restore-workspace';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { hardText } from '../export/adversarial';
import { bytesOf } from '../export/readable';
import { aMember, aWorkspace, contextOf } from '../support/builders';
import { anotherDatabase } from '../support/database';
import { codeOf, valueOf } from '../support/failure-code';

/** Articles of hard words, each with marks that overlap, in the number that one file should hold. */
const ARTICLES = 25;
const SLUG = 'round-trip';
let file: string;

/** From here on every use case speaks with another installation, which is empty. */
async function moveToAnotherInstallation(): Promise<void> {
  const { url } = await anotherDatabase();
  await closeDatabase();
  env().DATABASE_URL = url;
}

async function exported(context: Context, text = 'full'): Promise<string> {
  const { body } = valueOf(await exportWorkspace(context, { slug: SLUG, query: { format: 'jsonl', text } }));
  return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(body));
}
async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}
const restored = async (context: Context, slug: string, text: string) =>
  valueOf(await restoreWorkspace(context, { slug, lines: linesOf(text) }));

beforeAll(async () => {
  const { user } = await aMember({
    workspace: await aWorkspace({ slug: SLUG, name: '=The "desk" 🙂' }),
    role: 'owner',
  });
  const editor = contextOf(user);
  await fillDesk(editor);
  file = await exported(editor);
  await moveToAnotherInstallation();
}, 240_000);

/** What an owner tells annotators: a second version of the guideline, with words that are hard to keep. */
const GUIDELINE = {
  text: '# Ours\r\n\n=1+1 | "so" 👩‍🚀',
  summary: '"More" \t for the\nharbour',
  tags: [{ name: '=1+1', meaning: 'a sum' }, { name: 'a|b' }],
  attributes: [
    {
      key: 'harm',
      label: '=Harm',
      kinds: ['claim', 'quote'],
      type: 'choice',
      options: ['z low', 'a high'],
      ordered: true,
    },
    { key: 'people', label: 'People', kinds: ['claim'], type: 'number' },
    { key: 'an_on', label: 'On', kinds: ['claim', 'prediction'], type: 'date', required: true },
    { key: 'note', label: 'Note', kinds: ['claim', 'quote', 'prediction'], type: 'text', hint: '"what"' },
  ],
};

async function fillDesk(editor: Context): Promise<void> {
  valueOf(await changeGuideline(editor, { slug: SLUG, ifMatch: '1', body: GUIDELINE }));
  const texts = fc.sample(
    hardText.filter((text) => /\S/.test(text) && !text.includes('\u0000')),
    { numRuns: ARTICLES, seed: 42 },
  );
  let evidence: string | null = null;
  const claims: string[] = [];
  for (const [i, raw] of texts.entries()) {
    const body = { raw: `${raw} article ${i}`, title: `=${i} "hard", 👩‍🚀` };
    const { article } = valueOf(await importArticle(editor, { slug: SLUG, body }));
    const { text, id: revisionId } = article.revision;
    const characters = [...text];
    for (let k = 0; k < 4; k++) {
      const start = (k * 7) % Math.max(1, characters.length - 3);
      const end = Math.min(characters.length, start + 3 + k * 5);
      const spans = [{ start, end, exact: characters.slice(start, end).join('') }];
      const kind = KINDS[(i + k) % 3]!;
      const id = v7();
      const put = await putAnnotation(editor, {
        id,
        body: {
          articleId: article.id,
          revisionId,
          kind,
          spans,
          attribution: [
            { source: { name: `Ola Quist ${k}`, type: 'person' }, cue: 'said\t"so"' },
            { source: { name: 'officials', type: 'anonymous' } },
          ],
          tags: ['=1+1', 'a|b'],
          attributes: {
            note: '=x "y"\n🙂',
            ...(kind === 'claim' && { people: 1.5e21, harm: 'z low', an_on: '2026-02-28' }),
          },
          ...(kind === 'prediction' && {
            prediction: {
              horizonText: 'by May',
              deadline: '2026-05-31',
              probability: 0.75,
              condition: 'if it rains',
            },
          }),
          ...(kind === 'claim' && { claim: { normalized: 'x\ny', checkworthy: k % 2 === 0 } }),
        },
      });
      if (!put.ok) throw new Error(put.error.message);
      if (kind === 'claim' && evidence && i > 0) {
        const decided = {
          status: 'refuted',
          rationale: '=why\n"so"',
          evidence: [{ stance: 'refutes', annotationId: evidence }],
        };
        valueOf(await verifyAnnotation(editor, { id, body: decided }));
      }
      if (kind === 'claim' && i === 0) evidence = id;
      if (kind === 'claim') claims.push(id);
    }
    if (i % 10 === 5)
      valueOf(
        await addRevision(editor, {
          articleId: article.id,
          body: { raw: `Corrected 🖊.\n${text.slice(0, 20)}` },
        }),
      );
  }
  await workAtDesk(editor, claims);
}

/** What people do around marks: sources merged and kept apart, checks arranged, replies asked for, pages published. */
async function workAtDesk(editor: Context, claims: readonly string[]): Promise<void> {
  const source = async (name: string, type = 'person') =>
    valueOf(await createSource(editor, { slug: SLUG, body: { name, type } })).source.id;
  const [first, second, ministry] = [
    await source('Ola Quist 0'),
    await source('Ola Quist 1'),
    await source('=Ministry', 'organisation'),
  ];
  const posts = [
    { role: 'minister', organisationId: ministry, from: '2024' },
    { role: 'mayor', organisation: 'Port', until: '2023-05' },
  ];
  for (const body of posts) valueOf(await putAffiliation(editor, { sourceId: first, id: v7(), body }));
  valueOf(await mergeSource(editor, { id: first, body: { into: second } }));
  valueOf(
    await distinguishSource(editor, { id: second, otherId: await source('Ola Quist 2'), isDistinct: true }),
  );
  const checked = claims[1]!;
  valueOf(
    await arrangeCheck(editor, {
      id: checked,
      body: { priority: 'high', dueOn: '2026-12-01' },
      ifMatch: '0',
    }),
  );
  const request = {
    kind: 'request',
    name: 'Harbour office',
    way: 'e-mail',
    day: '2026-11-20',
    deadline: '2026-11-25',
  };
  valueOf(await logReply(editor, { id: checked, body: { id: v7(), ...request } }));
  const body = { words: 'Rents =rose\t"so"', annotationIds: claims.slice(0, 2) };
  valueOf(await createProposition(editor, { slug: SLUG, body: { id: v7(), ...body } }));
  const decided = { status: 'supported', rationale: 'It is.', searches: ['the archive'] };
  valueOf(await verifyAnnotation(editor, { id: claims[2]!, body: decided }));
  valueOf(
    await publishFactCheck(editor, {
      slug: SLUG,
      body: { annotationId: claims[2]!, headline: 'Was it "so"?' },
    }),
  );
}

describe('a workspace that moves to an empty installation', () => {
  test('exports the same bytes there', async () => {
    expect(file.split('\n').length).toBeGreaterThan(ARTICLES * 5);
    const { user } = await aMember({ workspace: await aWorkspace({ slug: SLUG }), role: 'owner' });
    const owner = contextOf(user);
    const outcome = await restored(owner, SLUG, file);
    expect(outcome.refused).toEqual([]);
    expect(outcome).toMatchObject({
      isRestored: true,
      records: { article: ARTICLES, annotation: ARTICLES * 4 },
    });
    expect(await exported(owner)).toBe(file);
  }, 120_000);

  test('is not taken twice, nor into one that holds something', async () => {
    const { user, workspace } = await aMember({ role: 'owner' });
    const again = await restored(contextOf(user), workspace.slug, file);
    expect(again).toMatchObject({
      isRestored: false,
      refused: [{ at: 'line 2' }, ...again.refused.slice(1)],
    });
    expect(await database().article.count({ where: { workspaceId: workspace.id } })).toBe(0);
    const owner = await database().membership.findFirstOrThrow({
      where: { workspace: { slug: SLUG } },
      include: { user: true },
    });
    const input = { slug: SLUG, lines: linesOf(file) };
    expect(codeOf(await restoreWorkspace(contextOf(owner.user), input))).toBe('not_empty');
  });
});

describe('what cannot be taken is listed by line, and then nothing is taken', () => {
  const refusedOf = async (change: (lines: string[]) => string[]) => {
    const { user, workspace } = await aMember({ role: 'owner' });
    const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
    const ids = new Map<string, string>();
    const renamed = file.replace(UUID, (id) => ids.get(id) ?? ids.set(id, v7()).get(id)!);
    const outcome = await restored(
      contextOf(user),
      workspace.slug,
      change(renamed.trimEnd().split('\n')).join('\n'),
    );
    expect(outcome.isRestored).toBe(outcome.refused.length === 0);
    if (!outcome.isRestored)
      expect(await database().article.count({ where: { workspace: { slug: workspace.slug } } })).toBe(0);
    return outcome.refused;
  };
  const changed = (type: string, change: (line: string) => string) => (lines: string[]) => {
    const at = lines.findIndex((line) => line.startsWith(`{"type":"${type}"`));
    return lines.map((line, i) => (i === at ? change(line) : line));
  };

  test('a text that is not the one its hash was made of', async () =>
    expect(
      (await refusedOf(changed('article', (line) => line.replace(/"text":"./, '"text":"Z'))))[0],
    ).toMatchObject({
      at: 'line 5',
      reason: expect.stringContaining('hash') as string,
    }));

  test('an annotation whose words do not stand at its span', async () => {
    const [refused] = await refusedOf(
      changed('annotation', (line) => line.replace(/"exact":"/g, '"exact":"ZZ')),
    );
    expect(refused!.reason).toContain('excerpt');
  });

  test('a file that was cut short, one without whole texts, one of something else, a line that is no JSON', async () => {
    expect((await refusedOf((lines) => lines.slice(0, -1)))[0]!.reason).toContain('ends too early');
    expect(
      (
        await refusedOf((lines) => [
          lines[0]!.replace('"text":"full"', '"text":"excerpts"'),
          ...lines.slice(1),
        ])
      )[0]!.at,
    ).toBe('line 1');
    expect((await refusedOf(() => ['{"a":1}']))[0]!.reason).toContain('no Touchstone export');
    expect(
      (await refusedOf((lines) => [...lines.slice(0, -1), 'nonsense', lines.at(-1)!]))[0]!.reason,
    ).toContain('no JSON');
    expect(
      (await refusedOf((lines) => [...lines.slice(0, -1), '{"type":"song"}', lines.at(-1)!]))[0]!.reason,
    ).toContain('song');
  });
});

test('an editor may not, a stranger is told that nothing is there', async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  const stranger = await aMember({ role: 'owner' });
  const input = { slug: workspace.slug, lines: linesOf('') };
  expect(codeOf(await restoreWorkspace(contextOf(user), input))).toBe('forbidden');
  expect(codeOf(await restoreWorkspace(contextOf(stranger.user), input))).toBe('not_found');
});
