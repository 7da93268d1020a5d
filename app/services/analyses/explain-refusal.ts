import type { AnalysisError } from '#analysis/errors.ts';

/** What a person can put right, by the code of the refusal; values stand in braces. */
const sentences: Readonly<Record<string, string>> = {
  'unknown-column': 'the file has no column {name}',
  'not-numeric': 'column {name} holds words where numbers are needed',
  'no-items': 'no items are named',
  'no-model': 'there is neither a model nor items',
  'no-outcome': 'there is no outcome: name a column to explain',
  'not-an-item': '{name} is not among the items',
  'reverse-not-an-item': '{name} is to be reversed and is not among the items',
  'duplicate-item': 'an item is named twice',
  'duplicate-level': 'the groups of {name} to compare are one and the same',
  'duplicate-covariate': '{name} is named twice',
  'same-column': '{name} is named twice: it cannot explain itself',
  'outside-categories': '{name} holds values outside the categories',
  'illegal-code': 'an item holds a value that is no whole number of its answer scale',
  'duplicate-column': 'two columns are named {name}',
  'empty-table': 'the file has no rows under a header',
  'one-code': 'suggestions need at least two codes; there are fewer among the coded answers',
  'too-few-coded': '{coded} answers are coded: to learn from {train}, more are needed',
  'too-few-items': 'there are too few items',
  'too-few-raters': 'there are fewer than two raters',
  'too-many-categories': 'an item has too many categories',
  'not-binary': 'the outcome has {values} values where two are needed',
  'not-ordered': '{name} is not among the ordered items',
  'groups-not-two': '{group} has {levels} groups: name the two to compare',
  'not-two-groups': '{group} has {levels} groups: name the two to compare',
  'unknown-group': 'there is no group {label}',
  'unknown-level': '{group} has no group {level}',
  'level-without-rows': 'group {name} has no complete row',
  expression: 'cannot be read as a formula: {text}',
  'no-measurements': 'no measurements are named',
  'no-margins': 'no margins are given',
  'margin-shares': 'the shares of a margin do not add up to 1',
  'margin-without-respondents': 'nobody answered in level {level} of a margin',
  'number-of-factors': '{q} factors are not possible with these items',
  'no-vote':
    '{name} holds {vote}, which is no vote: 1 or agree, −1 or disagree, 0 or pass, blank is unseen',
  'voted-twice':
    '{participant} voted on {statement} twice, and no timestamp says which is the last',
  'same-participant': 'a participant has two rows',
  'same-statement': 'a statement has two columns',
  'relevance-off-scale': 'the limit of relevance lies outside {lowest} to {highest}',
};

/** Why the data were refused, as a sentence; a code where none is known. */
export function explainRefusal({ code, values }: AnalysisError): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (sentence === undefined) {
    const details = Object.entries(values).map(([name, value]) => `${name} ${value}`);
    return [`this cannot be computed (${code})`, ...details].join(' · ');
  }
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? name));
}
