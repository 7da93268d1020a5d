import { round } from './plot-space.ts';

interface Place {
  x: number;
  y: number;
}

interface PathArrowProps {
  from: Place;
  to: Place;
  /** Drawn coordinates; a curve where a place to bend to is given. */
  over?: Place | undefined;
  stroke: string;
  width: number;
  dash?: string | undefined;
  hasTwoHeads?: boolean | undefined;
}

const headLength = 7;

function headPath(tip: Place, from: Place): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const corner = (turn: number) => {
    const x = tip.x - headLength * Math.cos(angle + turn);
    const y = tip.y - headLength * Math.sin(angle + turn);
    return `${round(x)} ${round(y)}`;
  };
  return `M${round(tip.x)} ${round(tip.y)}L${corner(0.42)}L${corner(-0.42)}Z`;
}

/** An arrow without markers: a file that leaves the page then has no ids to refer to. */
export function PathArrow(props: PathArrowProps) {
  const { from, to, over, stroke, width, dash, hasTwoHeads = false } = props;
  const end = `${round(to.x)} ${round(to.y)}`;
  const way = over ? `Q${round(over.x)} ${round(over.y)} ${end}` : `L${end}`;
  return (
    <g>
      <path
        d={`M${round(from.x)} ${round(from.y)}${way}`}
        fill="none"
        stroke={stroke}
        strokeWidth={width}
        strokeDasharray={dash}
      />
      <path d={headPath(to, over ?? from)} fill={stroke} />
      {hasTwoHeads && <path d={headPath(from, over ?? to)} fill={stroke} />}
    </g>
  );
}
