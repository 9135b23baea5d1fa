'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { wordOfPriority, wordOfReason } from '@/app/_marks/desk-words';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import { dayInBrief, dayInWords } from '@/app/_ui/dates';
import { RelativeTime } from '@/app/_ui/relative-time';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Check } from '@/lib/domain/check';
import type { DeskItem } from '@/lib/domain/desk';
import { takenNow } from '@/lib/domain/taken-check';
import type { DeskReason } from '@/lib/domain/vocabulary';
import { useMinute } from '../../_check/use-minute';
import type { RowContext } from './row-context';
import styles from './desk.module.css';

/** One thing that waits: the words first, then why, who said it and where, and how its check stands. */
export function DeskRow({ item, context }: { item: DeskItem; context: RowContext }) {
  const { slug, canCheck, timeZone } = context;
  const { article, attribution, kind, status, reasons, claim } = item;
  const check = context.checkOf(item);
  const words = wordsOf(item);
  const href = `/${slug}/articles/${article.id}#annotation-${item.id}` as Route;
  const [hop] = attribution;
  return (
    <li className={styles.row} data-desk-row={item.id} data-picked={context.isPicked(item.id) || undefined}>
      {canCheck && (
        <input
          type="checkbox"
          className={styles.tick}
          aria-label={`Pick: ${words}`}
          checked={context.isPicked(item.id)}
          onChange={() => context.pick(item.id)}
        />
      )}
      <div className={styles.what}>
        {canCheck ? (
          <button
            type="button"
            data-opener
            className={styles.words}
            onClick={() => context.open(item)}
            dir="auto"
          >
            {words}
          </button>
        ) : (
          <Link href={href} data-opener className={styles.words} dir="auto">
            {words}
          </Link>
        )}
        {claim?.normalized && <p className={styles.restated}>{claim.normalized}</p>}
        {claim?.judgedAsOf && <p className={styles.where}>Judged as of {dayInWords(claim.judgedAsOf)}</p>}
        <p className={styles.marks}>
          <KindMark kind={kind} />
          <StatusGlyph status={status} />
          <Reasons reasons={reasons} />
        </p>
        <p className={styles.where}>
          {hop && `${hop.source.name}, `}
          <Link href={href}>{article.title}</Link>
          {', marked '}
          <RelativeTime instant={item.createdAt} timeZone={timeZone} />
        </p>
      </div>
      <Standing item={item} check={check} context={context} />
    </li>
  );
}

/** What the kind and the status say already is not said again. */
const SAID: ReadonlySet<DeskReason> = new Set(['claim_unverified', 'quote_unchecked', 'in_review']);

function Reasons({ reasons }: Pick<DeskItem, 'reasons'>) {
  const words = reasons.filter((reason) => !SAID.has(reason)).map(wordOfReason);
  return words.length > 0 && <span className={styles.reasons}>{words.join(', ')}</span>;
}

function Standing({ item, check, context }: { item: DeskItem; check: Check; context: RowContext }) {
  const { canCheck, personId, timeZone } = context;
  const minute = useMinute();
  const taken = takenNow(check, minute ?? new Date(context.renderedAt));
  const nameOf = ({ id, name }: { id: string; name: string }) => (id === personId ? 'you' : name);
  const due = check.dueOn ?? item.due;
  return (
    <div className={styles.standing}>
      <ul className={styles.facts} aria-label="The check">
        {check.priority !== 'normal' && (
          <li data-priority={check.priority}>{wordOfPriority(check.priority)} priority</li>
        )}
        {due && (
          <li data-overdue={item.dueState === 'overdue' || undefined}>
            {item.dueState === 'overdue' ? 'Overdue since' : 'Due'}{' '}
            <time dateTime={due}>{dayInBrief(due)}</time>
          </li>
        )}
        {check.assignee && <li>For {nameOf(check.assignee)}</li>}
        {taken && (
          <li className={styles.taken}>
            Taken by {nameOf(taken.by)}, <RelativeTime instant={taken.at} timeZone={timeZone} />
          </li>
        )}
      </ul>
      {canCheck && (
        <div className={styles.acts}>
          <Button size="small" variant="link" onClick={() => void context.takeOrRelease(item)}>
            {taken?.by.id === personId ? 'Give back' : 'Take'}
            <span className="visually-hidden">: {wordsOf(item)}</span>
          </Button>
          <Button size="small" variant="link" onClick={() => context.arrange([item])}>
            Arrange<span className="visually-hidden">: {wordsOf(item)}</span>
          </Button>
          <StatusMove item={item} context={context} />
        </div>
      )}
    </div>
  );
}

/** From the first status into review and back. */
function StatusMove({ item, context }: { item: DeskItem; context: RowContext }) {
  const { status, awaiting } = item;
  if (awaiting || (status !== 'in_review' && status !== 'unverified' && status !== 'pending')) return null;
  return (
    <Button size="small" variant="link" onClick={() => void context.moveOn(item)}>
      {status === 'in_review' ? 'Stop review' : 'Begin review'}
      <span className="visually-hidden">: {wordsOf(item)}</span>
    </Button>
  );
}
