import type { Colour, PresenceState } from '../protocol/generated.ts';
import styles from './Avatar.module.css';

interface Props {
  id: number;
  name: string;
  /// What the person chose; without it the id decides.
  colour?: Colour | undefined;
  size?: 'small' | 'normal' | 'large';
  presence?: PresenceState | undefined;
}

/// In the order of the papers in tokens.css.
export const colours: readonly Colour[] = ['sand', 'moss', 'river', 'brick', 'heather', 'straw', 'pine', 'rose'];

/// A tile with initials. It stands beside the name, so the letters are decoration: drawn by the style, not text.
export function Avatar({ id, name, colour, size = 'normal', presence }: Props) {
  return (
    <span
      aria-hidden="true"
      className={`${styles.avatar ?? ''} ${styles[size] ?? ''}`}
      data-paper={colour ?? colourOf(id)}
      data-initials={initials(name)}
      data-person={id}
    >
      {presence && (
        <svg viewBox="0 0 12 12" className={styles.presence} data-presence={presence}>
          <path d={shapes[presence]} fillRule="evenodd" />
        </svg>
      )}
    </span>
  );
}

/// A shape each, so that nobody has to tell colours apart: a dot, a ring, a dot with a bar through it, a suitcase.
const shapes: Record<PresenceState, string> = {
  online: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  away: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6 3.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6z',
  do_not_disturb: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM3 5h6v2H3z',
  on_leave: 'M4 1h4v2h3v8H1V3h3zM5.2 2.2V3h1.6v-.8zM1 6h10v.8H1z',
};

export const colourOf = (id: number): Colour => colours[id % colours.length] ?? 'sand';

/// "Roos van der Meulen" is RM: particles are written small and do not count.
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name];
  return chosen.map((word) => /^./u.exec(word ?? '')?.[0] ?? '').join('');
}
