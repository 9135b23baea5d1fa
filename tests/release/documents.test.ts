import fc from 'fast-check';
import { marked as rendered } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { originalCell } from '@/lib/export/formula';
import { canonicalJson } from '@/lib/release/canonical-json';
import { bibtexOf, citationCff, yamlString } from '@/lib/release/citation-cff';
import { datasetCard } from '@/lib/release/dataset-card';
import { licenceCountsOf, licencesCsv } from '@/lib/release/licences';
import { manifestJson, manifestOf, sha256Sums } from '@/lib/release/manifest';
import { markdownQuote, markdownTable, markdownText } from '@/lib/release/markdown';
import { RELEASE_DOCUMENTS } from '@/lib/release/release-files';
import type { LicensedArticle } from '@/lib/release/release-facts';
import { rowsFromCsv } from '../export/csv-reader';
import { aFile, FILES, HARD_WORDS, releaseFacts, RELEASE_ID, sha256 } from './facts-fixture';

/** What a reader sees of HTML: its text, entities resolved. */
const textOfHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const html = (markdown: string): string => rendered.parse(markdown, { async: false, gfm: true });
const onOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Strings of what Markdown looks for, which chance alone would seldom make. */
const markup = fc
  .array(
    fc.constantFrom(
      '*',
      '_',
      '#',
      '- ',
      '1. ',
      '1) ',
      '=',
      '>',
      '|',
      '`',
      '~~',
      '<b>',
      '&amp;',
      '[a](b)',
      '![',
      '\\',
      ' ',
      'a',
      'www.x.example',
      'http://x.example',
      'a@b.example',
      '\n',
      '    ',
      '$',
      ':',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  markup,
  fc.constantFrom(...HARD_WORDS),
);

describe('Markdown', () => {
  test('text from outside is nothing but itself, in a paragraph, a heading, a table and a list', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const wanted = onOneLine(words.replaceAll('\0', ' '));
        fc.pre(!words.includes('\0') && !/[\ud800-\udfff]/u.test(words));
        const safe = markdownText(words);
        const table = html(markdownTable(['x'], [[safe]]));
        expect(table.match(/<td/g)).toHaveLength(1);
        expect(onOneLine(textOfHtml(/<td[^>]*>([\s\S]*)<\/td>/.exec(table)?.[1] ?? ''))).toBe(wanted);
        const paragraph = html(`Before ${safe} after`);
        expect(paragraph).toMatch(/^<p>[^<]*<\/p>\n$/);
        expect(onOneLine(textOfHtml(paragraph))).toBe(onOneLine(`Before ${wanted} after`));
        expect(html(safe)).toMatch(/^(<p>[^<]*<\/p>\n)?$/);
        expect(html(`- ${safe} x`)).toMatch(/^<ul>\n<li>[^<]*<\/li>\n<\/ul>\n$/);
        expect(html(`- x ${safe}`)).toMatch(/^<ul>\n<li>[^<]*<\/li>\n<\/ul>\n$/);
        expect(html(`# ${safe}x`)).toMatch(/^<h1>[^<]*<\/h1>\n$/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('several paragraphs are quoted line by line', () => {
    expect(markdownQuote('One *line*\n\n# two')).toBe('> One \\*line\\*\n>\n> \\# two');
  });
});

describe('dataset card', () => {
  const headOf = (card: string): Record<string, unknown> =>
    parse(/^---\n([\s\S]*?)\n---\n/.exec(card)![1]!) as Record<string, unknown>;

  test('its head is YAML that files and loads the dataset', () => {
    const head = headOf(datasetCard(releaseFacts(), FILES));
    expect(head).toMatchObject({
      pretty_name: 'Ferries and bridges',
      language: ['en', 'uk'],
      license: 'other',
      size_categories: ['n<1K'],
    });
    expect(head.configs).toEqual([
      {
        config_name: 'annotations',
        default: true,
        data_files: [{ split: 'full', path: 'annotations.parquet' }],
      },
      { config_name: 'passes', data_files: [{ split: 'full', path: 'passes.jsonl' }] },
      { config_name: 'adjudication', data_files: [{ split: 'full', path: 'adjudication.jsonl' }] },
      { config_name: 'splits', data_files: [{ split: 'full', path: 'splits.csv' }] },
      { config_name: 'licences', data_files: [{ split: 'full', path: 'LICENCES.csv' }] },
    ]);
  });

  test('says what a user has to know', () => {
    const card = datasetCard(releaseFacts(), FILES);
    for (const words of [
      '11 annotations in 3 articles',
      '| **claim** |  | 6 |',
      '|  | `supported` | 2 |',
      'guideline version 3',
      '2 passes by 2 annotators',
      'Annotator 1 – Annotator 2',
      '2 decisions in force',
      'seed 7',
      '| none known | the marked words and up to 32 code points on either side | 2 |',
      '| CC-BY-4.0 | whole texts | 1 |',
      'doccano.jsonl.loss.json',
      'sha256sum --check SHA256SUMS',
      `canary GUID touchstone:${RELEASE_ID}`,
      '1,234,567',
    ])
      expect(card).toContain(words);
  });

  test('a figure that is undefined is a dash with its reason, never 0 or 1', () => {
    const card = datasetCard(releaseFacts(), FILES);
    expect(card).toMatch(
      /### quotes\n\n\|[^\n]+\n\|[^\n]+\n\| Annotator 1 – Annotator 2 \| 1 \| 0 \/ 0 \| – \| – \| – \| – \| – \| – \|/,
    );
    expect(card).toContain(
      'F1 exact, F1 overlap, alphaU, kappa (characters), alpha (characters): neither marked any',
    );
    const without = datasetCard(
      releaseFacts({
        agreement: null,
        passes: { passes: 0, annotators: 0, articles: 0, annotations: 0, articlesWithTwo: 0 },
      }),
      FILES,
    );
    expect(without).toContain('It is undefined, not perfect.');
  });

  test('says of a version that Croissant cannot hold that it is left out there', () => {
    expect(datasetCard(releaseFacts({ version: '2026-03' }), FILES)).toContain('MAJOR.MINOR.PATCH');
    expect(datasetCard(releaseFacts(), FILES)).not.toContain('MAJOR.MINOR.PATCH');
  });

  test('places where free text names people are listed, up to a limit', () => {
    const warnings = Array.from({ length: 60 }, (_, n) => ({
      where: `verification ${n}`,
      field: 'rationale',
      names: 'Annotator 2',
    }));
    const card = datasetCard(releaseFacts({ warnings }), FILES);
    expect(card).toContain('- `verification 0`, `rationale`: Annotator 2');
    expect(card).toContain('- … and 10 more places');
  });

  test.each(HARD_WORDS)('names like %j break nothing', (words) => {
    const facts = releaseFacts({
      name: words,
      notes: words,
      workspace: { slug: 'desk', name: words },
      campaigns: [{ name: words, kinds: ['claim'], annotatorsPerArticle: 2, dueOn: null, state: 'open' }],
      licences: [{ licence: words, licenceUrl: null, text: 'full', articles: 3 }],
    });
    const card = datasetCard(facts, FILES);
    const plain = datasetCard(
      releaseFacts({ ...facts, name: 'x', notes: 'x', workspace: { slug: 'desk', name: 'x' } }),
      FILES,
    );
    expect(headOf(card).pretty_name).toBe(words);
    const body = html(card.replace(/^---\n[\s\S]*?\n---\n/, ''));
    const plainBody = html(plain.replace(/^---\n[\s\S]*?\n---\n/, ''));
    const tagsOf = (page: string) =>
      [...page.matchAll(/<(h1|h2|h3|table|tr|script|a|img)\b/g)].map(([, tag]) => tag);
    expect(tagsOf(body)).toEqual(tagsOf(plainBody));
    expect(textOfHtml(body)).toContain(onOneLine(words));
  });

  test('is the same for the same facts', () => {
    expect(datasetCard(releaseFacts(), FILES)).toBe(datasetCard(releaseFacts(), FILES));
  });
});

describe('citation', () => {
  test('any words come back from YAML', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        expect(parse(`key: ${yamlString(words)}\n`)).toEqual({ key: words });
        expect(yamlString(words)).not.toMatch(/[\n\r\u2028\u2029\u0085]/);
      }),
      { numRuns: 500 },
    );
  });

  test('has the keys of CITATION.cff 1.2.0, and no others', () => {
    const cff = parse(citationCff(releaseFacts())) as Record<string, unknown>;
    expect(cff).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: 'Ferries and bridges',
      version: '1.2.0',
      'date-released': '2026-03-05',
      authors: [{ name: 'The desk' }],
      identifiers: [{ type: 'other', value: `urn:uuid:${RELEASE_ID}` }],
      url: 'https://touchstone.example/desk/export/releases/1',
    });
    expect(typeof cff.message).toBe('string');
    expect(String(cff.abstract)).toContain('canary GUID');
    const known =
      'abstract authors cff-version date-released identifiers keywords message title type url version';
    expect(Object.keys(cff).sort()).toEqual(known.split(' '));
  });

  test.each([
    ['CC-BY-4.0', { license: 'CC-BY-4.0' }, 'cc-by-4.0'],
    ['CC-PDM-1.0', { 'license-url': 'https://creativecommons.org/publicdomain/mark/1.0/' }, 'other'],
    ['As agreed with the desk', {}, 'other'],
    [null, {}, 'other'],
  ])('the licence of the annotations, %s, as each form can say it', (licence, cited, hub) => {
    const facts = releaseFacts({ options: { ...releaseFacts().options, licence } });
    const cff = parse(citationCff(facts)) as Record<string, unknown>;
    expect(Object.fromEntries(Object.entries(cff).filter(([key]) => key.startsWith('license')))).toEqual(
      cited,
    );
    const card = datasetCard(facts, FILES);
    expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(card)![1]!)).toMatchObject({ license: hub });
    expect(card).toContain(
      licence ? `passed on under ${markdownText(licence)}.` : 'nobody has given them one',
    );
  });

  test('without an address there is no url', () => {
    expect(parse(citationCff(releaseFacts({ address: null })))).not.toHaveProperty('url');
  });

  test.each(HARD_WORDS)('BibTeX of %j has balanced braces and no line of its own', (words) => {
    const entry = bibtexOf(releaseFacts({ name: words, workspace: { slug: 'desk', name: words } }));
    expect(entry.match(/\{/g)!.length).toBe(entry.match(/\}/g)!.length);
    expect(entry.split('\n')).toHaveLength(8);
  });
});

