import { KINDS } from '@/lib/domain/vocabulary';
import { counted } from './counted';
import { partSentence } from './part-words';
import type { ReleaseFacts } from './release-facts';

/** What a release holds, in one paragraph of plain text. */
export function descriptionOf({
  name,
  version,
  workspace,
  frozenAt,
  counts,
  notes,
  part,
  canary,
}: ReleaseFacts): string {
  const kinds = KINDS.map((kind) => counted(counts.byKind[kind], kind)).join(', ');
  const days = counts.published
    ? ` Articles appeared from ${counts.published.from} to ${counts.published.until}.`
    : '';
  const held =
    `${name}, version ${version}: ${kinds} marked in ${counted(counts.articles, 'news article')} by ${workspace.name}, ` +
    `with attribution, verification status and evidence, as they stood on ${frozenAt.slice(0, 10)}.${days}`;
  return [held, part && partSentence(part), notes.trim(), canary].filter(Boolean).join('\n\n');
}

/** How the articles were annotated, in plain sentences that claim nothing the data don't hold. */
export function annotationWords({ passes, adjudication, guideline, campaigns }: ReleaseFacts): string[] {
  const words = [
    guideline
      ? `People marked spans of the articles' texts by guideline version ${guideline.number} (guideline.md); earlier annotations name the version they were made by.`
      : 'People marked spans of the articles’ texts.',
  ];
  if (passes.passes > 0)
    words.push(
      `${counted(passes.articles, 'article')} ${passes.articles === 1 ? 'was' : 'were'} annotated blind in ${counted(passes.passes, 'pass', 'passes')} by ${counted(passes.annotators, 'annotator')}, ${passes.articlesWithTwo} of them by two or more; passes.jsonl holds what each marked.`,
    );
  else words.push('No article was annotated blind by several people: there is no agreement to report.');
  if (campaigns.length > 0)
    words.push(`Blind passes were arranged in ${counted(campaigns.length, 'campaign')}.`);
  if (adjudication)
    words.push(
      `What annotators marked apart was settled in ${counted(adjudication.decisions, 'decision')} on ${counted(adjudication.articles, 'article')} (adjudication.jsonl).`,
    );
  words.push('No machine made or proposed annotations that are counted here.');
  return words;
}

/** What users should know before they rely on the data. */
export function limitationsOf({ counts, options, part, splits, warnings, passes }: ReleaseFacts): string[] {
  const undecided = KINDS.reduce(
    (sum, kind) =>
      sum +
      (counts.byStatus[kind].unverified ?? 0) +
      (counts.byStatus[kind].pending ?? 0) +
      (counts.byStatus[kind].in_review ?? 0),
    0,
  );
  const limits = [
    'Articles were chosen by the newsroom for its work; they are no sample of all news.',
    'What is not marked is not known to be absent, but for the kinds that a pass names as complete (completeKinds).',
  ];
  if (part)
    limits.push(
      'It is a part of what was marked: annotations of its articles that its filter does not let pass are left out, so that an article may hold more than stands here.',
    );
  if (undecided > 0)
    limits.push(`${counted(undecided, 'annotation has', 'annotations have')} no decided status.`);
  if (counts.recheck > 0)
    limits.push(
      `${counted(counts.recheck, 'annotation waits', 'annotations wait')} to be looked at again, because the text has changed since.`,
    );
  if (counts.orphaned > 0)
    limits.push(
      `${counted(counts.orphaned, 'annotation lies', 'annotations lie')} in an older revision alone.`,
    );
  if (counts.undatedArticles > 0)
    limits.push(`${counted(counts.undatedArticles, 'article has', 'articles have')} no date of publication.`);
  if (splits.by.time.storiesDivided > 0)
    limits.push(
      `The split by time divides ${counted(splits.by.time.storiesDivided, 'story', 'stories')}: a later copy may stand in another part.`,
    );
  if (passes.articlesWithTwo === 0 && passes.passes > 0)
    limits.push('No article was annotated by two people: agreement is undefined.');
  if (options.pseudonyms)
    limits.push(
      warnings.length > 0
        ? `People have pseudonyms, but ${counted(warnings.length, 'place')} of free text may name them.`
        : 'People have pseudonyms. Times, style and what somebody annotates may still tell who they are to those who know them.',
    );
  return limits;
}
