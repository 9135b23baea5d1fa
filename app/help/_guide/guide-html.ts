import { Marked, type Token, type Tokens } from 'marked';
import { escaped } from '@/app/_markdown/escaped';
import { headingId, plainFrom } from '@/app/_markdown/heading-id';

export interface GuideHtml {
  title: string;
  html: string;
  headings: { id: string; text: string }[];
}

/** A page of the guide as HTML, with an anchor for each heading and links that lead within /help. */
export function guideHtmlFrom(markdown: string): GuideHtml {
  const headings: GuideHtml['headings'] = [];
  const used = new Set<string>();
  let title = '';
  const marked = new Marked({
    gfm: true,
    walkTokens: setQuotes,
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        const words = this.parser.parseInline(tokens);
        if (depth === 1) {
          title ||= plainFrom(text);
          return `<h1>${words}</h1>\n`;
        }
        const id = headingId(text, used);
        if (depth === 2) headings.push({ id, text: plainFrom(text) });
        return `<h${depth} id="${id}">${words} <a class="anchor" href="#${id}" aria-label="Link to “${escaped(plainFrom(text))}”">#</a></h${depth}>\n`;
      },
      link({ href, title: hint, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        return `<a href="${escaped(guideAddress(href))}"${hint ? ` title="${escaped(hint)}"` : ''}>${words}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        return `<img src="${escaped(guideAddress(href))}" alt="${escaped(text)}" loading="lazy">`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  return { title, html, headings };
}

/** `marking.md#spans` → `/help/marking#spans`, `images/a.png` → `/help/images/a.png`; others stay as they are. */
function guideAddress(href: string): string {
  const page = /^(?:\.\/)?([a-z0-9-]+|README)\.md(#.*)?$/.exec(href);
  if (page) return `/help${page[1] === 'README' ? '' : `/${page[1]}`}${page[2] ?? ''}`;
  const image = /^(?:\.\/)?images\/([\w.-]+)$/.exec(href);
  return image ? `/help/images/${image[1]}` : href;
}

/** Typewriter quotes become typographic ones; code keeps its own. */
function setQuotes(token: Token): void {
  if (token.type !== 'text' || ('tokens' in token && token.tokens)) return;
  token.text = (token as Tokens.Text).text
    .replace(/(^|[\s([“‘—–])"(?=\S)/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([“—–])'(?=\S)(?!(?:s|t|d|re|ve|ll)\b)/g, '$1‘')
    .replace(/'/g, '’');
}
