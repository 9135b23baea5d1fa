import type { Route } from 'next';
import { attributeInWords, wordOfAttribute } from '@/app/_marks/attribute-words';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { classNames } from '@/app/_ui/class-names';
import { PlaceLink } from '@/app/_ui/place-link';
import type { DisagreeingSpan, PassDisagreements } from '@/lib/domain/agreement/pass-disagreements';
import type { Kind, Status } from '@/lib/domain/vocabulary';
import styles from './disagreement-list.module.css';

type Article = PassDisagreements['articles'][number];
type Item = Article['items'][number];

/** Each disagreement as a row: the words of one, the words of the other, and what else differs. */
export function DisagreementList({
  article,
  kind,
  workspaceSlug,
  labels,
}: {
  article: Article;
  kind: Kind;
  workspaceSlug: string;
  /** What the workspace's own attributes are called. */
  labels: Readonly<Record<string, string>>;
}) {
  return (
    <div className={classNames('table-scroll', styles.list)}>
      <table className="table table-fold">
        <thead>
          <tr>
            <th scope="col">{article.a.name}</th>
            <th scope="col">{article.b.name}</th>
            <th scope="col">What differs</th>
          </tr>
        </thead>
        <tbody>
          {article.items.map((item) => (
            <tr key={`${item.a?.annotationId} ${item.a?.start} ${item.b?.annotationId} ${item.b?.start}`}>
              <td>
                <span className={styles.who}>{article.a.name}</span>
                <Words span={item.a} kind={kind} {...{ article, workspaceSlug }} />
              </td>
              <td>
                <span className={styles.who}>{article.b.name}</span>
                <Words span={item.b} kind={kind} {...{ article, workspaceSlug }} />
              </td>
              <td>{differencesOf(item, labels).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({
  span,
  kind,
  article,
  workspaceSlug,
}: {
  span: DisagreeingSpan | null;
  kind: Kind;
  article: Article;
  workspaceSlug: string;
}) {
  if (!span) return <span className="soft">marked no {kind} here</span>;
  const href = `/${workspaceSlug}/articles/${article.articleId}#passage-${span.start}-${span.end}` as Route;
  return (
    <>
      <PlaceLink href={href}>
        <span dir="auto">{span.exact}</span>
      </PlaceLink>
      {span.verdict && (
        <p className={styles.verdict}>
          <StatusGlyph status={span.verdict.status as Status} />
          {span.verdict.rationale && <span dir="auto"> {span.verdict.rationale}</span>}
        </p>
      )}
    </>
  );
}

function differencesOf({ a, b, differsIn }: Item, labels: Readonly<Record<string, string>>): string[] {
  const isAlone = a === null || b === null;
  const hasOtherEnds = !isAlone && (a.start !== b.start || a.end !== b.end);
  return [
    ...(isAlone ? ['Marked by one alone.'] : []),
    ...(hasOtherEnds ? ['Other ends.'] : []),
    ...differsIn.map(
      ({ attribute, a: first, b: second }) =>
        `${wordOfAttribute(attribute, labels)}: ${attributeInWords(attribute, first)} or ${attributeInWords(attribute, second)}.`,
    ),
  ];
}
