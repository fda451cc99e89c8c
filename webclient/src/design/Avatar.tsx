import styles from './Avatar.module.css';

interface Props {
  id: number;
  name: string;
  size?: 'small' | 'normal' | 'large';
}

const papers = 5;

/// A tile with initials. It stands beside the name, so the letters are decoration: drawn by the style, not text.
export function Avatar({ id, name, size = 'normal' }: Props) {
  return (
    <span
      aria-hidden="true"
      className={`${styles.avatar ?? ''} ${styles[size] ?? ''}`}
      data-paper={(id % papers) + 1}
      data-initials={initials(name)}
    />
  );
}

/// "Roos van der Meulen" is RM: particles are written small and do not count.
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name];
  return chosen.map((word) => /^./u.exec(word ?? '')?.[0] ?? '').join('');
}
