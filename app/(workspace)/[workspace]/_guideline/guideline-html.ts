import type { Token, Tokens } from 'marked';
import { headingId, plainFrom } from '@/app/_markdown/heading-id';
import { safeMarked, webAddress } from '@/app/_markdown/safe-html';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';

export interface GuidelineHtml {
  html: string;
  headings: { id: string; text: string }[];
}

/** What the ids of the headings begin with: the page has ids of its own. */
const PREFIX = 'guideline-';

/**
 * A guideline as HTML that holds nothing but text with its form ({@link safeMarked}), whose links lead to the web or within
 * the page. `top` is the level of its highest headings, which keep their order below it.
 */
export function guidelineHtmlFrom(markdown: string, top: 2 | 3 = 2): GuidelineHtml {
  const headings: GuidelineHtml['headings'] = [];
  const used = new Set<string>();
  let highest = 6;
  const marked = safeMarked({
    heading: ({ depth, words, text }) => {
      const level = Math.min(6, top + depth - highest);
      const id = `${PREFIX}${headingId(text, used)}`;
      headings.push({ id, text: plainFrom(text) });
      return `<h${level} id="${id}" tabindex="-1">${words}</h${level}>\n`;
    },
    addressOf: (href) => (href.startsWith('#') ? `#${PREFIX}${href.slice(1)}` : webAddress(href)),
  });
  const tokens = marked.lexer(markdown);
  marked.walkTokens(tokens, (token: Token) => {
    if (token.type === 'heading') highest = Math.min(highest, (token as Tokens.Heading).depth);
  });
  return { html: marked.parser(tokens), headings };
}

/** The heading under which a kind is told of: the first that begins with its name. */
export const headingOfKind = (
  headings: GuidelineHtml['headings'],
  kind: Kind,
): GuidelineHtml['headings'][number] | undefined =>
  headings.find(({ text }) => new RegExp(`^\\W*${kind}s?\\b`, 'i').test(text));

/** The kinds that have a heading of their own, in their order. */
export const kindsTold = (headings: GuidelineHtml['headings']): Kind[] =>
  KINDS.filter((kind) => headingOfKind(headings, kind));
