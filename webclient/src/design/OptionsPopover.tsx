import { type ReactNode, use, useEffect, useReducer, useRef } from 'react';
import { ComboBoxStateContext, Popover } from 'react-aria-components';

interface Props {
  className: string | undefined;
  children: ReactNode;
}

/// The list below a ComboBox. Where something scrolls under it, as a phone does that brings a field into sight, the library
/// would close it and take back what was typed; it goes along instead.
export function OptionsPopover({ className, children }: Props) {
  const list = use(ComboBoxStateContext);
  const scroll = useRef<Event>(null);
  // The library looks for its place again when that is another one, be it by less than one can see.
  const [offset, moveAlong] = useReducer((before: number) => (before === 4 ? 4.01 : 4), 4);
  useEffect(() => {
    const onScroll = (event: Event) => {
      scroll.current = event;
    };
    addEventListener('scroll', onScroll, true);
    return () => removeEventListener('scroll', onScroll, true);
  }, []);
  const close = () => {
    const isUnderWay = scroll.current !== null && scroll.current.eventPhase !== Event.NONE;
    if (isUnderWay) moveAlong();
    else list?.close();
  };
  return (
    <Popover className={className ?? ''} offset={offset} isOpen={list?.isOpen ?? false} onOpenChange={close}>
      {children}
    </Popover>
  );
}
