import { useId } from 'react';
import { Avatar, colours } from '../../design/Avatar.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Colour } from '../../protocol/generated.ts';
import styles from './ColourChoice.module.css';

interface Props {
  id: number;
  name: string;
  chosen: Colour;
  onChange: (colour: Colour) => void;
}

/// The colour of one's own avatar, as it will stand there.
export function ColourChoice({ id, name, chosen, onChange }: Props) {
  const { profile: text } = useLaterText();
  const group = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{text.colour}</legend>
      <span className={styles.tints}>
        {colours.map((colour) => (
          <label key={colour} className={styles.tint} title={text.colours[colour]}>
            <input
              type="radio"
              className="hidden-visually"
              name={group}
              value={colour}
              checked={colour === chosen}
              onChange={() => {
                onChange(colour);
              }}
            />
            <span className="hidden-visually">{text.colours[colour]}</span>
            <Avatar id={id} name={name} colour={colour} />
          </label>
        ))}
      </span>
    </fieldset>
  );
}
