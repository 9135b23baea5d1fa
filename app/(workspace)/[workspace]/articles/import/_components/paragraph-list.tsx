'use client';
import { type Dispatch, memo, useState } from 'react';
import { wordOfRegion } from '@/app/_marks/region-words';
import { classNames } from '@/app/_ui/class-names';
import { ShowMore } from '@/app/_ui/show-more';
import { isHiddenRole } from '@/lib/domain/hidden-role';
import type { Paragraph } from '@/lib/domain/region-edit';
import { REGION_ROLES, type RegionRole } from '@/lib/domain/vocabulary';
import styles from './paragraph-list.module.css';
import type { RoleCommand, RoleState } from './role-state';

/** Paragraphs shown at first and with each "Show more": a long read has some hundreds. */
const PAGE = 1_000;

/** The text paragraph by paragraph, each with what it was taken for. What will be hidden is grey, and all there. */
export const ParagraphList = memo(function ParagraphList({
  roles,
  dispatch,
}: {
  roles: RoleState;
  dispatch: Dispatch<RoleCommand>;
}) {
  const [shown, setShown] = useState(PAGE);
  const { index, paragraphs, chosen } = roles;
  const left = paragraphs.length - shown;
  return (
    <div className={styles.list}>
      <p className={styles.lede}>
        <span className="figures">{countsInWords(paragraphs)}</span> Wrong somewhere? Change the word beside
        the paragraph. To change several at once, tick them; Shift ticks all between two.
      </p>
      <ol className={styles.paragraphs} aria-label="Paragraphs">
        {paragraphs.slice(0, shown).map((paragraph, i) => (
          <ParagraphRow
            key={paragraph.start}
            at={i}
            paragraph={paragraph}
            text={index.slice(paragraph.start, paragraph.end)}
            isChosen={chosen.has(i)}
            dispatch={dispatch}
          />
        ))}
      </ol>
      {left > 0 && (
        <ShowMore
          label={`Show ${Math.min(left, PAGE).toLocaleString('en')} more of ${left.toLocaleString('en')} paragraphs`}
          onShow={() => setShown(shown + PAGE)}
        />
      )}
    </div>
  );
});

const ROLE_OPTIONS = REGION_ROLES.map((role) => (
  <option key={role} value={role}>
    {wordOfRegion(role)}
  </option>
));

const ParagraphRow = memo(function ParagraphRow({
  at,
  paragraph: { role, continuesLine },
  text,
  isChosen,
  dispatch,
}: {
  at: number;
  paragraph: Paragraph;
  text: string;
  isChosen: boolean;
  dispatch: Dispatch<RoleCommand>;
}) {
  return (
    <li
      className={classNames(
        styles.row,
        continuesLine && styles.continues,
        isHiddenRole(role) && styles.hidden,
        isChosen && styles.chosen,
      )}
      data-role={role}
    >
      <label className={styles.choose}>
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={`Choose paragraph ${at + 1}`}
          onChange={(event) =>
            dispatch({
              type: 'choose',
              at,
              isChosen: event.target.checked,
              toLast: (event.nativeEvent as MouseEvent).shiftKey,
            })
          }
        />
      </label>
      <p className={classNames(styles.text, styles[role])}>{text}</p>
      <select
        className={styles.role}
        aria-label={`Paragraph ${at + 1} is`}
        value={role}
        onChange={(event) => dispatch({ type: 'set', at, role: event.target.value as RegionRole })}
      >
        {ROLE_OPTIONS}
      </select>
    </li>
  );
});

function countsInWords(paragraphs: readonly Paragraph[]): string {
  const hidden = paragraphs.filter(({ role }) => isHiddenRole(role)).length;
  const all = `${paragraphs.length.toLocaleString('en')} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`;
  return hidden === 0
    ? `${all}, none of them hidden.`
    : `${all}, ${hidden.toLocaleString('en')} of them hidden in the reading room.`;
}
