import type { AskedText } from '@/lib/domain/licence';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import type { ExportedAnnotation, ExportedArticle, LosslessRecord } from '@/lib/export/records';
import { licensedArticleFrom } from './licences';
import { peopleIn } from './pseudonyms';
import type { LicensedArticle, Person, ReleaseCounts } from './release-facts';
import type { SplitArticle } from './splits';

const noneOfEachKind = (): Record<Kind, number> => ({ claim: 0, quote: 0, prediction: 0 });

/**
 * Counts a release's records as they pass by, each once, and keeps of every article what splits and licences are made of.
 * Its memory is that of the articles' metadata and of the people.
 */
export class ReleaseTally {
  readonly #asked: AskedText;
  readonly #articles = new Map<string, SplitArticle & { kinds: Record<Kind, number> }>();
  readonly #licensed: LicensedArticle[] = [];
  readonly #people = new Map<string, Person>();
  readonly #languages = new Map<string, number>();
  readonly #counts: Omit<ReleaseCounts, 'languages' | 'published'> = {
    articles: 0,
    revisions: 0,
    sources: 0,
    annotations: 0,
    verifications: 0,
    propositions: 0,
    publishedFactChecks: 0,
    byKind: noneOfEachKind(),
    byStatus: { claim: {}, quote: {}, prediction: {} },
    recheck: 0,
    orphaned: 0,
    undatedArticles: 0,
  };

  /** `asked` is how much text the release was asked to hold. */
  constructor(asked: AskedText) {
    this.#asked = asked;
  }

  add(record: LosslessRecord): void {
    for (const person of peopleIn(record)) this.#people.set(`${person.id} ${person.name}`, person);
    if (record.type === 'article') this.#addArticle(record.article);
    else if (record.type === 'annotation') this.#addAnnotation(record.annotation);
    else if (record.type === 'source') this.#counts.sources++;
    else if (record.type === 'verification') this.#counts.verifications++;
    else if (record.type === 'proposition') this.#counts.propositions++;
    else if (record.type === 'factCheck' && record.factCheck.state === 'published')
      this.#counts.publishedFactChecks++;
  }

  #addArticle(article: ExportedArticle): void {
    const { id, title, publishedAt, publishedAtPrecision, nearCopies, language } = article;
    this.#counts.articles++;
    this.#counts.revisions += article.revisions.length;
    if (publishedAt === null) this.#counts.undatedArticles++;
    if (language !== null) this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    this.#articles.set(id, {
      id,
      title,
      publishedAt,
      publishedAtPrecision,
      kinds: noneOfEachKind(),
      nearCopies: nearCopies.map((copy) => copy.id),
    });
    this.#licensed.push(licensedArticleFrom(article, this.#asked));
  }

  #addAnnotation({ kind, status, articleId, recheck, anchor }: ExportedAnnotation): void {
    const { byKind, byStatus } = this.#counts;
    this.#counts.annotations++;
    byKind[kind]++;
    byStatus[kind][status] = (byStatus[kind][status] ?? 0) + 1;
    if (recheck) this.#counts.recheck++;
    if (anchor === 'orphaned') this.#counts.orphaned++;
    const article = this.#articles.get(articleId);
    if (article) article.kinds[kind]++;
  }

  /** Everybody whom the records name as a person, with every name that they have there. */
  get people(): Person[] {
    return [...this.#people.values()];
  }

  get splitArticles(): SplitArticle[] {
    return [...this.#articles.values()];
  }

  get licensedArticles(): LicensedArticle[] {
    return [...this.#licensed];
  }

  get counts(): ReleaseCounts {
    const days = [...this.#articles.values()].flatMap(({ publishedAt }) => publishedAt ?? []).sort();
    const languages = [...this.#languages].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return {
      ...this.#counts,
      byKind: { ...this.#counts.byKind },
      byStatus: Object.fromEntries(
        KINDS.map((kind) => [kind, { ...this.#counts.byStatus[kind] }]),
      ) as ReleaseCounts['byStatus'],
      languages: Object.fromEntries(languages),
      published: days.length > 0 ? { from: days[0]!, until: days.at(-1)! } : null,
    };
  }
}
