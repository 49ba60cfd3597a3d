/** One bar: `name` stands below it, `value` above; `part`, where given, is how much of it is filled darkly. */
export interface Bar {
  name: string;
  value: number;
  part?: number;
}

const WIDTH = 30;
const HEIGHT = 120;
const BELOW = 22;
const ABOVE = 18;

/** A picture of bars. It says nothing that the table beside it does not say, and so is left out for who listens. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const high = (value: number): number => Math.round((value / most) * HEIGHT);
  const base = ABOVE + HEIGHT;
  return (
    <svg class="bars" viewBox={`0 0 ${bars.length * WIDTH} ${base + BELOW}`} aria-hidden="true">
      <line x1="0" x2={bars.length * WIDTH} y1={base + 0.5} y2={base + 0.5} class="axis" />
      {bars.map(({ name, value, part }, index) => {
        const left = index * WIDTH + 4;
        const middle = index * WIDTH + WIDTH / 2;
        return (
          <g key={name}>
            <rect x={left} y={base - high(value)} width={WIDTH - 8} height={high(value)} rx="2" class="bar" />
            {part !== undefined && (
              <rect
                x={left}
                y={base - high(part)}
                width={WIDTH - 8}
                height={high(part)}
                rx="2"
                class="part"
              />
            )}
            {value > 0 && (
              <text x={middle} y={base - high(value) - 5} text-anchor="middle">
                {value}
              </text>
            )}
            <text x={middle} y={base + 16} text-anchor="middle" class="name">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
