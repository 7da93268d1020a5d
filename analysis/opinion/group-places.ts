import { kMeans } from '../numeric/clusters/k-means.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import type { Places } from './place-participants.ts';

type Group = { members: number[]; centre: Float64Array };

function centreOf({ values, width }: Places, members: readonly number[]): Float64Array {
  const centre = new Float64Array(width);
  for (const row of members) {
    for (let j = 0; j < width; j += 1) {
      centre[j] = (centre[j] ?? 0) + (values[row * width + j] ?? 0) / members.length;
    }
  }
  return centre;
}

const apart = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, j) => sum + (value - (b[j] ?? 0)) ** 2, 0);

/** The smallest group joins the one that lies nearest, until none is below the minimum. */
function joinSmall(places: Places, groups: readonly Group[], minimum: number): Group[] {
  const left = [...groups].sort(
    (a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0),
  );
  const smallest = left.pop();
  if (!smallest) return [];
  if (left.length === 0 || smallest.members.length >= minimum) return [...left, smallest];
  const distances = left.map(({ centre }) => apart(centre, smallest.centre));
  const nearest = distances.indexOf(Math.min(...distances));
  const joined = left.map((group, at) => {
    if (at !== nearest) return group;
    const members = [...group.members, ...smallest.members].sort((a, b) => a - b);
    return { members, centre: centreOf(places, members) };
  });
  return joinSmall(places, joined, minimum);
}

/**
 * Groups of participants who lie together, none below a minimum: k-means, then the smallest group joins its
 * nearest neighbour while it is too small.
 *
 * @param places n × width
 * @param k groups to begin with, at most n.
 * @param minimum members of a group at least.
 * @param random seeded generator
 * @param starts beginnings of k-means.
 * @returns labels 0 … g − 1, g ≤ k, the largest group first; one group where n is below twice the minimum.
 * @remarks Missing data: none. Participants in one place are in one group.
 * @throws never.
 * @see Arthur, D. & Vassilvitskii, S. (2007). k-means++. SODA, 1027–1035. doi:10.5555/1283383.1283494
 */
export function groupPlaces(
  places: Places,
  k: number,
  minimum: number,
  random: Generator,
  starts: number,
): Int32Array {
  const n = places.width === 0 ? 0 : places.values.length / places.width;
  const points = { ...places, n, weights: new Float64Array(n).fill(1) };
  const { labels } = kMeans(points, k, random, { starts });
  const byLabel = new Map<number, number[]>();
  for (const [row, label] of labels.entries()) {
    const members = byLabel.get(label);
    if (members) members.push(row);
    else byLabel.set(label, [row]);
  }
  const groups = [...byLabel.values()].map((members) => ({
    members,
    centre: centreOf(places, members),
  }));
  const result = new Int32Array(n);
  const sorted = joinSmall(places, groups, minimum).sort(
    (a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0),
  );
  for (const [group, { members }] of sorted.entries()) {
    for (const row of members) result[row] = group;
  }
  return result;
}
