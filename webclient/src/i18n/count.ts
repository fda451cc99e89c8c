/// "1.846 leden": a number as the language writes it, with its word.
export function countIn(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;
  return { number, count };
}
