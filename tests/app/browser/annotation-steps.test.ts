import { describe, expect, test } from 'vitest';
import {
  type Steps,
  stepFrom,
} from '@/app/(workspace)/[workspace]/articles/[article]/_components/annotation-steps';
import type { Annotation } from '@/lib/domain/annotation';
import { anAnnotation } from '../../support/an-annotation';

const at = (id: string, start: number, more: Partial<Annotation> = {}): Annotation =>
  anAnnotation({ id, spans: [{ start, end: start + 5, exact: '', prefix: '', suffix: '' }], ...more });

const LISTED = [
  at('a', 0, { status: 'supported' }),
  at('b', 10, { kind: 'quote', status: 'unverified' }),
  at('c', 20, { status: 'refuted', recheck: { sinceRevision: 2 } }),
  at('d', 30, { kind: 'prediction', status: 'in_review' }),
];

function stepped(by: 1 | -1, from: { openId?: string; at?: number }, steps?: Steps): string | null {
  const step = stepFrom(LISTED, by, from, steps);
  return step && `${step.annotation.id}${step.isAgain ? ' again' : ''}`;
}

describe('through all of them', () => {
  test('to the next and the one before, and no further than the ends', () => {
    expect(stepped(1, { openId: 'b' })).toBe('c');
    expect(stepped(-1, { openId: 'b' })).toBe('a');
    expect(stepped(1, { openId: 'd' })).toBeNull();
    expect(stepped(-1, { openId: 'a' })).toBeNull();
  });

  test('from the caret where none is open, else from the ends', () => {
    expect(stepped(1, { at: 12 })).toBe('c');
    expect(stepped(-1, { at: 12 })).toBe('b');
    expect(stepped(1, { at: 99 })).toBeNull();
    expect(stepped(1, {})).toBe('a');
    expect(stepped(-1, {})).toBe('d');
  });
});

describe('through those of a sort', () => {
  test('that nobody has decided about', () => {
    expect(stepped(1, {}, 'unverified')).toBe('b');
    expect(stepped(1, { openId: 'b' }, 'unverified')).toBe('d');
    expect(stepped(1, { openId: 'd' }, 'unverified')).toBe('b again');
    expect(stepped(-1, { openId: 'b' }, 'unverified')).toBe('d again');
  });

  test('of a kind; none where the open one is the only one', () => {
    expect(stepped(1, { openId: 'a' }, 'prediction')).toBe('d');
    expect(stepped(1, { openId: 'd' }, 'prediction')).toBeNull();
    expect(stepped(1, { openId: 'c' }, 'claim')).toBe('a again');
  });

  test('that are to be checked again', () => {
    expect(stepped(1, {}, 'recheck')).toBe('c');
  });
});
