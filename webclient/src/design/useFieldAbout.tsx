import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';
import { type Room, roomFor } from './room.ts';
import { RoomLeft } from './RoomLeft.tsx';

export interface About {
  hint?: string | undefined;
  error?: string | undefined;
  /// How many bytes fit; what is typed is never cut.
  most?: number | undefined;
  /// How much is left, of what is not counted in bytes.
  room?: Room | undefined;
}

interface FieldAbout {
  id: string;
  isInvalid: boolean;
  /// For the input itself.
  attributes: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
    'data-too-long': true | undefined;
  };
  /// Stands below it.
  below: ReactNode;
}

/// What every kind of field has below it: what is wrong, else what helps, and how much still fits where it gets tight.
export function useFieldAbout({ hint, error, most, room: counted }: About, value: unknown): FieldAbout {
  const id = useId();
  const room = most === undefined || typeof value !== 'string' ? counted : roomFor(value, most);
  const isTooLong = room !== undefined && room.left < 0;
  const isInvalid = isTooLong || error !== undefined;
  const words = error ?? hint;
  const about = [...(words === undefined ? [] : [`${id}-about`]), ...(isTooLong ? [`${id}-room`] : [])];
  return {
    id,
    isInvalid,
    attributes: {
      id,
      'aria-invalid': isInvalid || undefined,
      'aria-describedby': about.join(' ') || undefined,
      'data-too-long': isTooLong || undefined,
    },
    below: (
      <>
        {words !== undefined && (
          <p id={`${id}-about`} className={error === undefined ? styles.hint : styles.error}>
            {words}
          </p>
        )}
        {room && <RoomLeft id={`${id}-room`} room={room} />}
      </>
    ),
  };
}
