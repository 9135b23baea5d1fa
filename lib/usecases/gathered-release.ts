import 'server-only';
import type { StoredRelease } from '@/lib/data/releases';
import { textModeOf } from '@/lib/domain/licence';
import { dayIn } from '@/lib/domain/prediction';
import type { TextMode } from '@/lib/domain/vocabulary';
import type { LosslessRecord } from '@/lib/export/records';
import { canaryOf } from '@/lib/release/canary';
import { licenceCountsOf } from '@/lib/release/licences';
import { namesInFreeText, type Pseudonyms, pseudonymsOf } from '@/lib/release/pseudonyms';
import type {
  AdjudicationFacts,
  LicensedArticle,
  NameWarning,
  PassFacts,
  ReleaseFacts,
} from '@/lib/release/release-facts';
import { ReleaseTally } from '@/lib/release/release-tally';
import { type Splits, splitsOf, splitsSummaryOf } from '@/lib/release/splits';
import { type FrozenAbout, keyedHash, readFrozenRecords } from './frozen-release';
import { releasedPart } from './release-part';

/** Of a release whose free text names people everywhere the card lists no more than so many places. */
const MOST_WARNINGS = 10_000;

/** What the documents of a release are made of, and what was needed to find that out. */
export interface GatheredRelease {
  facts: ReleaseFacts;
  splits: Splits;
  licensed: LicensedArticle[];
  pseudonyms: Pseudonyms | null;
  /** How much of each article's words the release holds. */
  modes: ReadonlyMap<string, TextMode>;
}

/** Reads all frozen records once. Its memory is that of the articles' metadata. */
export async function gatheredRelease(release: StoredRelease, about: FrozenAbout): Promise<GatheredRelease> {
  const { options } = release;
  const pseudonyms = options.pseudonyms ? pseudonymsOf(about.people, keyedHash(about.pseudonymKey)) : null;
  const tally = new ReleaseTally(options.text);
  const annotatedApart = new PassTally();
  const warnings: NameWarning[] = [];
  const modes = new Map<string, TextMode>();
  for await (const record of readFrozenRecords(release.id)) {
    tally.add(record);
    annotatedApart.add(record);
    if (record.type === 'article') modes.set(record.article.id, textModeOf(options.text, record.article));
    if (pseudonyms && warnings.length < MOST_WARNINGS) warnings.push(...namesInFreeText(record, pseudonyms));
  }
  const campaigns = about.campaigns.map(({ name }) => ({ words: name }));
  const askedOn = dayIn(about.workspace.timeZone, new Date(about.frozenAt));
  const part = release.part && releasedPart(release.part, { pseudonyms, askedOn });
  const ownWords = {
    ...{ type: 'release', id: release.id, notes: release.notes, campaigns },
    ...(part && { subset: part.subset, conditions: part.conditions }),
  };
  if (pseudonyms) warnings.push(...namesInFreeText(ownWords, pseudonyms));
  const splits = splitsOf(tally.splitArticles, options.splits, options.seed);
  const facts: ReleaseFacts = {
    id: release.id,
    name: release.name,
    version: release.version,
    notes: release.notes,
    workspace: { slug: about.workspace.slug, name: about.workspace.name },
    frozenAt: about.frozenAt,
    toolVersion: about.toolVersion,
    address: about.address,
    options,
    part,
    canary: canaryOf(release.id),
    guideline: { number: about.guideline.number, summary: about.guideline.summary || null },
    counts: tally.counts,
    licences: licenceCountsOf(tally.licensedArticles),
    campaigns: about.campaigns,
    passes: annotatedApart.passes,
    agreement: about.agreement,
    adjudication: annotatedApart.adjudication,
    splits: splitsSummaryOf(splits),
    warnings: warnings.slice(0, MOST_WARNINGS),
    earlier: about.earlier,
  };
  return { facts, splits, licensed: tally.licensedArticles, pseudonyms, modes };
}

/** Counts what was annotated apart and how that was settled. */
class PassTally {
  #passes = 0;
  #annotations = 0;
  readonly #annotators = new Set<string>();
  readonly #byArticle = new Map<string, number>();
  #decisions = 0;
  readonly #outcomes = new Map<string, number>();
  readonly #settled = new Set<string>();

  add(record: LosslessRecord): void {
    if (record.type === 'pass') {
      const { articleId, annotator, annotations } = record.pass;
      this.#passes++;
      this.#annotations += annotations.length;
      this.#annotators.add(annotator.id);
      this.#byArticle.set(articleId, (this.#byArticle.get(articleId) ?? 0) + 1);
    } else if (record.type === 'adjudication' && record.adjudication.isInForce) {
      const { outcome, articleId } = record.adjudication;
      this.#decisions++;
      this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
      this.#settled.add(articleId);
    }
  }

  get passes(): PassFacts {
    return {
      passes: this.#passes,
      annotators: this.#annotators.size,
      articles: this.#byArticle.size,
      annotations: this.#annotations,
      articlesWithTwo: [...this.#byArticle.values()].filter((passes) => passes > 1).length,
    };
  }

  get adjudication(): AdjudicationFacts | null {
    if (this.#decisions === 0) return null;
    const byOutcome = Object.fromEntries([...this.#outcomes].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { decisions: this.#decisions, byOutcome, articles: this.#settled.size };
  }
}