describe('licences', () => {
  const article = (n: number, given: Partial<LicensedArticle> = {}): LicensedArticle => ({
    articleId: `a${n}`,
    title: `Title ${n}`,
    publisher: null,
    byline: null,
    url: null,
    publishedAt: null,
    licence: null,
    licenceUrl: null,
    rightsHolder: null,
    text: 'excerpts',
    ...given,
  });

  test.each(HARD_WORDS)('a title like %j comes back, and no cell is a formula', (title) => {
    const rows = rowsFromCsv(licencesCsv([article(1, { title, rightsHolder: title })]));
    expect(originalCell(rows[1]![1]!)).toBe(title);
    expect(originalCell(rows[1]![8]!)).toBe(title);
    for (const cell of rows[1]!) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });

  test('articles stand by id, and licences are counted, the most frequent first', () => {
    const articles = [article(3), article(1, { licence: 'CC0-1.0', text: 'full' }), article(2)];
    expect(rowsFromCsv(licencesCsv(articles)).map(([id]) => id)).toEqual(['article_id', 'a1', 'a2', 'a3']);
    expect(licenceCountsOf(articles)).toEqual([
      { licence: null, licenceUrl: null, text: 'excerpts', articles: 2 },
      { licence: 'CC0-1.0', licenceUrl: null, text: 'full', articles: 1 },
    ]);
  });
});

