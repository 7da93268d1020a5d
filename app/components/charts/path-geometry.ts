import type { PathDiagramChart } from './chart-types.ts';
import { hasLabelColumn, lineHeight, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { widestText, wrapText } from './wrap-text.ts';

/** Arcs between more factors than this would cover each other; the table has them all. */
export const mostWithArcs = 6;
const itemGap = 8;

export interface Node {
  id: string;
  lines: readonly string[];
  /** Middle of the shape. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Arc {
  from: Node;
  to: Node;
  estimate: number;
  /** How far it swings out. */
  reach: number;
}

export type PathGeometry = ReturnType<typeof pathGeometry>;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The factor on which each item loads most. */
function homes({ loadings, items }: PathDiagramChart): Map<string, string> {
  return new Map(
    items.map(({ id }) => {
      const own = loadings.filter(({ to }) => to === id);
      const [strongest] = [...own].sort((a, b) => Math.abs(b.estimate) - Math.abs(a.estimate));
      return [id, strongest?.from ?? ''];
    }),
  );
}

/** Factors stand at the start, their items beside them, what is left of each item at the end. */
export function pathGeometry(chart: PathDiagramChart, space: PlotSpace) {
  const isWide = hasLabelColumn(space.width);
  const isItem = new Set(chart.items.map(({ id }) => id));
  const home = homes(chart);
  const measured = new Set(home.values());
  const first = chart.factors.filter(({ id }) => measured.has(id));
  const higher = chart.factors.filter(({ id }) => !measured.has(id));
  const amongFactors = chart.correlations.filter(({ from }) => !isItem.has(from));
  const amongItems = chart.correlations.filter(({ from }) => isItem.has(from));
  const hasArcs = amongFactors.length > 0 && first.length <= mostWithArcs;
  const arcRoom = hasArcs ? Math.min(24 + 22 * (first.length - 1), isWide ? 120 : 52) : 2;
  const factorWidth = isWide ? 132 : 80;
  // A phone has no room for three columns and what is left of the items.
  const hasResiduals = isWide || higher.length === 0;
  const residualRoom = hasResiduals ? (isWide ? 52 : 40) : 2;
  const itemLabels = chart.items.map(({ label }) => label);
  const widestItem = widestText(itemLabels, smallFontSize) + 16;
  const itemWidth = Math.min(Math.max(widestItem, 44), isWide ? 170 : 64);
  const endRoom = residualRoom + (amongItems.length > 0 ? (isWide ? 44 : 32) : 0);

  const order = [...chart.items].sort((a, b) => {
    const place = ({ id }: typeof a) => first.findIndex((factor) => factor.id === home.get(id));
    return place(a) - place(b);
  });
  let y = 4;
  let previous: string | undefined;
  const items = order.map(({ id, label }): Node => {
    const lines = wrapText(label, itemWidth - 10, smallFontSize);
    const height = lines.length * lineHeight + 10;
    const isNewFactor = previous !== undefined && previous !== home.get(id);
    y += isNewFactor ? itemGap : 0;
    previous = home.get(id);
    const node = { y: y + height / 2, x: space.width - endRoom - itemWidth / 2, height };
    y += height + itemGap;
    return { id, lines, width: itemWidth, ...node };
  });
  const factorNode = (label: string, id: string, x: number, middle: number): Node => {
    const lines = wrapText(label, factorWidth - (isWide ? 22 : 10), smallFontSize);
    const height = Math.max(40, lines.length * lineHeight + 22);
    return { id, lines, x, y: middle, width: factorWidth, height };
  };
  const firstX =
    arcRoom + factorWidth / 2 + (higher.length > 0 ? factorWidth + (isWide ? 60 : 34) : 0);
  const firstNodes = first.map(({ id, label }) => {
    const own = items.filter((item) => home.get(item.id) === id);
    return factorNode(label, id, firstX, mean(own.map((item) => item.y)));
  });
  const higherNodes = higher.map(({ id, label }, index) => {
    const below = chart.loadings.filter(({ from }) => from === id).map(({ to }) => to);
    const own = firstNodes.filter((node) => below.includes(node.id));
    const middle = own.length > 0 ? mean(own.map((node) => node.y)) : 30 + index * 60;
    return factorNode(label, id, arcRoom + factorWidth / 2, middle);
  });
  const nodes = new Map([...higherNodes, ...firstNodes, ...items].map((node) => [node.id, node]));

  const arcsOf = (parameters: typeof amongFactors, line: readonly Node[], room: number): Arc[] =>
    parameters.flatMap(({ from, to, estimate }) => {
      const [a, b] = [nodes.get(from), nodes.get(to)];
      if (!a || !b) return [];
      const distance = Math.abs(line.indexOf(a) - line.indexOf(b));
      const reach = Math.min(room - 18, 6 + 22 * distance);
      return [{ from: a, to: b, estimate, reach }];
    });
  const lowest = [...nodes.values()].reduce((end, node) => {
    return Math.max(end, node.y + node.height / 2);
  }, 0);
  return {
    ...{ items, nodes, height: lowest + 6 },
    factors: [...higherNodes, ...firstNodes],
    factorArcs: hasArcs ? arcsOf(amongFactors, firstNodes, arcRoom) : [],
    itemArcs: arcsOf(amongItems, items, isWide ? 62 : 32),
    residuals: hasResiduals ? chart.residuals : [],
    residualX: space.width - endRoom + (isWide ? 20 : 13),
    arcX: space.width - endRoom + residualRoom - 2,
  };
}
