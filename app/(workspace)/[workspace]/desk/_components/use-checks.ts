'use client';
import { useState } from 'react';
import { v7 } from 'uuid';
import { wordOfPriority } from '@/app/_marks/desk-words';
import { wordOfStatus } from '@/app/_marks/words';
import { asUser, sendJson } from '@/app/_forms/ask-api';
import { dayInBrief, distanceInWords } from '@/app/_ui/dates';
import { useAnnounce } from '@/app/_ui/toast';
import type { Check, PatchCheck } from '@/lib/domain/check';
import type { DeskItem } from '@/lib/domain/desk';
import type { Failure, Result } from '@/lib/domain/result';
import { takenNow } from '@/lib/domain/taken-check';
import { CHECK_PRIORITIES, firstStatusOf } from '@/lib/domain/vocabulary';
import { askToArrange, askToRelease, askToTake } from '../../_check/check-requests';
import { eachOf } from './each-of';
import type { Person } from './row-context';

/** What can be done about checks, said aloud and shown before the list is read again; arranging can be undone. */
export function useChecks({
  person,
  members,
  refresh,
}: {
  person: Person;
  members: readonly Person[];
  refresh: () => void;
}) {
  const announce = useAnnounce();
  const [known, setKnown] = useState<ReadonlyMap<string, Check>>(new Map());
  const checkOf = (item: DeskItem): Check => {
    const newer = known.get(item.id);
    return newer && newer.seq > item.check.seq ? newer : item.check;
  };
  const learn = (id: string, check: Check) => setKnown((was) => new Map(was).set(id, check));
  const hear = (id: string, answer: Result<Check, Failure>): Check | null => {
    if (answer.ok) learn(id, answer.value);
    else announce(answer.error.message);
    return answer.ok ? answer.value : null;
  };

  const take = async (item: DeskItem, from?: string): Promise<void> => {
    if (hear(item.id, await askToTake(item.id, person.id, from)))
      announce('Taken: the others see that you are at it.');
  };
  const takeOrRelease = async (item: DeskItem): Promise<void> => {
    const now = new Date();
    const taken = takenNow(checkOf(item), now);
    if (!taken) return take(item);
    if (taken.by.id === person.id) {
      if (hear(item.id, await askToRelease(item.id, person.id))) announce('Given back.');
      return;
    }
    announce(`${taken.by.name} took this ${distanceInWords(taken.at, now)}.`, {
      verb: 'Take it over',
      undo: () => void take(item, taken.by.id),
    });
  };

  /** The same for several, and back to what each had. */
  const arrangeAll = async (items: readonly DeskItem[], patch: PatchCheck): Promise<void> => {
    const before = new Map(items.map((item) => [item.id, checkOf(item)]));
    const done: { item: DeskItem; after: Check }[] = [];
    let problem: string | null = null;
    await eachOf(items, async (item) => {
      const answer = await askToArrange(item.id, before.get(item.id)!.version, patch, person.id);
      if (answer.ok) {
        learn(item.id, answer.value);
        done.push({ item, after: answer.value });
      } else problem = answer.error.message;
    });
    const undo = () =>
      eachOf(done, async ({ item, after }) => {
        const back = fieldsOf(before.get(item.id)!, patch);
        hear(item.id, await askToArrange(item.id, after.version, back, person.id));
      }).then(() => {
        announce(done.length === 1 ? 'It is as it was.' : `${done.length} checks are as they were.`);
        refresh();
      });
    if (done.length > 0) {
      const words = arrangedInWords(patch, [person, ...members]);
      const left = items.length - done.length;
      announce(
        `${done.length === 1 ? 'Check' : `${done.length} checks`} ${words}.${left > 0 ? ` ${left} could not be changed: ${problem}` : ''}`,
        { undo: () => void undo() },
      );
    } else if (problem) announce(problem);
    refresh();
  };

  const giveToMe = (item: DeskItem) => arrangeAll([item], { assigneeId: person.id });
  const raise = (item: DeskItem) => {
    const next = CHECK_PRIORITIES.indexOf(checkOf(item).priority) + 1;
    return arrangeAll([item], { priority: CHECK_PRIORITIES[next % CHECK_PRIORITIES.length]! });
  };

  /** Begins a review, or takes that back. What is decided, or waits for a second pair of eyes, is not moved by a key. */
  const moveOn = async ({ id, kind, status, awaiting }: DeskItem): Promise<void> => {
    const first = firstStatusOf(kind);
    const next = status === first ? 'in_review' : status === 'in_review' && !awaiting ? first : null;
    if (!next) return announce('It has been decided. Open it to decide otherwise.');
    const body = { id: v7(), status: next, rationale: '', evidence: [], searches: [] };
    const answer = await sendJson('POST', `/api/v1/annotations/${id}/verifications`, body, asUser(person.id));
    announce(answer.ok ? `Now: ${wordOfStatus(next)}.` : answer.error.message);
    refresh();
  };

  return { checkOf, takeOrRelease, arrangeAll, giveToMe, raise, moveOn };
}

/** The fields of a check that a patch names, as they are. */
function fieldsOf(check: Check, patch: PatchCheck): PatchCheck {
  return {
    ...(patch.priority !== undefined && { priority: check.priority }),
    ...(patch.dueOn !== undefined && { dueOn: check.dueOn }),
    ...(patch.assigneeId !== undefined && { assigneeId: check.assignee?.id ?? null }),
  };
}

function arrangedInWords({ priority, dueOn, assigneeId }: PatchCheck, people: readonly Person[]): string {
  const name = people.find(({ id }) => id === assigneeId)?.name;
  return [
    assigneeId !== undefined && (name ? `given to ${name}` : 'given to nobody'),
    priority !== undefined && `of ${wordOfPriority(priority).toLowerCase()} priority now`,
    dueOn !== undefined && (dueOn ? `due ${dayInBrief(dueOn)}` : 'without a day now'),
  ]
    .filter(Boolean)
    .join(', ');
}
