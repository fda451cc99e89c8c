import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Header, Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components';
import styles from './Menu.module.css';

interface OpenProps {
  label: string;
  trigger: RefObject<HTMLElement | null>;
  /// Of `MenuChoice`s, the one that holds.
  chosen?: string | undefined;
  /// On which side of the button it begins.
  side?: 'start' | 'end';
  onClose: () => void;
  children: ReactNode;
}

/// A list of things to do, open at the button that was pressed. It comes with its page's later code: see MenuButton.
export function OpenMenu({ label, trigger, chosen, side = 'end', onClose, children }: OpenProps) {
  const selection = chosen === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [chosen] };
  return (
    <Popover
      aria-label={label}
      isOpen
      triggerRef={trigger}
      onOpenChange={onClose}
      placement={`bottom ${side}`}
      offset={4}
      className={styles.popover ?? ''}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus */}
      <AriaMenu aria-label={label} {...selection} autoFocus="first" onClose={onClose} className={styles.menu ?? ''}>
        {children}
      </AriaMenu>
    </Popover>
  );
}

interface ItemProps {
  /// Where one of them may be the chosen one.
  id?: string;
  icon?: ReactNode;
  children: string;
  isDangerous?: boolean;
  onAction: () => void;
}

export function MenuItem({ id, icon, children, isDangerous = false, onAction }: ItemProps) {
  const name = id === undefined ? {} : { id };
  return (
    <AriaMenuItem {...name} textValue={children} className={styles.item ?? ''} data-dangerous={isDangerous || undefined} onAction={onAction}>
      {({ isSelected }) => (
        <>
          {icon}
          {children}
          {isSelected && <Check size={18} aria-hidden className={styles.chosen} />}
        </>
      )}
    </AriaMenuItem>
  );
}

interface ChoiceProps {
  id: string;
  title: string;
  hint: string;
  onAction: () => void;
}

/// One of a few that exclude each other, with what it means.
export function MenuChoice({ id, title, hint, onAction }: ChoiceProps) {
  return (
    <AriaMenuItem id={id} textValue={title} className={styles.item ?? ''} onAction={onAction}>
      {({ isSelected }) => (
        <>
          <Check size={18} aria-hidden className={isSelected ? '' : styles.unchosen} />
          <span>
            <Text slot="label" className={styles.choice ?? ''}>{title}</Text>
            <Text slot="description" className={styles.hint ?? ''}>{hint}</Text>
          </span>
        </>
      )}
    </AriaMenuItem>
  );
}

interface GroupProps {
  title: string;
  /// Of its `MenuChoice`s, the one that holds.
  chosen: string;
  children: ReactNode;
}

/// Choices that exclude each other, beside others in the same list that do.
export const MenuGroup = ({ title, chosen, children }: GroupProps) => (
  <MenuSection selectionMode="single" selectedKeys={[chosen]}>
    <Header className={styles.title ?? ''}>{title}</Header>
    {children}
  </MenuSection>
);

export const MenuLine = () => <Separator className={styles.line ?? ''} />;
