import { wordOfAttribute } from '@/app/_marks/attribute-words';
import { KindMark } from '@/app/_marks/kind-mark';
import { pluralOfKind } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import type { ScaleFigure } from '@/lib/domain/agreement/attribute-agreement';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import { type AgreementSearch, disagreementsHref, type Pair } from './agreement-places';
import styles from './agreement-table.module.css';
import { Figure } from './figure';

const SCALES: Record<ScaleFigure, string> = {
  ordinalAlpha: 'by order',
  intervalAlpha: 'by distance',
  ratioAlpha: 'by ratio',
  jaccardAlpha: 'Jaccard',
  masiAlpha: 'MASI',
};

/** The figures of one pair on what both marked: a row for each attribute, which leads to where they differ in it. */
export function AttributeTable({
  pair,
  caption,
  workspaceSlug,
  articleId,
  asked,
  labels,
}: {
  pair: Pair;
  caption: string;
  workspaceSlug: string;
  articleId?: string;
  asked: AgreementSearch;
  labels: Readonly<Record<string, string>>;
}) {
  const rows = KINDS.flatMap((kind) =>
    Object.entries(pair.kinds[kind].attributes)
      .filter(([, { n }]) => n > 0)
      .map(([name, figures]) => ({ kind, name, figures })),
  );
  if (rows.length === 0)
    return <p className="soft small">No span is the same for both, so there is no attribute to compare.</p>;
  return (
    <div className={classNames('table-scroll', styles.scroll)}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            <th scope="col">Kind</th>
            <th scope="col">The same</th>
            <th scope="col" className="number">
              Cohen’s κ
            </th>
            <th scope="col" className="number">
              Krippendorff’s α
            </th>
            <th scope="col">α by what the values say</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, name, figures }) => {
            const href = disagreementsHref(
              workspaceSlug,
              pair,
              kind,
              { article: articleId, attribute: name },
              asked,
            );
            const word = wordOfAttribute(name, labels);
            const reasons = pair.kinds[kind].undefined;
            const about = (what: string) => `${word} of ${pluralOfKind(kind).toLowerCase()}, ${what}`;
            return (
              <tr key={`${kind} ${name}`}>
                <th scope="row">{word}</th>
                <td>
                  <KindMark kind={kind} plural />
                </td>
                <td className={classNames('figures', styles.whole)}>
                  {figures.agreed} of {figures.n}
                </td>
                {figures.kappa === null && figures.alpha === null ? (
                  <td colSpan={3}>
                    <Figure figure={null} reason={reasons[`${name}.alpha`]} />
                  </td>
                ) : (
                  <>
                    <td className="number">
                      <Figure
                        figure={figures.kappa}
                        reason={reasons[`${name}.kappa`]}
                        href={href}
                        of={about('κ')}
                      />
                    </td>
                    <td className="number">
                      <Figure
                        figure={figures.alpha}
                        reason={reasons[`${name}.alpha`]}
                        href={href}
                        of={about('α')}
                      />
                    </td>
                    <td className="figures">
                      <OnScale {...{ figures, reasons, name, href, about }} />
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function OnScale({
  figures,
  reasons,
  name,
  href,
  about,
}: {
  figures: Pair['kinds'][Kind]['attributes'][string];
  reasons: Pair['kinds'][Kind]['undefined'];
  name: string;
  href: ReturnType<typeof disagreementsHref>;
  about: (what: string) => string;
}) {
  const told = (Object.keys(SCALES) as ScaleFigure[]).filter((figure) => figures[figure] !== undefined);
  const [first] = told;
  if (first && told.every((figure) => figures[figure] === null))
    return <Figure figure={null} reason={reasons[`${name}.${first}`]} />;
  return told.map((figure) => (
    <span key={figure} className={styles.scale}>
      <span className="soft small">{SCALES[figure]} </span>
      <Figure
        figure={figures[figure]}
        reason={reasons[`${name}.${figure}`]}
        href={href}
        of={about(`α ${SCALES[figure]}`)}
      />
    </span>
  ));
}
