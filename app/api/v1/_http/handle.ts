import 'server-only';
import { contextFromRequest } from '@/lib/auth/current-context';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from '@/lib/usecases/context';
import { problem } from './problem';
import { readJson } from './read-json';

export interface Call<P> {
  context: Context;
  request: Request;
  params: P;
  /** The query of the address as strings; of a name given twice the last counts. */
  query: Record<string, string>;
  /** The body as `readJson` gives it. Parsed by the use case, after it asked the policy. */
  body: unknown;
  ifMatch: string | null;
}

type Respond = Response | Result<never, Failure>;

/** A route of the API: says who asks, reads the body, and turns failures into problems and bugs into a plain 500. */
export function handle<P>(
  run: (call: Call<P>) => Promise<Respond>,
  /** False where the route itself reads a body that is no JSON, once it knows that it may. */
  { readsBody = true }: { readsBody?: boolean } = {},
) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      const origin = await contextFromRequest(request);
      if (!origin)
        return problem({
          code: 'unauthenticated',
          message:
            'Send a token as "Authorization: Bearer …", or sign in. An owner makes tokens in the settings.',
        });
      if (!origin.context) return problem(origin.refusal);
      const meant = request.headers.get(MEANT_USER);
      if (meant !== null && meant !== origin.context.actor.userId) return problem(otherUser);
      const outcome = await run({
        context: origin.context,
        request,
        params: await params,
        query: Object.fromEntries(new URL(request.url).searchParams),
        body: readsBody ? await readJson(request) : undefined,
        ifMatch: request.headers.get('if-match'),
      });
      return outcome instanceof Response
        ? await answerTo(request, outcome)
        : outcome.ok
          ? problem(unexpected)
          : problem(outcome.error);
    } catch (error) {
      console.error(`${request.method} ${new URL(request.url).pathname} failed`, error);
      return Response.json(
        {
          type: 'urn:touchstone:problem:bug',
          title: 'Our mistake',
          status: 500,
          code: 'bug',
          detail: unexpected.message,
        },
        { status: 500, headers: { 'content-type': 'application/problem+json' } },
      );
    }
  };
}

/** To HEAD, the head alone: what a body holds open (a stream's place, a connection) is let go. */
async function answerTo(request: Request, response: Response): Promise<Response> {
  if (request.method !== 'HEAD') return response;
  await response.body?.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}

/** Names the user whose change a request carries: one kept on a computer must not be saved under the next one's name. */
const MEANT_USER = 'touchstone-user';

const otherUser = {
  code: 'other_user',
  message: 'Somebody else has signed in on this browser. Nothing was changed; sign in again to save it.',
};

const unexpected = {
  code: 'bug',
  message: 'Something went wrong on our side. Nothing was saved; what was saved before is safe. Try again.',
};

/** An answer with a JSON body that nobody may keep: it depends on who asks. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store', ...headers } });
