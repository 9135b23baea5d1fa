import type { Guideline } from '@/lib/domain/guideline';

/**
 * `guideline.md`: what annotators were told, in the words of the version in force, with its tags and attributes. The text is
 * the workspace's own Markdown and stands as it is; names and hints are on one line each.
 */
export function guidelineMarkdown({ number, text, tags, freeTags, attributes }: Guideline): string {
  const parts = [`<!-- Guideline, version ${number} -->`, text.trim()];
  if (tags.length > 0)
    parts.push(
      ['## Tags', '', ...tags.map(({ name, meaning }) => item(name, meaning))].join('\n'),
      freeTags ? 'Other tags are allowed.' : 'No other tags are allowed.',
    );
  if (attributes.length > 0) parts.push(['## Attributes', '', ...attributes.map(attributeItem)].join('\n'));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function attributeItem({
  key,
  label,
  kinds,
  type,
  options,
  ordered,
  required,
  hint,
}: Guideline['attributes'][number]) {
  const choices = options.length > 0 ? `: ${options.map(oneLine).join(ordered ? ' < ' : ', ')}` : '';
  const says = [`\`${key}\``, kinds.join(', '), `${type}${choices}`, required ? 'required' : '', hint ?? ''];
  return item(label, says.filter(Boolean).map(oneLine).join('; '));
}

const item = (name: string, meaning: string | null | undefined): string =>
  meaning ? `- **${oneLine(name)}**: ${oneLine(meaning)}` : `- **${oneLine(name)}**`;
const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();
