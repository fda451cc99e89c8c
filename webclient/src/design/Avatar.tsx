import type { Colour } from '../protocol/generated.ts';
import styles from './Avatar.module.css';

interface Props {
  id: number;
  name: string;
  /// What the person chose; without it the id decides.
  colour?: Colour | undefined;
  size?: 'small' | 'normal' | 'large';
}

/// In the order of the papers in tokens.css.
export const colours: readonly Colour[] = ['sand', 'moss', 'river', 'brick', 'heather', 'straw', 'pine', 'rose'];

/// A tile with initials. It stands beside the name, so the letters are decoration: drawn by the style, not text.
export function Avatar({ id, name, colour, size = 'normal' }: Props) {
  return (
    <span
      aria-hidden="true"
      className={`${styles.avatar ?? ''} ${styles[size] ?? ''}`}
      data-paper={colour ?? colourOf(id)}
      data-initials={initials(name)}
    />
  );
}

export const colourOf = (id: number): Colour => colours[id % colours.length] ?? 'sand';

/// "Roos van der Meulen" is RM: particles are written small and do not count.
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name];
  return chosen.map((word) => /^./u.exec(word ?? '')?.[0] ?? '').join('');
}
