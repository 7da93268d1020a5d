import { fontSize } from './plot-space.ts';
import { estimateTextWidth } from './wrap-text.ts';

export interface PlacedPoint {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface PlacedLabel extends PlacedPoint {
  isClear: boolean;
}

interface LabelledLine {
  text: string;
  points: readonly PlacedPoint[];
  /** How far marks and intervals reach from the line. */
  reach?: number;
}

const letterHeight = 14;
const steps = 36;
/** Room beyond which it does not matter how far the next line is. */
const ampleRoom = 40;

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How many points lie in the box, and how far the nearest one is from its middle. */
function surroundings(box: Box, points: readonly PlacedPoint[]) {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  let crossed = 0;
  let nearest = ampleRoom ** 2;
  for (const point of points) {
    const isBeside = point.x < box.left - ampleRoom || point.x > box.right + ampleRoom;
    if (isBeside) continue;
    nearest = Math.min(nearest, (point.x - x) ** 2 + (point.y - y) ** 2);
    const isWithin = point.x > box.left && point.x < box.right;
    if (isWithin && point.y > box.top && point.y < box.bottom) crossed += 1;
  }
  return { crossed, room: Math.sqrt(nearest) };
}

/** Points along a line, close enough for no letter to slip between two. */
function dense(points: readonly PlacedPoint[]): PlacedPoint[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4));
    return Array.from({ length: count }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / count,
      y: from.y + ((to.y - from.y) * step) / count,
    }));
  });
}

/**
 * Where the name of each line stands: close to its highest part, away from other lines and other names.
 * Undefined where there is no such place; a name that is not clear has a line running through it.
 */
export function placeLineLabels(
  lines: readonly LabelledLine[],
  bounds: Box,
  taken: readonly Box[] = [],
): (PlacedLabel | undefined)[] {
  const paths = lines.map(({ points }) => dense(points));
  const boxes = [...taken];
  return lines.map(({ text, reach = 0 }, own) => {
    const path = paths[own] ?? [];
    const others = paths.filter((_, line) => line !== own).flat();
    const half = estimateTextWidth(text, fontSize) / 2 + 3;
    const peak = path.reduce(
      (best, point) => (point.y < best.y ? point : best),
      path[0] ?? nowhere,
    );
    const stride = Math.max(1, Math.floor(path.length / steps));
    let chosen: { place: PlacedLabel; box: Box; cost: number } | undefined;
    for (const point of path.filter((_, index) => index % stride === 0)) {
      const far = Math.hypot(point.x - peak.x, point.y - peak.y) / (bounds.right - bounds.left);
      for (const y of [point.y - 6 - reach, point.y + letterHeight + 3 + reach]) {
        const x = Math.min(Math.max(point.x, bounds.left + half), bounds.right - half);
        const box = { left: x - half, right: x + half, top: y - letterHeight + 2, bottom: y + 3 };
        const isInside =
          box.left >= bounds.left && box.top >= bounds.top && box.bottom <= bounds.bottom;
        if (!isInside || Math.abs(x - point.x) > half || boxes.some((b) => overlaps(b, box))) {
          continue;
        }
        const { crossed, room } = surroundings(box, others);
        const { crossed: ownCrossed } = surroundings(box, path);
        const cost = 10 * crossed + 4 * ownCrossed + 6 * far - (4 * room) / ampleRoom;
        if (!chosen || cost < chosen.cost) {
          chosen = { place: { x, y, isClear: crossed + ownCrossed === 0 }, box, cost };
        }
      }
    }
    if (chosen) boxes.push(chosen.box);
    return chosen?.place;
  });
}

const nowhere: PlacedPoint = { x: 0, y: 0 };
