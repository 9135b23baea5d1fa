import { expect, test } from 'vitest';
import { consumeSignInLink } from '@/lib/usecases/consume-sign-in-link';
import { createSignInLink } from '@/lib/usecases/create-sign-in-link';
import { signOutEverywhere } from '@/lib/usecases/sign-out-everywhere';
import { aUser, contextOf, operatorContext, visitorContext } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';

const HOUR = 3_600_000;
const noon = new Date('2031-05-04T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * HOUR);

async function aLink() {
  const user = await aUser();
  const { link } = valueOf(await createSignInLink(operatorContext(noon), { email: user.email }));
  return { user, token: new URL(link).searchParams.get('token')! };
}

test('a link tells whose it is, once', async () => {
  const { user, token } = await aLink();
  expect(valueOf(await consumeSignInLink(visitorContext(later(23)), { token }))).toEqual(user);
  expect(codeOf(await consumeSignInLink(visitorContext(later(23)), { token }))).toBe('link_spent');
});

test('of many at once one gets in', async () => {
  const { token } = await aLink();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => consumeSignInLink(visitorContext(noon), { token })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a link lives for 24 hours', async () => {
  const { token } = await aLink();
  expect(codeOf(await consumeSignInLink(visitorContext(later(24)), { token }))).toBe('link_spent');
});

test('an unknown link is answered like a spent one', async () => {
  expect(codeOf(await consumeSignInLink(visitorContext(noon), { token: 'made up' }))).toBe('link_spent');
});

test('signing out everywhere takes unused links back', async () => {
  const { user, token } = await aLink();
  valueOf(await signOutEverywhere(contextOf(user)));
  expect(codeOf(await consumeSignInLink(visitorContext(noon), { token }))).toBe('link_spent');
});
