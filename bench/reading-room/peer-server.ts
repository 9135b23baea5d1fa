import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { build } from 'esbuild';
import { atRoot } from '../../cli/boot/root.mjs';
import type { GeneratedArticle } from './generated-article';

const PEERS = atRoot('bench', 'peers');

/** Serves Recogito's annotator on pages with the same text and the same annotations as the app's: `/NUMBER`. */
export async function servePeer(
  articles: readonly GeneratedArticle[],
): Promise<{ address: string; stop: () => void }> {
  if (!fs.existsSync(`${PEERS}/node_modules/@recogito/text-annotator`))
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: PEERS,
      stdio: ['ignore', 2, 2],
    });
  const { outputFiles } = await build({
    entryPoints: [`${PEERS}/recogito-page.mjs`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    outdir: PEERS,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const ofType = (type: string): string => outputFiles.find(({ path }) => path.endsWith(type))?.text ?? '';
  const bodies = new Map<string, [type: string, body: Buffer]>([
    ['/page.js', ['text/javascript', zlib.gzipSync(ofType('.js'))]],
    ['/page.css', ['text/css', zlib.gzipSync(ofType('.css'))]],
    ...articles.map((article, i): [string, [string, Buffer]] => [
      `/${i}`,
      ['text/html; charset=utf-8', zlib.gzipSync(pageOf(article))],
    ]),
  ]);
  const server = http.createServer((request, response) => {
    const [type, body] = bodies.get(request.url ?? '') ?? [];
    if (!type || !body) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

/** The text in the same measure and type as the app's; the annotations as data in the page, as the app sends them. */
function pageOf({ title, text, annotations, sources }: GeneratedArticle): string {
  const [, ...paragraphs] = text.split('\n\n');
  const rows = annotations.map(({ start, end, exact, kind, source }, i) => ({
    id: `a${i}`,
    bodies: [{ id: `b${i}`, purpose: 'tagging', value: source === null ? kind : sources[source] }],
    target: { annotation: `a${i}`, selector: [{ quote: exact, start, end }] },
  }));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/page.css"><style>
body { margin: 0 } main { position: relative; max-width: 42rem; margin: 3rem auto; font: 19px/1.6 serif }
h1, p { margin: 0 0 1em }</style></head><body>
<main><h1>${title}</h1>\n\n${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n\n')}</main>
<script id="rows" type="application/json">${JSON.stringify(rows)}</script>
<script src="/page.js" defer></script></body></html>`;
}
