import styles from './Paving.module.css';

/// Plein is a square, and a square is paved: four tiles, one of them where you stand.
export function Emblem({ size = 22 }: { size?: number }) {
  return (
    <svg aria-hidden="true" className={styles.emblem} width={size} height={size} viewBox="0 0 22 22">
      <rect x="0" y="0" width="10" height="10" rx="2.4" data-here />
      <rect x="12" y="0" width="10" height="10" rx="2.4" />
      <rect x="0" y="12" width="10" height="10" rx="2.4" />
      <rect x="12" y="12" width="10" height="10" rx="2.4" />
    </svg>
  );
}

const rows = 15;
const columns = 14;
const tile = 64;
/// Where people stand, alone and together: [column, row] and how near.
const people = new Map(
  Object.entries({
    '3,4': 'here', '4,4': 'near', '3,5': 'near',
    '8,2': 'far', '9,2': 'far', '9,3': 'near',
    '8,7': 'near', '9,7': 'here', '10,7': 'near', '9,8': 'near', '10,8': 'far',
    '5,10': 'near', '5,11': 'here', '2,9': 'far', '11,5': 'far', '11,11': 'near', '12,11': 'far', '2,1': 'far', '6,6': 'far',
  }),
);

/// The square itself, in running bond like real paving.
export function Paving() {
  const tiles = Array.from({ length: rows * columns }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    return { column, row, who: people.get(`${String(column)},${String(row)}`) };
  });
  return (
    <svg
      aria-hidden="true"
      className={styles.paving}
      viewBox={`0 0 ${String((columns - 1) * tile)} ${String(rows * tile)}`}
      preserveAspectRatio="xMidYMid slice"
    >
      {tiles.map(({ column, row, who }) => (
        <rect
          key={`${String(column)},${String(row)}`}
          x={column * tile - (row % 2 === 1 ? tile / 2 : 0) + 2}
          y={row * tile + 2}
          width={tile - 4}
          height={tile - 4}
          rx="8"
          data-who={who}
        />
      ))}
    </svg>
  );
}
