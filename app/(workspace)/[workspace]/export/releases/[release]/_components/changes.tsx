import type { Route } from 'next';
import Link from 'next/link';
import { KindMark } from '@/app/_marks/kind-mark';
import { safeHtmlFrom } from '@/app/_markdown/safe-html';
import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import { Notice } from '@/app/_ui/notice';
import type { Release } from '@/lib/domain/release';
import { FIELD_WORDS } from '@/lib/release/changelog';
import type { Context } from '@/lib/usecases/context';
import { diffReleasesOf, type ReleaseDiff } from '@/lib/usecases/diff-releases';
import { partInWords } from './held-part';

/** A page shows so many changes one by one. */
const MOST_SHOWN = 200;

/** What changed since another release: by the one chosen in the address, else as the changelog tells it. */
export async function Changes({
  context,
  slug,
  id,
  other,
  others,
  changelog,
}: {
  context: Context;
  slug: string;
  id: string;
  other: string | null;
  others: readonly Release[];
  changelog: string | null;
}) {
  const asked = other === null ? null : { with: other, limit: String(MOST_SHOWN) };
  const diff = asked && (await diffReleasesOf(context, { id, query: asked }));
  return (
    <>
      {others.length > 0 && (
        <FilterSentence label="What to compare with">
          Compared with{' '}
          <FilterWord
            label="Release to compare with"
            name="with"
            value={other ?? ''}
            options={[
              { value: '', label: 'the earlier release of this name' },
              ...others.map(({ id: value, name, version }) => ({ value, label: `${name} ${version}` })),
            ]}
          />
          .
        </FilterSentence>
      )}
      {diff === null ? (
        changelog && (
          <div
            className="prose"
            dangerouslySetInnerHTML={{ __html: safeHtmlFrom(changelog, { headingFrom: 3 }) }}
          />
        )
      ) : diff.ok ? (
        <DiffTable slug={slug} diff={diff.value} />
      ) : (
        <Notice tone="error">{diff.error.message}</Notice>
      )}
    </>
  );
}

function DiffTable({ slug, diff }: { slug: string; diff: ReleaseDiff }) {
  const { annotations, articles } = diff.summary;
  return (
    <div className="stack">
      {diff.isOtherPart && (
        <Notice tone="info" title="These releases hold different parts of the workspace">
          <p>
            {diff.from.name} {diff.from.version}: {partInWords(diff.from.part)}
          </p>
          <p>This one: {partInWords(diff.to.part)}</p>
          <p>
            What is told as added may have been there before, and what is told as removed may be there still.
          </p>
        </Notice>
      )}
      <p role="status">
        Since {diff.from.name} {diff.from.version}: {countOf(annotations.added, 'annotation')} added,{' '}
        {annotations.removed} removed, {annotations.changed} changed, {annotations.same} the same.{' '}
        {countOf(articles.added, 'article')} added, {articles.removed} removed, and {articles.revised} with
        another text.
      </p>
      {diff.items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label="Changes">
          <table className="table table-fold">
            <caption className="visually-hidden">Changes one by one</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Change</th>
                <th scope="col">How</th>
              </tr>
            </thead>
            <tbody>
              {diff.items.map((entry) => (
                <tr key={`${entry.type} ${entry.id}`}>
                  <th scope="row">
                    {entry.type === 'article' ? (
                      <Link href={`/${slug}/articles/${entry.id}` as Route}>{entry.title}</Link>
                    ) : (
                      <Link href={`/${slug}/articles/${entry.articleId}#annotation-${entry.id}` as Route}>
                        <KindMark kind={entry.kind} /> {entry.id.slice(0, 8)}
                      </Link>
                    )}
                  </th>
                  <td data-label="Change">{entry.change}</td>
                  <td data-label="How">
                    {entry.type === 'article'
                      ? entry.fields.join(', ')
                      : entry.fields.map(({ field, words }) => `${FIELD_WORDS[field]}: ${words}`).join('; ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {diff.more > 0 && (
        <p className="soft">{diff.more.toLocaleString('en')} more; the API lists all of them.</p>
      )}
    </div>
  );
}

const countOf = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
