import type { NewGuideline } from './guideline';

/**
 * The guideline that a workspace begins with: how this product uses its own words. Its owners make it theirs. Headings
 * that begin with the name of a kind are where the reading room opens it.
 */
export const DEFAULT_GUIDELINE: NewGuideline = {
  summary: 'The guideline that Touchstone brings along.',
  tags: [],
  freeTags: true,
  attributes: [],
  text: `How this workspace decides what to mark, how far a mark reaches and what it says. Where two of you keep disagreeing about the same thing, change this page: each version is kept, and every annotation says under which one it was made.

## In one minute

Mark three kinds of things: a **claim** is something the article says is or was so, a **quote** is somebody’s words, a **prediction** is something that is still to come. Marks may lie across each other: often a sentence of foresight sits in somebody’s words, and these in a sentence that you would check.

## Claims

Mark what a reader could look up and find true or false: facts about what is or has been, whoever says them.

- Mark: “The harbour handled two million tons last year.” “Exports fell, the ministry said.”
- Leave: tastes and judgements, hopes and calls to act, and explanations of words that nobody would argue about.

Give the claim in one plain sentence that stands without its article, and say whether it is worth a check.

## Quotes

Mark words that are somebody’s.

- *Direct*: between quotation marks. The marks belong to the span.
- *Indirect*: told in other words, with who says it and a verb or phrase that shows it is said.
- *Mixed*: told in other words, with pieces in quotation marks.

Leave quotation marks that only set off a name or show distance. If the words stop for “she said” and go on, that is one annotation with two stretches. A following paragraph by the same voice is still theirs, even where no verb says so again.

## Predictions

Mark what somebody expects, or thinks possible, after the day on which the article appeared: also on a condition, also within somebody’s words, also when it hides in a noun (“the coming strike”).

- Mark: “Prices may double by spring.” “If the dam holds, the town will be spared.”
- Leave: guesses about what already is (“they have probably left”), wishes, promises, readiness to do something, and what would be so if things were different today.

Fields of a prediction:

- **When**: the words of the article. They give a deadline if they name one: a coming week closes with its Sunday, the beginning of a year with March, the rest of a year with its last day. Words like “soon” name none.
- **How likely**: the words of the article as well. Figures are read off the workspace’s scale; put a number only if one is printed.
- **Condition**: the part with “if” goes here, and the span is what would follow from it. What happens *in spite of* something has no condition.
- **Would** after a verb of saying in the past (“he said it would rain”) is an ordinary future.

A forecast that the article only reports, or that someone rejects, belongs to whoever is said to hold it.

## How far a span reaches

1. Take the shortest clause or sentence that makes sense by itself.
2. If a sentence joins two things of which one could be true and the other false, mark them apart.
3. Mark a headline or its second line only for what the text below never says. Of captions that repeat, mark one.

## Who says it

1. Name the voice nearest to the words first, then whoever passed them on, outwards. With each goes the verb or phrase that shows it.
2. Resolve “she”, “the minister” and bare family names to the full name. Never join two people because they share a name.
3. Voices without a name are anonymous; keep what the article calls them (“officials”, “residents”). The same goes for “is said to”, where nobody is named at all.
4. A date or an explanation that the reporter slips into somebody’s words is the reporter’s.

## Checking

A claim is **supported** or **refuted** by evidence; it is **conflicting** when good evidence points both ways or was picked to please, and there is **not enough evidence** when you searched and found too little.

A quote is checked for whether its source said these words: **accurate**, **altered**, **out of context**, **misattributed** or **fabricated**. If what was said is true is for a claim to settle.

A prediction **came true**, **partly** or **not**. If what it depended on never happened it is neither a hit nor a miss. If its words are too loose to be judged it is **unresolvable**. One without a deadline waits until events leave no doubt.

Every verdict has its reasons in writing, and evidence, or a note of where you looked for some without finding any.`,
};
