import { type AskedText, textModeOf } from '@/lib/domain/licence';
import type { TextMode } from '@/lib/domain/vocabulary';
import type { ExportedEvidence, LosslessRecord } from './records';

/**
 * In which text mode each record of the lossless form is shown. A mode that was asked for holds for all of them. By the
 * articles' licences an article's record goes by its own; what is said about it later shows none of its words where
 * nothing but positions may be passed on, and excerpts else. Remembers those articles, and what lies in them, alone.
 * Records must come in their order.
 */
export class RecordModes {
  readonly #articles = new Set<string>();
  readonly #revisions = new Set<string>();
  readonly #annotations = new Set<string>();
  readonly #propositions = new Set<string>();
  /** Decisions whose evidence shows words of such an article. */
  readonly #verifications = new Set<string>();

  constructor(private readonly asked: AskedText) {}

  /** Remembers what later records refer to. */
  take(record: LosslessRecord): void {
    if (this.asked !== 'licensed') return;
    if (record.type === 'article' && this.of(record) === 'offsets') {
      this.#articles.add(record.article.id);
      for (const { id } of record.article.revisions) this.#revisions.add(id);
    }
    if (record.type === 'annotation' && this.#articles.has(record.annotation.articleId))
      this.#annotations.add(record.annotation.id);
    if (record.type === 'verification' && this.#holdsHidden(record.verification))
      this.#verifications.add(record.verification.id);
    if (record.type === 'proposition' && this.of(record) === 'offsets')
      this.#propositions.add(record.proposition.id);
  }

  of(record: LosslessRecord): TextMode {
    if (this.asked !== 'licensed') return this.asked;
    if (record.type === 'article') return textModeOf(this.asked, record.article);
    return this.#isOfPositionsAlone(record) ? 'offsets' : 'excerpts';
  }

  /** The evidence without the excerpts of articles that show none. */
  withoutHidden<T extends { evidence: Pick<ExportedEvidence, 'articleId' | 'excerpt'>[] }>(record: T): T {
    if (!this.#holdsHidden(record)) return record;
    const evidence = record.evidence.map((item) =>
      this.#hides(item.articleId) ? { ...item, excerpt: null } : item,
    );
    return { ...record, evidence };
  }

  /** Whether what was published of a decision repeats words of an article that shows none. */
  hidesEvidenceOf(verificationId: string | null): boolean {
    return verificationId !== null && this.#verifications.has(verificationId);
  }

  #holdsHidden({ evidence }: { evidence: readonly Pick<ExportedEvidence, 'articleId'>[] }): boolean {
    return evidence.some(({ articleId }) => this.#hides(articleId));
  }

  #hides = (articleId: string | null): boolean => articleId !== null && this.#articles.has(articleId);

  #isOfPositionsAlone(record: LosslessRecord): boolean {
    switch (record.type) {
      case 'annotation':
        return this.#articles.has(record.annotation.articleId);
      case 'pass':
        return this.#articles.has(record.pass.articleId);
      case 'verification':
        return this.#annotations.has(record.verification.annotationId);
      case 'conditionDecision':
        return this.#annotations.has(record.conditionDecision.annotationId);
      case 'submission':
        return this.#annotations.has(record.submission.annotationId);
      case 'factCheck':
        return this.#annotations.has(record.factCheck.annotationId);
      case 'proposition':
        return record.proposition.members.some(({ annotationId }) => this.#annotations.has(annotationId));
      case 'link':
        return [record.link.from, record.link.to].some(
          ({ annotationId, revisionId, propositionId }) =>
            this.#annotations.has(annotationId ?? '') ||
            this.#revisions.has(revisionId ?? '') ||
            this.#propositions.has(propositionId ?? ''),
        );
      case 'settling':
        return (
          this.#annotations.has(record.settling.annotationId) ||
          this.#revisions.has(record.settling.revisionId)
        );
      default:
        return false;
    }
  }
}
