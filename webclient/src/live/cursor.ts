import type { StreamCursor } from '../protocol/generated.ts';

/// A cursor says how far a snapshot or a connection has seen one stream: `generation:seq`.
export interface Position {
  generation: string;
  seq: number;
}

export function readCursor(cursor: string): Position {
  const colon = cursor.lastIndexOf(':');
  return { generation: cursor.slice(0, colon), seq: Number(cursor.slice(colon + 1)) };
}

export const writeCursor = ({ generation, seq }: Position): string => `${generation}:${seq}`;

/// How far `cursors` have seen `stream`, or nothing when they say nothing of it.
export function positionIn(cursors: readonly StreamCursor[], stream: string): Position | undefined {
  const found = cursors.find((each) => each.stream === stream);
  return found && readCursor(found.cursor);
}

export function advanced(cursors: readonly StreamCursor[], stream: string, seq: number): StreamCursor[] {
  return cursors.map((each) =>
    each.stream === stream ? { stream, cursor: writeCursor({ ...readCursor(each.cursor), seq }) } : each,
  );
}
