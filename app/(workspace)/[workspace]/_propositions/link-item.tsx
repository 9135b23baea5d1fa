import type { Route } from 'next';
import Link from 'next/link';
import { sidesOfLink, wordOfLink, wordOfLinkState } from '@/app/_marks/link-words';
import { dayInBrief } from '@/app/_ui/dates';
import type { LinkSide, PropositionLink } from '@/lib/domain/proposition';
import { LinkDecision } from './link-decision';
import styles from './propositions.module.css';
import { StatementView } from './statement-view';

/** Two statements side by side, why they are thought to belong together, and what was decided. */
export function LinkItem({
  slug,
  link,
  mayDecide,
}: {
  slug: string;
  link: PropositionLink;
  mayDecide: boolean;
}) {
  const { id, type, state, origin, reason, proposedBy, decidedBy, decidedAt } = link;
  const [first, second] = sidesOfLink(type);
  return (
    <LinkDecision id={id} type={type} state={state} version={link.version} mayDecide={mayDecide}>
      <h2 className={styles.head}>
        {wordOfLink(type)}
        <span className={styles.state} data-state={state}>
          {wordOfLinkState(state)}
          {decidedBy && decidedAt && ` by ${decidedBy.name}, ${dayInBrief(decidedAt.slice(0, 10))}`}
        </span>
      </h2>
      <div className={styles.sides}>
        <Side slug={slug} label={first} side={link.from} />
        <Side slug={slug} label={second} side={link.to} />
      </div>
      {(reason || proposedBy) && (
        <p className={styles.reason}>
          <span className="soft">
            {origin === 'machine' ? 'Found by comparing words: ' : `${proposedBy?.name ?? 'Somebody'}: `}
          </span>
          {reason || 'no reason was given.'}
        </p>
      )}
    </LinkDecision>
  );
}

function Side({ slug, label, side }: { slug: string; label: string; side: LinkSide }) {
  const [first, ...more] = side.statements;
  return (
    <div role="group" className={styles.side} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      {first && <StatementView slug={slug} statement={first} />}
      {!first && <p>{side.words}</p>}
      {side.propositionId && (
        <p className="small">
          <Link href={`/${slug}/propositions/${side.propositionId}` as Route}>
            {more.length === 0 ? 'Its proposition' : `Said in ${more.length + 1} places`}
          </Link>
        </p>
      )}
    </div>
  );
}
