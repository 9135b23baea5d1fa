import { factCheckLink, publisherLink } from '@/lib/auth/links';
import { factCheckFeed } from '@/lib/export/fact-check-feed';
import { listPublicFactChecks } from '@/lib/usecases/list-public-fact-checks';

/** What a workspace has published lately, for programs that follow it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/fact-checks/by/[publisher]/feed.xml'>,
) {
  const list = await listPublicFactChecks({ slug: (await params).publisher });
  if (!list) return new Response('There is nothing at this address.', { status: 404 });
  const { publisher, items } = list;
  const page = publisherLink(publisher.slug);
  const addresses = { list: page, self: `${page}/feed.xml`, page: factCheckLink };
  return new Response(factCheckFeed(publisher, items, addresses), {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
    },
  });
}
