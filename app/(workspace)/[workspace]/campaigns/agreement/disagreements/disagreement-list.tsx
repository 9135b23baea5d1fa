import type { Route } from 'next';
import { wordOfPolarity, wordOfQuoteForm, wordOfStatus } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import { PlaceLink } from '@/app/_ui/place-link';
import type { Attribute, AttributeValue } from '@/lib/domain/agreement/attribute';
import type { DisagreeingSpan, PassDisagreements } from '@/lib/domain/agreement/pass-disagreements';
import type { AttributionMode, Kind, Polarity, QuoteForm, Status } from '@/lib/domain/vocabulary';
import styles from './disagreement-list.module.css';

type Article = PassDisagreements['articles'][number];
type Item = Article['items'][number];

/** Each disagreement as a row: the words of one, the words of the other, and what else differs. */
export function DisagreementList({
  article,
  kind,
  workspaceSlug,
}: {
  article: Article;
  kind: Kind;
  workspaceSlug: string;
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
              <td>{differencesOf(item).join(' ')}</td>
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
    <PlaceLink href={href}>
      <span dir="auto">{span.exact}</span>
    </PlaceLink>
  );
}

const NAMES: Record<Attribute, string> = {
  status: 'Verdict',
  source: 'Source',
  mode: 'How it is named',
  checkworthy: 'Worth checking',
  form: 'Form',
  deadline: 'Deadline',
  likelihoodWords: 'Words of likelihood',
  probability: 'Probability',
  polarity: 'Direction',
};

const MODES: Record<AttributionMode, string> = {
  named: 'by name',
  anonymous: 'unnamed',
  author: 'the author',
};

function differencesOf({ a, b, differsIn }: Item): string[] {
  const isAlone = a === null || b === null;
  const hasOtherEnds = !isAlone && (a.start !== b.start || a.end !== b.end);
  return [
    ...(isAlone ? ['Marked by one alone.'] : []),
    ...(hasOtherEnds ? ['Other ends.'] : []),
    ...differsIn.map(
      ({ attribute, a: first, b: second }) =>
        `${NAMES[attribute]}: ${valueInWords(attribute, first)} or ${valueInWords(attribute, second)}.`,
    ),
  ];
}

function valueInWords(attribute: Attribute, value: AttributeValue | null): string {
  if (value === null) return 'not said';
  if (value === 'none') return 'none';
  if (attribute === 'status') return wordOfStatus(value as Status);
  if (attribute === 'mode') return MODES[value as AttributionMode];
  if (attribute === 'polarity') return wordOfPolarity(value as Polarity);
  if (attribute === 'form') return wordOfQuoteForm(value as QuoteForm);
  if (attribute === 'source') return String(value).replace(/^\S+ /, '');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
