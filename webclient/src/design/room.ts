const encoder = new TextEncoder();

export interface Room {
  /// Bytes of UTF-8, as the server counts; below zero it is too long.
  left: number;
  isTight: boolean;
}

/// How much still fits in what takes `most`. Space around it does not count.
export function roomFor(words: string, most: number): Room {
  const left = most - encoder.encode(words.trim()).length;
  return { left, isTight: left < Math.max(12, most * 0.075) };
}
