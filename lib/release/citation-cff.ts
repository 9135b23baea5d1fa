import { citedLicence } from './dataset-licence';
import { partSentence } from './part-words';
import type { ReleaseFacts } from './release-facts';

/**
 * A string as a double-quoted YAML 1.2 scalar on one line. JSON's escapes are YAML's, but for characters that YAML does
 * not take as they are.
 */
export const yamlString = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * `CITATION.cff` 1.2.0: how to cite the release. Its author is the newsroom: people are not named. Its licence
 * is that of the annotations, where somebody gave them one: each article has its own.
 */
export function citationCff(facts: ReleaseFacts): string {
  const { name, version, frozenAt, workspace, address, canary, id, counts, options, part } = facts;
  const licence = citedLicence(options.licence);
  const lines = [
    'cff-version: 1.2.0',
    'message: "If you use this dataset, please cite it as below."',
    'type: dataset',
    `title: ${yamlString(name)}`,
    `version: ${yamlString(version)}`,
    `date-released: ${yamlString(frozenAt.slice(0, 10))}`,
    'authors:',
    `  - name: ${yamlString(workspace.name)}`,
    `abstract: ${yamlString(`${counts.annotations} claims, quotes and predictions marked in ${counts.articles} news articles, with attribution, verification status and evidence.${part ? ` ${partSentence(part)}` : ''} ${canary}`)}`,
    'identifiers:',
    '  - type: other',
    `    value: ${yamlString(`urn:uuid:${id}`)}`,
    '    description: "Id of the release"',
    'keywords:',
    ...['news', 'fact-checking', 'claims', 'quotations', 'predictions', 'attribution'].map(
      (word) => `  - ${yamlString(word)}`,
    ),
    ...(address ? [`url: ${yamlString(address)}`] : []),
    ...(licence ? [`${licence.key}: ${yamlString(licence.value)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A BibTeX entry; braces and backslashes of names are left out, because BibTeX counts them. */
export function bibtexOf({ id, name, version, frozenAt, workspace, address }: ReleaseFacts): string {
  const plain = (text: string): string =>
    text
      .replace(/[\\{}\p{Cc}]/gu, ' ')
      .replace(/([&%$#_~^])/gu, '\\$1')
      .replace(/\s+/gu, ' ')
      .trim();
  const fields = [
    `author = {{${plain(workspace.name)}}}`,
    `title = {{${plain(name)}}}`,
    `version = {${plain(version)}}`,
    `year = {${frozenAt.slice(0, 4)}}`,
    `note = {Dataset release ${id}}`,
    ...(address ? [`url = {${address.replace(/[{}\\]/gu, '')}}`] : []),
  ];
  return `@misc{touchstone_${id.replaceAll('-', '').slice(0, 12)},\n  ${fields.join(',\n  ')}\n}`;
}