describe('manifest', () => {
  test('names every file by name with its hash, but those whose hash it would change', () => {
    const files = [...FILES, aFile('README.md'), aFile('manifest.json'), aFile('SHA256SUMS')];
    const manifest = manifestOf(releaseFacts(), [...files].reverse());
    const names = manifest.files.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).not.toContain('manifest.json');
    expect(names).not.toContain('SHA256SUMS');
    expect(names).toContain('README.md');
    expect(manifest).toMatchObject({ id: RELEASE_ID, schemaVersion: 1, splits: { seed: 7 } });
  });

  test('is canonical: the same bytes whatever the order of files and fields', () => {
    const facts = releaseFacts();
    const turned = Object.fromEntries(Object.entries(facts).reverse()) as unknown as typeof facts;
    const bytes = manifestJson(manifestOf(facts, FILES));
    expect(manifestJson(manifestOf(turned, [...FILES].reverse()))).toBe(bytes);
    expect(JSON.parse(bytes)).toEqual(JSON.parse(JSON.stringify(manifestOf(facts, FILES))));
  });

  test('RFC 8785: its own example, and sorting by code units', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(
      canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5, a: undefined }),
    ).toBe('{"\\r":2,"1":3,"€":1,"😀":4,"\ufb33":5}');
    expect(() => canonicalJson(NaN)).toThrow('JSON has no NaN');
  });

  test('any JSON comes back from its canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('SHA256SUMS has two blanks and one line a file, but itself', () => {
    const sums = sha256Sums([aFile('b'), aFile('SHA256SUMS'), aFile('a')]);
    expect(sums).toBe(`${sha256('a')}  a\n${sha256('b')}  b\n`);
  });

  test('every document has words of its own', () => {
    for (const { what, mediaType } of Object.values(RELEASE_DOCUMENTS)) {
      expect(what).toMatch(/\.$/);
      expect(mediaType).toMatch(/^[a-z]+\/[a-z+-]+/);
    }
  });
});
