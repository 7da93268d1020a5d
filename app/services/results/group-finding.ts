import { compareMeans, type ComparedPair } from '#analysis/groups/compare-means.ts';
import type { ScoreSummary, Withheld } from '#analysis/report/readiness-report.ts';
import type { Reader } from './reader.server.ts';

/** A group with what is shown of its score. */
export type ScoredGroup = { label: string; score: ScoreSummary | Withheld | undefined };

const significance = 0.05;
const smallestP = 0.001;

/** Groups that are hidden take no part: what is said follows from the figures that are shown. */
function comparable(groups: readonly ScoredGroup[]) {
  return groups.flatMap(({ label, score }) =>
    score?.shown && score.sd.ok
      ? [{ label, n: score.n, mean: score.mean, sd: score.sd.value }]
      : [],
  );
}

function difference(reader: Reader, pair: ComparedPair, pairs: number, decimals: number) {
  const signed = (value: number) => reader.number(value, decimals);
  const [from, to] = pair.interval;
  return {
    difference: signed(pair.difference),
    from: signed(from),
    to: signed(to),
    p:
      pair.adjustedP < smallestP
        ? `< ${reader.number(smallestP, 3)}`
        : `= ${reader.number(pair.adjustedP, 3)}`,
    pairs: reader.number(pairs, 0),
  };
}

/** `plain`: for a board, without the names of tests. One pair needs no correction for several. */
function sentenceKeys(isPlain: boolean, pairs: number) {
  if (isPlain) return { apart: 'groups.plainApart', together: 'groups.plainTogether' } as const;
  if (pairs === 1) return { apart: 'groups.oneApart', together: 'groups.oneTogether' } as const;
  return { apart: 'groups.sentenceApart', together: 'groups.sentenceTogether' } as const;
}

type FindingWords = { scale: string; dimension: string; notMeaning: string; isPlain?: boolean };

/** What the greatest difference that chance does not explain is, or that there is none. */
export function groupFinding(
  reader: Reader,
  words: FindingWords,
  groups: readonly ScoredGroup[],
  decimals: number,
) {
  const { t } = reader;
  const { scale, dimension, notMeaning, isPlain = false } = words;
  const shown = comparable(groups);
  const pairs = compareMeans(shown);
  const [greatest] = pairs;
  if (!greatest) {
    return {
      title: t('groups.titleNone', { scale, dimension }),
      sentence: t('groups.sentenceNone'),
      notMeaning,
    };
  }
  const clear = pairs.find(({ adjustedP }) => adjustedP < significance);
  const pair = clear ?? greatest;
  const [high, low] = [shown[pair.high], shown[pair.low]];
  const names = { high: high?.label ?? '', low: low?.label ?? '' };
  const values = { ...names, ...difference(reader, pair, pairs.length, decimals) };
  const sentence = sentenceKeys(isPlain, pairs.length);
  if (!clear) {
    return {
      title: t('groups.together', { scale }),
      sentence: t(sentence.together, values),
      notMeaning: `${notMeaning} ${t('groups.notAlike')}`,
    };
  }
  return {
    title: t('groups.apart', {
      scale,
      ...names,
      highMean: reader.number(high?.mean ?? NaN, decimals),
      lowMean: reader.number(low?.mean ?? NaN, decimals),
    }),
    sentence: t(sentence.apart, values),
    notMeaning,
  };
}
