/// A number as the language writes it. Its format takes the browser a while to make: when it is first needed, and once.
interface Numbers {
  format(n: number): string;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string): Intl.NumberFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(locale);
  formats.set(locale, made);
  return made;
}

/// "1.846 leden": a number with its word.
export function countIn(locale: string) {
  const number: Numbers = { format: (n) => formatOf(locale).format(n) };
  const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;
  return { number, count };
}
