import styles from './Paving.module.css';

/// Plein is a square, and a square is paved: four tiles, one of them where you stand.
export function Emblem({ size = 22 }: { size?: number }) {
  return (
    <svg aria-hidden="true" className={styles['emblem']} width={size} height={size} viewBox="0 0 22 22">
      <rect x="0" y="0" width="10" height="10" rx="2.4" data-here />
      <rect x="12" y="0" width="10" height="10" rx="2.4" />
      <rect x="0" y="12" width="10" height="10" rx="2.4" />
      <rect x="12" y="12" width="10" height="10" rx="2.4" />
    </svg>
  );
}

const rows = 9;
const columns = 8;
const tile = 64;
/// Where people stand on the square of the sign-in page: [column, row, weight].
const people = new Map([
  ['1,2', 'here'], ['4,1', 'near'], ['6,3', 'here'], ['2,5', 'near'], ['5,6', 'near'], ['3,3', 'far'], ['6,6', 'far'],
  ['0,7', 'far'], ['7,0', 'far'], ['4,4', 'far'], ['1,4', 'far'],
]);

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
      className={styles['paving']}
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
