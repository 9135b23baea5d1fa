'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { TextArea } from '@/app/_ui/field';
import { findNameBegun, membersBeginning } from '@/lib/domain/comment-text';
import { type Member, membersOf } from './comment-requests';
import styles from './comments.module.css';

/** Names that are offered at once. */
const MOST_OFFERED = 5;

/** A field in which `@` and the beginning of a name offer the members of the workspace. */
export function MentionArea({
  label,
  value,
  workspaceSlug,
  focusTurn,
  isBusy,
  onChange,
  onSend,
  onEscape,
}: {
  label: string;
  value: string;
  workspaceSlug: string;
  focusTurn: number;
  /** What is typed while it is sent would be part of nothing. */
  isBusy: boolean;
  onChange: (words: string) => void;
  onSend: () => void;
  onEscape: () => void;
}) {
  const listId = useId();
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [members, setMembers] = useState<Member[]>([]);
  /** The place of an `@` for which no list is wanted: it was closed, or a name was taken. */
  const [settled, setSettled] = useState(-1);
  const begun = findNameBegun(value, caret);
  const isAsked = begun !== null && begun.start !== settled;
  const offered = isAsked ? membersBeginning(members, begun.words, MOST_OFFERED) : [];
  const active = offered[Math.min(at, offered.length - 1)];

  useEffect(() => {
    if (focusTurn === 0) return;
    const area = areaRef.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [focusTurn]);
  useEffect(() => {
    if (!isAsked) return;
    let isGone = false;
    membersOf(workspaceSlug)
      .then((all) => !isGone && setMembers(all))
      .catch(() => null);
    return () => {
      isGone = true;
    };
  }, [isAsked, workspaceSlug]);

  const take = (member: Member): void => {
    if (!begun || isBusy) return;
    const words = `@${member.name} `;
    const end = begun.start + words.length;
    onChange(value.slice(0, begun.start) + words + value.slice(caret).trimStart());
    setSettled(begun.start);
    setCaret(end);
    requestAnimationFrame(() => {
      areaRef.current?.focus();
      areaRef.current?.setSelectionRange(end, end);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSend) onSend();
    else if (active && (event.key === 'Enter' || event.key === 'Tab')) take(active);
    else if (active && event.key === 'ArrowDown') setAt((at + 1) % offered.length);
    else if (active && event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length);
    else if (event.key === 'Escape') {
      if (active) setSettled(begun!.start);
      else onEscape();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.area}>
      <TextArea
        ref={areaRef}
        label={label}
        value={value}
        rows={3}
        dir="auto"
        readOnly={isBusy}
        aria-autocomplete="list"
        aria-controls={active ? listId : undefined}
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {active && (
        <ul id={listId} role="listbox" aria-label="People to mention" className={styles.people}>
          {offered.map((member) => (
            <li
              key={member.id}
              id={`${listId}-${member.id}`}
              role="option"
              aria-selected={member === active}
              // The focus stays in the field.
              onPointerDown={(event) => {
                event.preventDefault();
                take(member);
              }}
            >
              {member.name}
            </li>
          ))}
        </ul>
      )}
      <span className="visually-hidden" role="status">
        {active
          ? `${offered.length === 1 ? '1 person' : `${offered.length} people`} to mention. Enter takes ${active.name}.`
          : ''}
      </span>
    </div>
  );
}
