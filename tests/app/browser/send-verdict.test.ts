import { afterEach, expect, test, vi } from 'vitest';
import {
  type Attempts,
  sendVerdict,
} from '@/app/(workspace)/[workspace]/articles/[article]/_bulk/send-verdict';
import { anAnnotation } from '@/tests/support/an-annotation';

const annotation = anAnnotation({ version: 3 });
const verdict = { status: 'supported', rationale: 'The minutes say so.' };

/** A server that gives these answers one after another; the answer is what it was sent. */
function aServer(...answers: Response[]): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    requests.push(new Request(new URL(address, 'http://localhost'), init));
    return answers.shift()!;
  });
  return requests;
}
const taken = () => Response.json({ annotation });
const refused = (status: number, code: string) => Response.json({ code, detail: 'No.' }, { status });

afterEach(() => vi.unstubAllGlobals());

test('a verdict names its person and the version that was seen, so that nobody else’s session records it', async () => {
  const requests = aServer(taken());
  await sendVerdict(annotation, verdict, 'ada', new Map());
  expect(requests[0]!.headers.get('touchstone-user')).toBe('ada');
  expect(requests[0]!.headers.get('if-match')).toBe('"3"');
});

test('under another’s session it is not recorded, and the page asks to sign in', async () => {
  const asked = vi.fn();
  vi.stubGlobal('dispatchEvent', asked);
  aServer(refused(401, 'other_user'));
  const sent = await sendVerdict(annotation, verdict, 'ada', new Map());
  expect(sent).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  expect(!sent.ok && sent.error.message).toContain('Somebody else has signed in');
  expect(asked).toHaveBeenCalledOnce();
});

test('the same words again have the same id until they are answered; other words another', async () => {
  const requests = aServer(refused(500, 'bug'), refused(500, 'bug'), taken(), taken());
  const attempts: Attempts = new Map();
  const send = (request: object) => sendVerdict(annotation, request, 'ada', attempts);
  await send(verdict);
  await send({ ...verdict, rationale: 'Other words.' });
  await send({ ...verdict, rationale: 'Other words.' });
  await send({ ...verdict, rationale: 'Other words.' });
  const [first, second, third, fourth] = await Promise.all(
    requests.map(async (request) => ((await request.json()) as { id: string }).id),
  );
  expect(second).not.toBe(first);
  expect(third).toBe(second);
  expect(fourth).not.toBe(third);
});
