import type { ReactNode } from 'react';
import { QuietChoice } from '../../design/QuietChoice.tsx';
import { useText } from '../../i18n/text.tsx';
import type { FeedOrder } from '../../protocol/generated.ts';
import styles from './FeedTools.module.css';
import type { Look } from './look.ts';
import { MarkFilter } from './MarkFilter.tsx';

interface Props {
  /// None on Home, which has a filter of its own.
  look: Look | undefined;
  onLook: (look: Look) => void;
  /// What one does with all of them.
  children?: ReactNode;
}

/// In which order, and which posts: quiet, above the first one.
export function FeedTools({ look, onLook, children }: Props) {
  const { order, orders } = useText().moves;
  return (
    <div className={styles.tools}>
      {look && (
        <div className={styles.look}>
          <QuietChoice<FeedOrder>
            label={order}
            value={look.order}
            choices={[
              ['newest', orders.newest],
              ['activity', orders.activity],
            ]}
            onChange={(next) => {
              onLook({ ...look, order: next });
            }}
          />
          <MarkFilter
            value={look.mark}
            onChange={(mark) => {
              onLook({ ...look, mark });
            }}
          />
        </div>
      )}
      {children}
    </div>
  );
}
