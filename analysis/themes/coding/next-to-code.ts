import { byCodeUnits } from '../../numeric/by-code-units.ts';
import { ShapeError } from '../../errors.ts';

export type UncodedText = {
  readonly row: number;
  readonly text: string;
  /** Theme of the draft; null where there is none. */
  readonly cluster: string | null;
  readonly stratum: string | null;
  /** Of the codes suggested (`suggestCodes`); empty before anything can be suggested. */
  readonly probabilities: readonly number[];
};

/** What has been read of each cluster and stratum. */
export type CodedSoFar = {
  readonly cluster: string | null;
  readonly stratum: string | null;
};

/** Shannon entropy over that of even chances; 1 before there are chances. */
function uncertainty(probabilities: readonly number[]): number {
  if (probabilities.length < 2) return 1;
  const entropy = probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return entropy / Math.log(probabilities.length);
}

/**
 * What to read next, so that coding soon covers every theme and every stratum and suggestions learn most.
 *
 * next = argmax u / √((1 + c_theme) (1 + c_stratum)), u the entropy of the suggested codes over its maximum, c how
 * many of the theme and of the stratum were coded or are already next. Nobody's stratum has to wait for its share:
 * the first of each comes before the second of another, other things being equal.
 *
 * @param uncoded texts nobody has coded; the same words are proposed once.
 * @param coded one entry for each text that somebody has coded.
 * @param wanted how many.
 * @returns rows, the first to be read first; fewer where there are no more.
 * @remarks Missing data: an unknown theme or stratum is one of its own. Ties go by the text, not by its row.
 * @throws ShapeError 'wanted' for a negative number.
 * @see Settles, B. (2012). Active Learning, ch. 2 and 5. https://doi.org/10.2200/S00429ED1V01Y201207AIM018
 */
export function nextToCode(
  uncoded: readonly UncodedText[],
  coded: readonly CodedSoFar[],
  wanted: number,
): number[] {
  if (!(wanted >= 0)) throw new ShapeError('wanted', { wanted });
  const read = { cluster: new Map<unknown, number>(), stratum: new Map<unknown, number>() };
  const count = ({ cluster, stratum }: CodedSoFar) => {
    read.cluster.set(cluster, (read.cluster.get(cluster) ?? 0) + 1);
    read.stratum.set(stratum, (read.stratum.get(stratum) ?? 0) + 1);
  };
  for (const one of coded) count(one);
  const seen = new Set<string>();
  const left = [...uncoded]
    .sort((a, b) => byCodeUnits(a.text, b.text) || a.row - b.row)
    .filter(({ text }) => {
      const isNew = !seen.has(text);
      seen.add(text);
      return isNew;
    })
    .map((one) => ({ ...one, worth: uncertainty(one.probabilities) }));
  const chosen: number[] = [];
  while (chosen.length < wanted && left.length > 0) {
    let [best, bestWorth] = [0, -Infinity];
    for (const [at, { worth, cluster, stratum }] of left.entries()) {
      const times = (1 + (read.cluster.get(cluster) ?? 0)) * (1 + (read.stratum.get(stratum) ?? 0));
      const own = worth / Math.sqrt(times);
      if (own > bestWorth + 1e-12) [best, bestWorth] = [at, own];
    }
    const [next] = left.splice(best, 1);
    if (!next) break;
    count(next);
    chosen.push(next.row);
  }
  return chosen;
}
