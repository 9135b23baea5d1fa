import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { env } from '@/lib/env';
import type { WebPolicy } from '@/lib/guard/web-policy';
import { captureEvidence } from '@/lib/usecases/capture-evidence';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { fetchWaitingCaptures } from '@/lib/usecases/fetch-waiting-captures';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { openEvidenceFile } from '@/lib/usecases/open-evidence-file';
import { showCapture } from '@/lib/usecases/show-capture';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { NO_WEB, webAt } from '@/tests/support/evidence-builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const WORDS = 'The ferry ran on Monday, the log says. '.repeat(10).trim();
let editor: Context;
let stranger: Context;
let slug: string;
let claim: Annotation;
let server: http.Server;
let web: WebPolicy;
let log: string;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
  stranger = contextOf((await aMember({ role: 'editor' })).user);
  claim = await anAnnotation(editor, await anArticle(editor, slug), 'claim', 'nobody has mended it since');
  server = http.createServer((_, answer) => {
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<title>The log</title><meta name="date" content="2026-03-02"><main><p>${WORDS}</p></main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  web = webAt(port);
  log = `http://log.example.org:${port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const capture = (body: object, policy = web) => captureEvidence(editor, { slug, body }, policy);
const fetchWaiting = (policy = web) => fetchWaitingCaptures({ now: () => new Date(), newId: v7 }, policy);
const decide = (evidence: object, more: object = {}) =>
  verifyAnnotation(editor, {
    id: claim.id,
    body: {
      status: 'supported',
      rationale: 'So it is.',
      evidence: [{ stance: 'supports', ...evidence }],
      ...more,
    },
  });
const lastEvidence = async () =>
  valueOf(await listVerifications(editor, { id: claim.id })).at(-1)!.evidence[0]!;

describe('a web page', () => {
  test('is kept with its title, its day, its words and their hashes', async () => {
    const { capture: kept } = valueOf(await capture({ url: log }));
    expect(kept).toMatchObject({
      state: 'stored',
      url: log,
      failure: null,
      text: WORDS,
      copy: { title: 'The log', publishedAt: '2026-03-02', mediaType: 'text/html', hasFile: false },
    });
    expect(kept.copy!.bytesSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(kept.copy!.textSha256).not.toBe(kept.copy!.bytesSha256);
  });

  test('that says the same again is kept once, with the time of each capture', async () => {
    const [first, again] = [valueOf(await capture({ url: log })), valueOf(await capture({ url: log }))];
    expect(again.capture.id).not.toBe(first.capture.id);
    expect(again.capture.copy!.id).toBe(first.capture.copy!.id);
  });

  test('asked for twice under one id is fetched once; other words under that id are refused', async () => {
    const id = v7();
    const outcomes = await Promise.all([capture({ id, url: log }), capture({ id, url: log })]);
    expect(outcomes.map((outcome) => valueOf(outcome).outcome).sort()).toEqual(['recorded', 'unchanged']);
    expect(codeOf(await capture({ id, url: `${log}other` }))).toBe('id_taken');
  });

  test('that cannot be fetched is recorded as one of which there is no copy, and why', async () => {
    const { capture: failed } = valueOf(await capture({ url: 'http://127.0.0.1/secret' }, NO_WEB));
    expect(failed).toMatchObject({ state: 'failed', copy: null, text: null });
    expect(failed.failure).toContain('private network');
  });

  test('is shown to members alone', async () => {
    const { id } = valueOf(await capture({ url: log })).capture;
    expect(valueOf(await showCapture(editor, { id })).text).toBe(WORDS);
    expect(codeOf(await showCapture(stranger, { id }))).toBe('not_found');
  });
});

describe('evidence from the web', () => {
  test('names the copy that was kept before, and whether the excerpt stands in it', async () => {
    const { id } = valueOf(await capture({ url: log })).capture;
    valueOf(await decide({ captureId: id, excerpt: 'the ferry ran on  Monday', origin: 'primary' }));
    expect(await lastEvidence()).toMatchObject({
      url: log,
      origin: 'primary',
      storedCopy: true,
      holdsExcerpt: true,
      capture: { id, state: 'stored' },
    });
    valueOf(await decide({ captureId: id, excerpt: 'The ferry sank' }));
    expect(await lastEvidence()).toMatchObject({ storedCopy: true, holdsExcerpt: false });
  });

  test('is saved before its page is fetched, and has a copy afterwards', async () => {
    valueOf(await decide({ url: log, excerpt: 'on Monday' }));
    expect(await lastEvidence()).toMatchObject({ storedCopy: false, capture: { state: 'waiting' } });
    await Promise.all([fetchWaiting(), fetchWaiting()]);
    expect(await lastEvidence()).toMatchObject({ storedCopy: true, holdsExcerpt: true });
    expect(await fetchWaiting()).toBe(0);
  });

  test('of a page that cannot be fetched stays, and says that there is no copy', async () => {
    valueOf(await decide({ url: 'https://nowhere.example.org/', excerpt: 'on Monday' }));
    await fetchWaiting(NO_WEB);
    expect(await lastEvidence()).toMatchObject({
      url: 'https://nowhere.example.org/',
      excerpt: 'on Monday',
      storedCopy: false,
      capture: { state: 'failed', failure: 'No server has this name. Check the address for a slip.' },
    });
  });

  test('names no capture of another workspace, and none of another address', async () => {
    const other = await aMember({ user: { id: stranger.actor.userId, name: '', email: '' }, role: 'editor' });
    const foreign = valueOf(
      await captureEvidence(stranger, { slug: other.workspace.slug, body: { url: log } }, web),
    ).capture;
    expect(codeOf(await decide({ captureId: foreign.id }))).toBe('unknown_evidence');
    const { id } = valueOf(await capture({ url: log })).capture;
    expect(codeOf(await decide({ captureId: id, url: 'https://elsewhere.example.org/' }))).toBe(
      'unknown_evidence',
    );
  });
});

describe('a file', () => {
  const bytesOf = async (body: ReadableStream<Uint8Array>) =>
    Buffer.from(await new Response(body).arrayBuffer());
  const upload = (fileName: string, content: string | Buffer) =>
    capture({ fileName, base64: Buffer.from(content).toString('base64') });

  test('is kept under its hash, never under its name, and comes back byte for byte', async () => {
    const content = 'Minutes of the council.\r\nThe pier is shut.\r\n';
    const { capture: kept } = valueOf(await upload('../../../etc/minutes.txt', content));
    expect(kept).toMatchObject({
      kind: 'file',
      fileName: '../../../etc/minutes.txt',
      state: 'stored',
      text: 'Minutes of the council.\nThe pier is shut.',
      copy: { mediaType: 'text/plain', hasFile: true, byteLength: content.length },
    });
    const hash = kept.copy!.bytesSha256;
    const folder = path.join(env().DATA_DIR, 'evidence', hash.slice(0, 2));
    expect(readdirSync(folder).filter((name) => !name.startsWith(hash.slice(0, 2)))).toEqual([]);
    expect(readFileSync(path.join(folder, hash), 'utf8')).toBe(content);
    const file = valueOf(await openEvidenceFile(editor, { id: kept.id }));
    expect((await bytesOf(file.body)).toString()).toBe(content);
    expect(codeOf(await openEvidenceFile(stranger, { id: kept.id }))).toBe('not_found');
  });

  test('of HTML is read as words, one of PDF kept as it is, and anything else refused', async () => {
    const page = valueOf(await upload('page.txt', '<html><script>alert(1)</script><p>Words.')).capture;
    expect(page).toMatchObject({ text: 'Words.', copy: { mediaType: 'text/html' } });
    const pdf = valueOf(await upload('report.pdf', '%PDF-1.7 …')).capture;
    expect(pdf).toMatchObject({ text: null, copy: { mediaType: 'application/pdf', hasFile: true } });
    expect(codeOf(await upload('program.txt', Buffer.from([0, 1, 2, 3])))).toBe('file_type_refused');
    expect(codeOf(await upload('large.txt', 'x'.repeat(10_000_001)))).toBe('too_large');
    expect(codeOf(await capture({ fileName: 'x', base64: 'no base64!' }))).toBe('invalid_input');
  });

  test('stands as evidence by itself, with no address', async () => {
    const { id } = valueOf(await upload('minutes.txt', 'The pier is shut.')).capture;
    valueOf(await decide({ captureId: id, excerpt: 'The pier is shut.', origin: 'primary' }));
    expect(await lastEvidence()).toMatchObject({ url: null, storedCopy: true, holdsExcerpt: true });
  });
});

test('an export names every copy before its capture, and every capture before the evidence; texts in full alone', async () => {
  const { id } = valueOf(await capture({ url: log })).capture;
  valueOf(await decide({ captureId: id, excerpt: 'on Monday', origin: 'primary' }));
  const linesOf = async (text: string) => {
    const file = valueOf(await exportWorkspace(editor, { slug, query: { format: 'jsonl', text } }));
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.body) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString().trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const lines = await linesOf('full');
  const kept = lines.findIndex((line) => line.type === 'capture' && line.id === id);
  const copy = lines.findIndex((line) => line.type === 'copy' && line.id === lines[kept]!.copyId);
  const used = lines.findIndex(
    (line) => line.type === 'verification' && JSON.stringify(line.evidence).includes(id),
  );
  expect(lines[copy]).toMatchObject({ text: WORDS, title: 'The log' });
  expect([copy < kept, kept < used]).toEqual([true, true]);
  expect(lines[used]!.evidence).toMatchObject([{ captureId: id, origin: 'primary' }]);
  expect(JSON.stringify(await linesOf('excerpts'))).not.toContain(WORDS);
});
