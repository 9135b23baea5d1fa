/** Somebody whom a comment can mention. */
export interface Mentionable {
  id: string;
  name: string;
}

/** A piece of a comment as it is shown. */
export type CommentPiece =
  | { type: 'text'; text: string }
  /** `text` is the member's name as it is now. */
  | { type: 'mention'; id: string; text: string }
  /** `href` begins with http: or https:. */
  | { type: 'link'; href: string; text: string };

const MENTION = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/gi;
const LINK = /https?:\/\/[^\s<>"“”]+/gi;
/** What stands after an address is the sentence's, not the address's. */
const TRAILING = /[.,;:!?'’)\]}»]+$/;

/** The ids of the people whom a stored body mentions, each once, lower-cased, in the order of the text. */
export function mentionedIds(body: string): string[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, id]) => id!.toLowerCase()))];
}

/** A stored body as pieces to show, in order; joined they are the whole text. Somebody unknown is called "somebody". */
export function commentPieces(body: string, mentions: readonly Mentionable[]): CommentPiece[] {
  const nameOf = new Map(mentions.map(({ id, name }) => [id, name]));
  const pieces: CommentPiece[] = [];
  let at = 0;
  for (const match of body.matchAll(MENTION)) {
    pieces.push(...linkedPieces(body.slice(at, match.index)));
    const id = match[1]!.toLowerCase();
    pieces.push({ type: 'mention', id, text: `@${nameOf.get(id) ?? 'somebody'}` });
    at = match.index + match[0].length;
  }
  return [...pieces, ...linkedPieces(body.slice(at))];
}

function linkedPieces(text: string): CommentPiece[] {
  const pieces: CommentPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = withoutTrailing(match[0]);
    if (!isWebAddress(shown)) continue;
    if (match.index > at) pieces.push({ type: 'text', text: text.slice(at, match.index) });
    pieces.push({ type: 'link', href: shown, text: shown });
    at = match.index + shown.length;
  }
  if (at < text.length) pieces.push({ type: 'text', text: text.slice(at) });
  return pieces;
}

/** A closing bracket belongs to an address that has opened one, as encyclopaedias' addresses do. */
function withoutTrailing(address: string): string {
  const bare = address.replace(TRAILING, '');
  return bare.includes('(') && !bare.includes(')') && address[bare.length] === ')' ? `${bare})` : bare;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** The body that a text as it was typed is stored as: `@Name` of a member becomes a mention, the longest name first. */
export function bodyFromTyped(typed: string, members: readonly Mentionable[]): string {
  const byLength = [...members].filter(({ name }) => name).sort((a, b) => b.name.length - a.name.length);
  let body = '';
  for (let at = 0; at < typed.length;) {
    const member = typed[at] === '@' && !isWithinWord(typed, at) ? memberAt(typed, at + 1, byLength) : null;
    body += member ? `@[${member.id}]` : typed[at];
    at += member ? member.name.length + 1 : 1;
  }
  return body;
}

const memberAt = (typed: string, at: number, members: readonly Mentionable[]): Mentionable | null =>
  members.find(
    ({ name }) => typed.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(typed.slice(at + name.length)),
  ) ?? null;

const isWithinWord = (typed: string, at: number): boolean => /[\p{L}\p{N}]$/u.test(typed.slice(0, at));

/** What was typed for a stored body: mentions by the names of today. The inverse of {@link bodyFromTyped}. */
export function typedFromBody(body: string, mentions: readonly Mentionable[]): string {
  return commentPieces(body, mentions)
    .map(({ text }) => text)
    .join('');
}

/** The beginning of a name that is being typed after an `@` before the caret, and where it stands; null without one. */
export function findNameBegun(typed: string, caret: number): { start: number; words: string } | null {
  const begun = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}][^\n@]{0,40}|)$/u.exec(typed.slice(0, caret));
  return begun ? { start: caret - begun[1]!.length - 1, words: begun[1]! } : null;
}

/** The members whose name, or a word of it, begins with these words; at most so many, in the order given. */
export function membersBeginning<M extends Mentionable>(
  members: readonly M[],
  words: string,
  most: number,
): M[] {
  const wanted = words.toLocaleLowerCase('en');
  return members
    .filter(({ name }) => {
      const held = name.toLocaleLowerCase('en');
      return held.startsWith(wanted) || held.includes(` ${wanted}`);
    })
    .slice(0, most);
}
