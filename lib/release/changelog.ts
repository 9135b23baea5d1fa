import { KINDS } from '@/lib/domain/vocabulary';
import { counted, grouped } from './counted';
import type { DiffEntry, DiffSummary } from './diff';
import { CHANGED_FIELDS, type FieldChange } from './diff-fields';
import { code, markdownQuote, markdownTable, markdownText } from './markdown';
import { heldWords, partSentence } from './part-words';
import type { ReleaseFacts } from './release-facts';

/** What a changelog is made of. `entries` may be the first of many: the summary counts all of them. */
export interface ChangelogFacts {
  facts: Pick<
    ReleaseFacts,
    'name' | 'version' | 'notes' | 'frozenAt' | 'part' | 'earlier' | 'counts' | 'canary'
  >;
  /** Null for the first release of its name. */
  summary: DiffSummary | null;
  entries: readonly DiffEntry[];
  /** The whole text of the earlier release's changelog. */
  earlierChangelog: string | null;
}

/** The line before the newest entry; what stands below it in an earlier changelog is taken over. */
const ENTRIES = '<!-- releases, the newest first -->';

/** `CHANGELOG.md`: what this release changes, and below it the entries of the earlier releases of the same name, as they were. */
export function changelog({ facts, summary, entries, earlierChangelog }: ChangelogFacts): string {
  const at = earlierChangelog?.indexOf(ENTRIES) ?? -1;
  const earlier = at < 0 ? '' : earlierChangelog!.slice(at + ENTRIES.length).trim();
  const parts = [
    '# Changelog',
    `Releases of ${markdownText(facts.name)}. Ids are those of the data; the whole list of changes between any two releases comes from Touchstone itself.`,
    `<!-- ${facts.canary} -->`,
    ENTRIES,
    entryOf(facts, summary, entries),
    earlier,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function entryOf(
  { version, frozenAt, notes, part, earlier, counts }: ChangelogFacts['facts'],
  summary: DiffSummary | null,
  entries: readonly DiffEntry[],
): string {
  const head = `## ${markdownText(version)} (${frozenAt.slice(0, 10)})`;
  const said = notes.trim() && markdownQuote(notes.trim());
  const holds = part && markdownText(partSentence(part));
  if (!summary || !earlier) {
    const held = `The first release of this name: ${counted(counts.annotations, 'annotation')} in ${counted(counts.articles, 'article')}.`;
    return [head, said, holds, held].filter(Boolean).join('\n\n');
  }
  return [
    head,
    said,
    holds,
    earlier.otherPart !== undefined && otherPartSentence(earlier.version, earlier.otherPart),
    `Since ${markdownText(earlier.version)} (${earlier.frozenAt.slice(0, 10)}):`,
    summaryTable(summary),
    fieldList(summary),
    entryList(entries, summary),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const otherPartSentence = (version: string, holds: readonly string[] | null): string =>
  `**It is another part of the workspace than ${markdownText(version)}**, which held ${markdownText(heldWords(holds))}. What is told as added may have been there before, and what is told as removed may be there still.`;

function summaryTable({ annotations, byKind, articles }: DiffSummary): string {
  const row = (name: string, counts: (number | string)[]) => [
    name,
    ...counts.map((count) => (typeof count === 'number' ? grouped(count) : count)),
  ];
  const rows = [
    row('articles', [articles.added, articles.removed, articles.revised + articles.described, articles.same]),
    row('annotations', [annotations.added, annotations.removed, annotations.changed, annotations.same]),
    ...KINDS.map((kind) => {
      const { added, removed, changed, same } = byKind[kind];
      return row(`– ${kind}s`, [added, removed, changed, same]);
    }),
  ];
  return markdownTable(['', 'added', 'removed', 'changed', 'same'], rows, [1, 2, 3, 4]);
}

/** What a field is called. */
export const FIELD_WORDS: Record<FieldChange['field'], string> = {
  kind: 'kind',
  spans: 'marked words',
  revision: 'revision of the text',
  status: 'status',
  decision: 'decision',
  attribution: 'attribution',
  details: 'details of the kind',
  tags: 'tags',
  attributes: 'attributes',
  anchor: 'whether the words are still there',
  guidelineVersion: 'version of the guideline',
};

function fieldList({ fields }: DiffSummary): string {
  const named = CHANGED_FIELDS.flatMap((field) =>
    fields[field] ? [`${FIELD_WORDS[field]} ${fields[field]}`] : [],
  );
  return named.length > 0 ? `Changed annotations by what changed: ${named.join(', ')}.` : '';
}

function entryList(entries: readonly DiffEntry[], { annotations, articles }: DiffSummary): string {
  const all =
    annotations.added +
    annotations.removed +
    annotations.changed +
    articles.added +
    articles.removed +
    articles.revised +
    articles.described;
  if (all === 0) return 'Nothing has changed.';
  const rest = all - entries.length;
  const more = rest > 0 ? [`- … and ${counted(rest, 'more change')}`] : [];
  return [...entries.map((entry) => `- ${sentenceOf(entry)}`), ...more].join('\n');
}

/** A change in one line of Markdown. */
export function sentenceOf(entry: DiffEntry): string {
  if (entry.type === 'article') {
    const { change, id, title, revision, fields } = entry;
    const how =
      change === 'revised'
        ? ` (revision ${revision.from} → ${revision.to})`
        : change === 'described'
          ? ` (${fields.join(', ')})`
          : '';
    return `${change} article ${code(id)} ${markdownText(title)}${how}`;
  }
  const { change, id, kind, fields } = entry;
  const how = fields.map(({ field, words }) => `${FIELD_WORDS[field]}: ${markdownText(words)}`).join('; ');
  return `${change} ${kind} ${code(id)}${how && `: ${how}`}`;
}
