import { foldedName } from './folded-name';
import type { SourceName } from './source';

/** How many annotations of an article name a source in one way. */
export interface NameUse {
  /** The source that was named: the one asked for, or one that was merged into it. */
  sourceId: string;
  /** The words of the text, where somebody has shown them; and the name that was written, where it is not the main one. */
  inText: string | null;
  namedAs: string | null;
  articleId: string;
  title: string;
  annotations: number;
}

/** A source's own names. */
interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
}

/**
 * All names of a source and of those merged into it, the main one first, each with where it was used. The words of the
 * text decide where they are one of the names, else the name that was written, else the main name of the source that was
 * named.
 */
export function namesWithUse(
  source: Named,
  merged: readonly Named[],
  uses: readonly NameUse[],
): SourceName[] {
  const names = [source, ...merged].flatMap((each): SourceName[] => [
    nameFrom(each.name, each === source ? 'name' : 'merged', each.id),
    ...each.aliases.map((alias) => nameFrom(alias, each === source ? 'alias' : 'merged', each.id)),
  ]);
  for (const use of uses) {
    const used = nameOfUse(names, use);
    if (!used) continue;
    used.annotations += use.annotations;
    const known = used.articles.find(({ id }) => id === use.articleId);
    if (known) known.annotations += use.annotations;
    else used.articles.push({ id: use.articleId, title: use.title, annotations: use.annotations });
  }
  return names;
}

const nameFrom = (name: string, basis: SourceName['basis'], sourceId: string): SourceName => ({
  name,
  basis,
  sourceId,
  annotations: 0,
  articles: [],
});

function nameOfUse(names: readonly SourceName[], use: NameUse): SourceName | undefined {
  const own = names.filter(({ sourceId }) => sourceId === use.sourceId);
  const called = (words: string | null, among: readonly SourceName[]) =>
    words === null ? undefined : among.find(({ name }) => foldedName(name) === foldedName(words));
  return called(use.inText, own) ?? called(use.namedAs, own) ?? own[0];
}
