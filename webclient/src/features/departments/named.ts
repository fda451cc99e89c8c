/// Those in whose name every word stands that was typed, with or without accents; whose name begins so comes first. Pure.
export function named<Of extends { name: string }>(all: readonly Of[], typed: string): Of[] {
  const search = plain(typed).trim();
  const words = search.split(/\s+/);
  const begins = ({ name }: Of) => plain(name).startsWith(search);
  return all
    .filter(({ name }) => words.every((word) => plain(name).includes(word)))
    .toSorted((one, other) => Number(begins(other)) - Number(begins(one)));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
