import { NextResponse, type NextRequest } from 'next/server';
import { isFactCheckGone } from '@/lib/usecases/is-fact-check-gone';

/** Only the addresses of public fact checks: what runs before a page costs each request to it. */
export const config = { matcher: '/fact-checks/:id' };

/**
 * Says 410 of a fact check that was taken off: whoever keeps it should let it go. A page cannot answer with that status
 * by itself; what it shows is the page's own.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const id = request.nextUrl.pathname.split('/').at(-1)!;
  return NextResponse.next((await isFactCheckGone({ id })) ? { status: 410 } : undefined);
}
