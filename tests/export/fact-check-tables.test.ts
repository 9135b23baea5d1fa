import { describe, expect, test } from 'vitest';
import type { FactCheck } from '@/lib/domain/fact-check';
import { factCheckFeed } from '@/lib/export/fact-check-feed';
import { factChecksCsv } from '@/lib/export/fact-checks-csv';
import { aFactCheckContent } from '@/tests/support/fact-check-content';
import { rowsFromCsv } from './csv-reader';

const factCheck: FactCheck = {
  id: '0195e000-0000-7000-8000-000000000001',
  workspace: 'desk',
  url: 'https://desk.example.org/fact-checks/1',
  state: 'published',
  version: 2,
  standing: 'current',
  annotationId: '0195e000-0000-7000-8000-000000000002',
  articleId: '0195e000-0000-7000-8000-000000000003',
  verificationId: '0195e000-0000-7000-8000-000000000004',
  content: aFactCheckContent({ headline: '=1+1, said the harbour' }),
  corrections: [{ at: '2026-04-03T09:00:00.000Z', reason: 'A "slip",\nno more.' }],
  openRequests: 1,
  publishedAt: '2026-04-02T09:00:00.000Z',
  updatedAt: '2026-04-03T09:00:00.000Z',
};

describe('the table', () => {
  test('has a row for each, with nothing that a spreadsheet would run', () => {
    const [header, row] = rowsFromCsv(factChecksCsv([factCheck]));
    const cell = (name: string) => row![header!.indexOf(name)];
    expect(cell('headline')).toBe("'=1+1, said the harbour");
    expect(cell('last_correction')).toBe('A "slip",\nno more.');
    expect(cell('rating')).toBe('1');
    expect(cell('said_by')).toBe('Lena Ozols');
    expect(cell('evidence_urls')).toBe('https://example.org/log');
    expect(row).toHaveLength(header!.length);
  });
});

describe('the feed', () => {
  const publisher = { slug: 'desk', name: 'Desk & <Co>', timeZone: 'UTC' };
  const addresses = {
    list: 'https://desk.example.org/fact-checks/by/desk',
    self: 'https://desk.example.org/fact-checks/by/desk/feed.xml',
    page: (id: string) => `https://desk.example.org/fact-checks/${id}`,
  };
  const item = {
    ...factCheck,
    corrections: 1,
    content: aFactCheckContent({ headline: 'A < B & "C"\u0007' }),
  };

  test('keeps all text as text, and dates each entry', () => {
    const xml = factCheckFeed(publisher, [item], addresses);
    expect(xml).toContain('<title>Fact checks by Desk &amp; &lt;Co&gt;</title>');
    expect(xml).toContain('<title>A &lt; B &amp; &quot;C&quot;\uFFFD</title>');
    expect(xml).toContain('<updated>2026-04-03T09:00:00.000Z</updated>');
    expect(xml).toContain(`<id>${addresses.page(factCheck.id)}</id>`);
    expect(xml).toContain('<summary type="text">Refuted. It was closed.</summary>');
  });
});
