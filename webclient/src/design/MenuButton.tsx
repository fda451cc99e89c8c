import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';

interface Props {
  label: string;
  className?: string | undefined;
  children: ReactNode;
  /// The list that opens, an `OpenMenu`; its code is fetched when it is needed.
  menu: (trigger: RefObject<HTMLButtonElement | null>, close: () => void) => ReactNode;
}

/// A native button that opens a list of things to do: a page has many of these, and few are pressed.
export function MenuButton({ label, className, children, menu }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Suspense>
          {menu(button, () => {
            setOpen(false);
          })}
        </Suspense>
      )}
    </>
  );
}
