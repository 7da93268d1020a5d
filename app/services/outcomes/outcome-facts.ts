import type { Fact, FactsByGroup } from './report-facts.ts';
import type { Outcome } from './present-suggestions.ts';
import type { ToldInTime } from './published-told.ts';
import { tellWithinDays } from './tell-within-days.ts';

const page = 'decisions';

function decisionFacts(outcomes: readonly Outcome[]): { verdict: string; fact: Fact }[] {
  return outcomes.flatMap(({ id, text, decisions }) => {
    const last = decisions.at(-1);
    if (!last) return [];
    const values = {
      text: { text },
      verdict: { word: `verdict.${last.verdict}` },
      reason: { text: last.reason },
      by: last.decidedBy,
      on: { date: last.decidedOn },
    };
    return [{ verdict: last.verdict, fact: { key: 'decision', values, page: `${page}/${id}` } }];
  });
}

function toldFacts({ due, pending, minimum }: Extract<ToldInTime, { shown: true }>): Fact[] {
  const days = tellWithinDays;
  const facts: Fact[] = [];
  if (due === 'few') facts.push({ key: 'toldFew', values: { days, minimum }, page });
  else if (due === 'all-but-few') {
    facts.push({ key: 'toldAllButFew', values: { days, minimum }, page });
  } else if (due !== null) facts.push({ key: 'told', values: { days, ...due }, page });
  if (pending === 'few') facts.push({ key: 'toldPendingFew', values: { minimum }, page });
  else if (pending > 0) facts.push({ key: 'toldPending', values: { n: pending }, page });
  return facts;
}

type OutcomeFacts = Pick<
  FactsByGroup,
  'suggestions' | 'decisions' | 'negatives' | 'changes' | 'told'
>;

/** What came of it: of suggestions whose words still stand, the newest decision of each. */
export function outcomeFacts(all: readonly Outcome[], told: ToldInTime): OutcomeFacts {
  const outcomes = all.filter(({ isWithoutWords }) => !isWithoutWords);
  const decided = decisionFacts(outcomes);
  const count = (verdict: string) => decided.filter((each) => each.verdict === verdict).length;
  const counted = {
    n: outcomes.length,
    accepted: count('accepted'),
    partly: count('partly'),
    not: count('not'),
    open: outcomes.length - decided.length,
  };
  const changes = outcomes.flatMap(({ id, changes: own }) =>
    own.map(({ what, changedOn }) => ({
      key: 'change',
      values: { text: { text: what }, on: { date: changedOn } },
      page: `${page}/${id}`,
    })),
  );
  return {
    suggestions: outcomes.length === 0 ? [] : [{ key: 'suggestions', values: counted, page }],
    decisions: decided.map(({ fact }) => fact),
    negatives: decided.filter(({ verdict }) => verdict !== 'accepted').map(({ fact }) => fact),
    changes,
    told: told.shown ? toldFacts(told) : [],
  };
}
