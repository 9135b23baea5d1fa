import { withoutReferences } from './character-references';

export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { type: 'close'; name: string };

/** Elements whose content is no markup; the two last have character references in it. */
const RAW = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'textarea', 'title']);
const WITH_REFERENCES = new Set(['textarea', 'title']);

const TAG_NAME = /[a-zA-Z][^\s/>]*/y;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;
const TAG_END = /[^>]*>/y;

/**
 * The tags and the text of an HTML document, in order, as far as reading its words needs them: comments and declarations
 * are left out, nothing is nested or repaired, and what is cut off in the middle of a tag ends there. Any string is taken;
 * the time is linear in its length.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let text = '';
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      text += html.slice(at);
      break;
    }
    text += html.slice(at, open);
    const next = html[open + 1] ?? '';
    if (next === '!' || next === '?') {
      at = afterDeclaration(html, open);
      continue;
    }
    const isClosing = next === '/';
    const name = matchAt(TAG_NAME, html, open + (isClosing ? 2 : 1))?.[0].toLowerCase();
    if (!name) {
      // A bare "<" is a character as any other.
      text += '<';
      at = open + 1;
      continue;
    }
    if (text) yield { type: 'text', text: withoutReferences(text) };
    text = '';
    if (isClosing) {
      yield { type: 'close', name };
      at = matchEnd(TAG_END, html, open + 2 + name.length);
      continue;
    }
    const attributes = new Map<string, string>();
    at = readAttributes(html, open + 1 + name.length, attributes);
    yield { type: 'open', name, attributes };
    if (!RAW.has(name)) continue;
    const end = rawEnd(html, name, at);
    const raw = html.slice(at, end);
    if (raw) yield { type: 'text', text: WITH_REFERENCES.has(name) ? withoutReferences(raw) : raw };
    at = end;
  }
  if (text) yield { type: 'text', text: withoutReferences(text) };
}

/** Behind a comment, a doctype, a CDATA section or a processing instruction. */
function afterDeclaration(html: string, open: number): number {
  const [begin, end] = html.startsWith('<!--', open) ? [open + 4, '-->'] : [open + 2, '>'];
  const found = html.indexOf(end, begin);
  return found < 0 ? html.length : found + end.length;
}

/** Reads the attributes of a tag, the first of each name, and answers where the tag ends. */
function readAttributes(html: string, from: number, attributes: Map<string, string>): number {
  let at = from;
  for (;;) {
    const match = matchAt(ATTRIBUTE, html, at);
    if (!match) break;
    const [all, name, double, single, bare] = match;
    at += all.length;
    const key = name!.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, withoutReferences(double ?? single ?? bare ?? ''));
  }
  return matchEnd(TAG_END, html, at);
}

function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  const match = matchAt(pattern, text, at);
  return match ? at + match[0].length : text.length;
};
