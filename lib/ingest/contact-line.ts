import { endsSentence, weightOf, withoutBullet, wordCountOf } from './line-shape';

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const HANDLE = /(?<![\p{L}\p{N}.])@[A-Za-z0-9_]{2,30}(?![\p{L}\p{N}])/u;
const ASKS =
  /^(?:contact|e-?mail|reach|write to|follow|twitter|x|mail|kontakt|contacto|contatto|tel|phone|correo)(?!\p{L})/iu;

/** A line by which the author or the desk can be reached. */
export interface ContactLine {
  /** The name before the address, if one is printed. */
  name: string | null;
  /** The host of the e-mail address, which tells the publisher. */
  host: string | null;
}

/** Reads "Jane Doe jane@example.org", "Contact: …", "Follow Jane Doe on X @jane"; null for sentences of the article. */
export function findContactLine(text: string): ContactLine | null {
  if (weightOf(text) > 200) return null;
  const line = withoutBullet(text);
  const mail = MAIL.exec(line);
  const handle = mail ? null : HANDLE.exec(line);
  const found = mail ?? handle;
  if (!found || wordCountOf(line) > (ASKS.test(line) ? 24 : 10)) return null;
  if (endsSentence(line) && wordCountOf(line) > 6 && !ASKS.test(line)) return null;
  if (/^["“„«]/u.test(line)) return null;
  return { name: nameBefore(line.slice(0, found.index)), host: mail ? mail[0].split('@')[1]! : null };
}

function nameBefore(words: string): string | null {
  const name = words
    .replace(/^(?:by|von|par|por|di|contact|e-?mail|follow|reach)\s*:?\s+/iu, '')
    .replace(/기자.*$/u, '')
    .replace(/[\s([<|:,·•–—-]+$/u, '')
    .replace(/\s+(?:at|on|via|is|can).*$/u, '')
    .trim();
  if (/(?<!\p{L})(?:staff|reports?|news(?:room|desk)?|desk|editors?|wire)(?!\p{L})/iu.test(name)) return null;
  return /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,3}$/u.test(name) || /^[가-힣]{2,4}$/u.test(name)
    ? name
    : null;
}
