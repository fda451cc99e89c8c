import { useId } from 'react';
import type { GroupColour, GroupCover } from '../protocol/generated.ts';
import styles from './Cover.module.css';

/// How a square is paved: the joints between the stones of one repeat.
interface Paving {
  width: number;
  height: number;
  joints: string;
}

const stone = 6;

/// Stones of two by one, each meeting the next at a right angle: of the four squares of a repeat's row, two lie and two
/// stand. A joint is drawn wherever two squares do not belong to one stone.
function herringbone(): string {
  const squares = [-1, 0, 1, 2, 3, 4];
  return squares
    .flatMap((column) => squares.map((row) => ({ x: column * stone + 3, y: row * stone + 3, part: (column - row + 8) % 4 })))
    .map(({ x, y, part }) => (part === 1 ? '' : `M${String(x)} ${String(y)}v${String(stone)}`) + (part === 2 ? '' : `M${String(x)} ${String(y)}h${String(stone)}`))
    .join('');
}

/// Three rows of a fan, around where it begins.
const fan = (x: number, y: number) =>
  [12, 8, 4].map((r) => `M${String(x - r)} ${String(y)}a${String(r)} ${String(r)} 0 0 1 ${String(2 * r)} 0`).join('');

const pavings: Record<GroupCover, Paving> = {
  stretcher: { width: 24, height: 16, joints: 'M0 4H24M0 12H24M6 4V12M18 12V16M18 0V4' },
  herringbone: { width: 24, height: 24, joints: herringbone() },
  fan: { width: 24, height: 24, joints: fan(12, 12) + fan(0, 24) + fan(24, 24) },
  waves: { width: 24, height: 12, joints: 'M-6 3q6-5 12 0t12 0t12 0M-6 9q6-5 12 0t12 0t12 0' },
};

interface Props {
  colour: GroupColour;
  cover: GroupCover;
}

/// The group's paving as a band over the page.
export const CoverBand = (props: Props) => <Paved {...props} className={styles.band} />;

/// A piece of it beside the name. Decoration: the name says which group it is.
export function CoverTile({ size = 'normal', ...props }: Props & { size?: 'small' | 'normal' | 'large' }) {
  return <Paved {...props} className={`${styles.tile ?? ''} ${styles[size] ?? ''}`} />;
}

function Paved({ colour, cover, className }: Props & { className: string | undefined }) {
  const id = useId();
  const { width, height, joints } = pavings[cover];
  return (
    <svg aria-hidden="true" className={className} data-colour={colour}>
      <pattern id={id} width={width} height={height} patternUnits="userSpaceOnUse">
        <path d={joints} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
