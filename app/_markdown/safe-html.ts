import { Marked, type Tokens } from 'marked';
import { escaped } from './escaped';

/** A heading as a page may show it: `words` is HTML, `text` is Markdown. */
interface Heading {
  depth: number;
  words: string;
  text: string;
}

/**
 * What makes HTML of ours out of Markdown that people wrote: it holds nothing but text with its form. What is HTML in it is
 * shown as it was typed, comments are left out, links lead where `addressOf` lets them, and images are links, or the words of the
 * link that they stand in.
 */
export function safeMarked({
  heading,
  addressOf = webAddress,
}: {
  heading: (heading: Heading) => string;
  /** The address for a link, or null for one that leads nowhere. */
  addressOf?: (href: string) => string | null;
}): Marked {
  const linked = (href: string, words: string): string => {
    const address = addressOf(href);
    return address === null ? words : `<a href="${escaped(address)}" rel="nofollow noreferrer">${words}</a>`;
  };
  let isInLink = false;
  return new Marked({
    gfm: true,
    renderer: {
      text: unescapedText,
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (/^<!--[\s\S]*-->\s*$/.test(text) ? '' : escaped(text)),
      heading({ tokens, depth, text }: Tokens.Heading) {
        return heading({ depth, words: this.parser.parseInline(tokens), text });
      },
      link({ href, tokens }: Tokens.Link) {
        isInLink = true;
        const words = this.parser.parseInline(tokens);
        isInLink = false;
        return linked(href, words);
      },
      image({ href, text }: Tokens.Image) {
        const words = escaped(text || href);
        return isInLink ? words : linked(href, words);
      },
      table({ header, rows }: Tokens.Table) {
        const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const body = rows.map((row) => cells(row, 'td')).join('');
        return `<div class="table-scroll" tabindex="0"><table class="table"><thead>${cells(header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
    },
  });
}

/** {@link safeMarked} with headings from `headingFrom` on, below those of the page that it stands on. */
export function safeHtmlFrom(markdown: string, { headingFrom = 2 }: { headingFrom?: 2 | 3 } = {}): string {
  const heading = ({ depth, words }: Heading): string => {
    const level = Math.min(6, depth + headingFrom - 1);
    return `<h${level}>${words}</h${level}>\n`;
  };
  return safeMarked({ heading }).parse(markdown, { async: false });
}

/**
 * For a renderer's `text`: after the opening tag of `code`, `pre`, `kbd` or `script` marked takes words for HTML that is
 * escaped already, and half a tag would come through. Here tags are words, so words are always escaped.
 */
function unescapedText(token: Tokens.Text | Tokens.Escape): false {
  if (token.type === 'text') token.escaped = false;
  return false;
}

/** Nothing that runs, and nothing of this app's own: an address of a text must not press its buttons. */
export const webAddress = (href: string): string | null =>
  /^https?:\/\//i.test(href) || /^mailto:[^?]*$/i.test(href) ? href : null;
