/// The end of a paved band: stones in running bond, laid up to here. Decoration.
const pitch = 24;
const columns = 6;
/// Of each row the first column that is laid, counted from the left.
const laid = [3, 1, 2, 1, 3, 2];
/// Where people stand: [row, column] and how near.
const people = new Map(Object.entries({ '0,4': 'near', '1,2': 'far', '1,3': 'near', '2,4': 'far', '3,2': 'near', '4,4': 'far' }));

export function Stones({ className }: { className: string | undefined }) {
  const stones = laid.flatMap((from, row) =>
    Array.from({ length: columns - from }, (_, index) => ({ row, column: from + index })),
  );
  return (
    <svg aria-hidden="true" className={className} width={columns * pitch - pitch / 2}>
      {stones.map(({ row, column }) => (
        <rect
          key={`${String(row)},${String(column)}`}
          x={column * pitch - (row % 2 === 1 ? pitch / 2 : 0)}
          y={row * pitch + 2}
          width={pitch - 3}
          height={pitch - 3}
          rx="4"
          data-who={people.get(`${String(row)},${String(column)}`)}
        />
      ))}
    </svg>
  );
}
