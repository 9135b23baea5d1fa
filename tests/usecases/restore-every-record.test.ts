import { beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, database } from '@/lib/data/database';
import { env } from '@/lib/env';
import type { LosslessRecord } from '@/lib/export/records';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { openEvidenceFile } from '@/lib/usecases/open-evidence-file';
import { listPasses } from '@/lib/usecases/list-passes';
import { reopenLink } from '@/lib/usecases/reopen-link';
import { restoreWorkspace } from '@/lib/usecases/restore-workspace';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { bytesOf } from '@/tests/export/readable';
import { aMember, aWorkspace, contextOf } from '@/tests/support/builders';
import { anotherDatabase } from '@/tests/support/database';
import { fillWithEveryRecord } from '@/tests/support/every-record';
import { codeOf, valueOf } from '@/tests/support/failure-code';

/** Every type of the lossless form: one that is added has to be added here, and to the workspace that is moved. */
const TYPES: Record<LosslessRecord['type'], true> = {
  workspace: true,
  guideline: true,
  article: true,
  source: true,
  copy: true,
  capture: true,
  annotation: true,
  verification: true,
  conditionDecision: true,
  submission: true,
  reply: true,
  factCheck: true,
  proposition: true,
  link: true,
  settling: true,
  fullAnnotation: true,
  pass: true,
  adjudication: true,
  subset: true,
};

const SLUG = 'every-record';
type Line = Record<string, unknown> & { type: string };
let file: string;
let lines: Line[];
let owner: Context;
let agreement: unknown;
let articleId: string;

async function exported(context: Context): Promise<string> {
  const query = { format: 'jsonl', text: 'full' };
  const { body } = valueOf(await exportWorkspace(context, { slug: SLUG, query }));
  return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(body));
}
async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}
const ofType = (type: string): Line[] => lines.filter((line) => line.type === type);

beforeAll(async () => {
  const workspace = await aWorkspace({ slug: SLUG, name: '=The "desk" 🙂' });
  const first = contextOf((await aMember({ workspace, role: 'owner' })).user);
  const filled = await fillWithEveryRecord(first, { slug: SLUG, workspaceId: workspace.id });
  articleId = filled.article.id;
  file = await exported(first);
  lines = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  agreement = valueOf(await showAgreement(first, { slug: SLUG, query: {} }));
  const { url } = await anotherDatabase();
  await closeDatabase();
  env().DATABASE_URL = url;
  owner = contextOf((await aMember({ workspace: await aWorkspace({ slug: SLUG }), role: 'owner' })).user);
}, 240_000);

describe('a workspace with records of every type', () => {
  test('has one of each in its file', () => {
    for (const type of Object.keys(TYPES)) expect(ofType(type), type).not.toEqual([]);
    expect(Object.keys((lines.at(-1) as { records?: object }).records ?? {}).sort()).toEqual(
      Object.keys(TYPES).sort(),
    );
  });

  test('says of a file that its bytes are not in it, and holds nothing of whoever is not named', () => {
    expect(ofType('copy').filter(({ hasFile }) => hasFile)).toEqual([
      expect.objectContaining({ fileIncluded: false }),
    ]);
    expect(file).not.toContain('@example.org"');
  });

  test('comes back byte for byte', async () => {
    const outcome = valueOf(await restoreWorkspace(owner, { slug: SLUG, lines: linesOf(file) }));
    expect(outcome.refused).toEqual([]);
    const { records } = lines.at(-1) as unknown as { records: Record<string, number> };
    expect(outcome.records).toEqual(records);
    expect(await exported(owner)).toBe(file);
  }, 120_000);

  test('works on there: passes, agreement, a file that is missing, a link that is reopened', async () => {
    const { revealed } = valueOf(await listPasses(owner, { articleId }));
    expect(revealed.map(({ annotations }) => annotations).sort()).toEqual([1, 2]);
    const again = valueOf(await showAgreement(owner, { slug: SLUG, query: {} }));
    expect(again).toEqual(agreement);
    const [kept] = await database().capture.findMany({ where: { kind: 'file' } });
    const opened = await openEvidenceFile(owner, { id: kept!.id });
    if (opened.ok) await opened.value.body.cancel();
    else expect(opened.error.code).toBe('no_file');
    const link = await database().propositionLink.findFirstOrThrow({ where: { state: 'confirmed' } });
    const reopened = await reopenLink(owner, { id: link.id, ifMatch: String(link.version) });
    expect(valueOf(reopened).state).toBe('proposed');
  });
});

test('a stored copy whose text is another one is refused, and nothing is taken', async () => {
  const { user, workspace } = await aMember({ role: 'owner' });
  const changed = file.replace('The log says', 'The fog says');
  const outcome = valueOf(
    await restoreWorkspace(contextOf(user), { slug: workspace.slug, lines: linesOf(changed) }),
  );
  expect(outcome.isRestored).toBe(false);
  expect(outcome.refused.some(({ reason }) => reason.includes('stored copy'))).toBe(true);
  expect(
    codeOf(await exportWorkspace(contextOf(user), { slug: workspace.slug, query: { format: 'jsonl' } })),
  ).toBeNull();
});
