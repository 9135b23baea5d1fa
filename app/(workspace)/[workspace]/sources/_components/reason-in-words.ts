import type { MergeReason } from '@/lib/domain/merge-reason';

/** Why two sources may be one, as a sentence. */
export function reasonInWords({ kind, names: [one, other] }: MergeReason): string {
  const both = `“${one}” and “${other}”`;
  switch (kind) {
    case 'spelling':
      return one === other
        ? `Both are called “${one}”.`
        : `${both} are the same letters, written in two ways.`;
    case 'title':
      return `${both} are the same but for a title.`;
    case 'order':
      return `${both} are the same words in another order.`;
    case 'acronym':
      return `${one.length < other.length ? `“${one}” are the initials of “${other}”` : `“${other}” are the initials of “${one}”`}.`;
    case 'wording':
      return `${both} are the same words, put in another way.`;
    case 'longer':
      return `${both} begin and end alike: one has more names between.`;
    case 'sound':
      return `${both} sound the same, spelt in two ways.`;
    case 'initials':
      return `${both} have the same family name, and one given name is the initial of the other.`;
  }
}
