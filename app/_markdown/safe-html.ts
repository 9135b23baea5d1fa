import { Marked, type Tokens } from 'marked';
import { escaped } from './escaped';

/**
 * Markdown that people wrote as HTML of ours: what is HTML in it is shown as it is written, links lead to the web or within
 * the page, and images are their words. Headings begin at `headingFrom`, below those of the page that it stands on.
 */
export function safeHtmlFrom(markdown: string, { headingFrom = 2 }: { headingFrom?: 2 | 3 } = {}): string {
  const marked = new Marked({
    gfm: true,
    renderer: {
      text: unescapedText,
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (/^<!--[\s\S]*-->\s*$/.test(text) ? '' : escaped(text)),
      heading({ tokens, depth }: Tokens.Heading) {
        const level = Math.min(6, depth + headingFrom - 1);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        return isSafeAddress(href)
          ? `<a href="${escaped(href)}" rel="nofollow noreferrer">${words}</a>`
          : words;
      },
      image: ({ text }: Tokens.Image) => escaped(text),
      table({ header, rows }: Tokens.Table) {
        const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const body = rows.map((row) => cells(row, 'td')).join('');
        return `<div class="table-scroll" tabindex="0"><table class="table"><thead>${cells(header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
    },
  });
  return marked.parse(markdown, { async: false });
}

/**
 * For a renderer's `text`: after the opening tag of `code`, `pre`, `kbd` or `script` marked takes words for HTML that is
 * escaped already, and half a tag would come through. Here tags are words, so words are always escaped.
 */
export function unescapedText(token: Tokens.Text | Tokens.Escape): false {
  if (token.type === 'text') token.escaped = false;
  return false;
}

/** Nothing that runs, and nothing of this app's own: an address of a text must not press its buttons. */
const isSafeAddress = (href: string): boolean => /^https?:\/\//i.test(href) || /^mailto:[^?]*$/i.test(href);
