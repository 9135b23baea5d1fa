import { type Kind, KINDS } from '../vocabulary';
import { type AnnotatedArticle, type AnnotatedPass, isWhole, unitsOf } from './annotated-article';
import { jointCharacterAlpha, type JointCharacters, jointCharacters } from './character-agreement';
import { type IsCompared, pairsOf } from './compared-pairs';
import { type Continuum, continuumOf } from './continuum';
import { grouped } from './grouped';
import type { UndefinedReason } from './kind-figures';
import { unitizingAlpha } from './unitizing-alpha';

/** The agreement on one kind of all who annotated an article, over the articles that as many people annotated. */
export interface JointFigures {
  /** So many people annotated each of the articles; not everywhere the same ones. */
  annotators: number;
  articles: number;
  /** Spans of all of them. */
  n: number;
  alphaU: number | null;
  charAlpha: number | null;
  undefined: Record<string, UndefinedReason>;
}
export type JointAgreement = Record<Kind, JointFigures[]>;

const comparedPasses = ({ passes }: AnnotatedArticle, isCompared: IsCompared): AnnotatedPass[] => {
  const compared = new Set(pairsOf(passes, isCompared).flat());
  return passes.filter((pass) => compared.has(pass));
};

interface JointCounts {
  n: number;
  continuum: Continuum;
  characters: JointCharacters;
}

/**
 * The joint agreement of all annotators, whoever they are: Krippendorff's alphas take observers as interchangeable. Each kind
 * over the passes that are whole in it; articles with as many of them are taken together, the fewest first, because
 * unitizing alpha asks for the same number of observers throughout. Passes that are compared with no other are left out. Elements hold the passes over one revision of an article.
 */
export function jointAgreement(
  articles: readonly AnnotatedArticle[],
  isCompared: IsCompared,
): JointAgreement {
  const compared = articles.map((article) => ({ ...article, passes: comparedPasses(article, isCompared) }));
  return Object.fromEntries(KINDS.map((kind) => [kind, jointFigures(compared, kind)])) as JointAgreement;
}

function jointFigures(articles: readonly AnnotatedArticle[], kind: Kind): JointFigures[] {
  const counted = articles.flatMap(({ passes, length }): JointCounts[] => {
    const units = passes.filter((pass) => isWhole(pass, kind)).map((pass) => unitsOf(pass, kind));
    if (units.length < 2) return [];
    return [
      {
        n: units.flat().length,
        continuum: continuumOf(units, length),
        characters: jointCharacters(units, length),
      },
    ];
  });
  return [...grouped(counted, ({ continuum }) => continuum.observers)]
    .sort(([a], [b]) => a - b)
    .map(([annotators, counts]) => figuresOf(annotators, counts));
}

function figuresOf(annotators: number, counts: readonly JointCounts[]): JointFigures {
  const n = counts.reduce((total, one) => total + one.n, 0);
  const alphaU = unitizingAlpha(counts.map(({ continuum }) => continuum));
  const characters = addedUp(counts.map((one) => one.characters));
  const charAlpha = jointCharacterAlpha(characters);
  return {
    annotators,
    articles: counts.length,
    n,
    alphaU,
    charAlpha,
    undefined: {
      ...(alphaU === null && { alphaU: n === 0 ? ('nothing_marked' as const) : ('no_chance' as const) }),
      ...(charAlpha === null && {
        charAlpha: characters.marked === 0 ? ('nothing_marked' as const) : ('all_marked' as const),
      }),
    },
  };
}

const addedUp = (all: readonly JointCharacters[]): JointCharacters =>
  all.reduce(
    (sum, { marked, unmarked, disagreeing }) => ({
      marked: sum.marked + marked,
      unmarked: sum.unmarked + unmarked,
      disagreeing: sum.disagreeing + disagreeing,
    }),
    { marked: 0, unmarked: 0, disagreeing: 0 },
  );
