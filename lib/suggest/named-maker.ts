import { conceptOf } from './concept-words';
import { isNamedIn } from './shared-ground';
import type { StatedName, StatementParts } from './statement-parts';

const MADE_BY =
  /^(?:drafted|proposed|sponsored|written|authored|introduced|tabled|submitted|led|made|designed|built|funded|initiated|organised|organized|founded|launched|signed|ordered|backed|commissioned)$/;
/** What is made stands behind these: "the town's move to adopt a plan". */
const PUSH = /^(?:move|bid|push|drive|effort|initiative|attempt|campaign|proposal|call)$/;
/** What can be somebody's work. */
const WORK = new Set(
  'resolution bill plan proposal law treaty deal report draft statement petition motion budget project bridge programme program amendment letter study song book film'
    .split(' ')
    .map(conceptOf),
);

export interface NamedMaker {
  makers: readonly StatedName[];
  /** What they made: its concept, and the word for it. */
  work: string;
  written: string;
}

/** Who is said to have made something: "a plan drafted by the harbour office", "the council's move to adopt a plan". */
export function namedMakers(parts: StatementParts): NamedMaker[] {
  return parts.tokens.flatMap((token, at): NamedMaker[] => {
    if (MADE_BY.test(token.word) && parts.tokens[at + 1]?.word === 'by') {
      const makers = parts.names.filter(({ from, isSpeaker }) => !isSpeaker && from > at && from <= at + 9);
      const work = [...parts.tokens.slice(Math.max(0, at - 12), at)].reverse().find(isWork);
      return work && makers.length > 0 ? [{ makers, work: work.concept!, written: work.written }] : [];
    }
    if (PUSH.test(token.word) && parts.tokens[at + 1]?.word === 'to') {
      const makers = parts.names.filter(({ to }) => to <= at && to >= at - 1);
      const work = parts.tokens.slice(at + 2, at + 10).find(isWork);
      return work && makers.length > 0 ? [{ makers, work: work.concept!, written: work.written }] : [];
    }
    return [];
  });
}

const isWork = ({ concept }: { concept: string | null }): boolean => concept !== null && WORK.has(concept);

/** The same sort of work with makers of whom none is among the other's, or null. */
export function otherMakers(a: StatementParts, b: StatementParts): [NamedMaker, NamedMaker] | null {
  for (const first of namedMakers(a))
    for (const second of namedMakers(b))
      if (first.work === second.work && !first.makers.some((name) => isNamedIn(name, second.makers)))
        return [first, second];
  return null;
}

/** "the European Union and Japan" */
export const makersInWords = ({ makers }: NamedMaker): string =>
  makers.map(({ written }) => written).join(' and ');
