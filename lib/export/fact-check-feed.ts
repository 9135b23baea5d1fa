import { ratingOf } from '@/lib/domain/claim-rating';
import type { PublicListing, Publisher } from '@/lib/domain/public-fact-check';

/** What a feed is told of beside its entries: the addresses of the list, of itself and of each page. */
export interface FeedAddresses {
  list: string;
  self: string;
  page: (id: string) => string;
}

/** What a workspace has published lately, as an Atom feed (RFC 4287). Text from outside is text, whatever it holds. */
export function factCheckFeed(
  publisher: Publisher,
  items: readonly PublicListing[],
  addresses: FeedAddresses,
): string {
  const updated = items
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${xml(addresses.list)}</id>`,
    `<title>${xml(`Fact checks by ${publisher.name}`)}</title>`,
    `<updated>${xml(updated ?? '1970-01-01T00:00:00.000Z')}</updated>`,
    `<author><name>${xml(publisher.name)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xml(addresses.list)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xml(addresses.self)}"/>`,
    ...items.map((item) => entry(item, addresses)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entry({ id, content, publishedAt, updatedAt }: PublicListing, { page }: FeedAddresses): string {
  const rating = ratingOf(content.status)?.words ?? content.status;
  return [
    '<entry>',
    `<id>${xml(page(id))}</id>`,
    `<title>${xml(content.headline)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(page(id))}"/>`,
    `<published>${publishedAt}</published>`,
    `<updated>${updatedAt}</updated>`,
    `<category term="${xml(content.status)}" label="${xml(rating)}"/>`,
    `<summary type="text">${xml(`${rating}. ${content.summary ?? content.claimReviewed}`)}</summary>`,
    '</entry>',
  ].join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that no XML 1.0 document may hold, whatever stands for them. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const xml = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"]/g, (character) => ESCAPES[character]!);
