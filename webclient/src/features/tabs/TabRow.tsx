import { Archive, ArrowDown, ArrowUp, DoorOpen, Ellipsis, GripVertical, Lock, Pencil } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { MenuItem, OpenMenu } from '../../design/Menu.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupId, Readers, TabId, TabView } from '../../protocol/generated.ts';
import { useDepartment } from '../departments/departments.ts';
import { readershipOf } from './readers.ts';
import { archiveTab, restoreTab } from './shaping.ts';
import styles from './TabRow.module.css';

/// How this row moves among the others.
interface Order {
  isFirst: boolean;
  isLast: boolean;
  moveBy: (steps: number) => void;
  moveTo: (place: number) => void;
}

interface Props {
  group: GroupId;
  view: TabView;
  readers: Readers | undefined;
  onEdit: (tab: TabId) => void;
  order?: Order;
}

/// One tab: its name, and in words who reads and posts in it.
export function TabRow({ group, view, readers, onEdit, order }: Props) {
  const text = useLaterText();
  const { tab } = view;
  const department = useDepartment(tab.department);
  const { who, count } = readershipOf(tab, department?.name ?? tab.name, readers, text);
  return (
    <li className={styles.row}>
      {order && <Handle name={tab.name} order={order} />}
      <div className={styles.what}>
        <p className={styles.name}>
          {tab.name}
          {tab.audience === 'department' && <Lock size={15} aria-hidden />}
          {tab.audience === 'guests' && <DoorOpen size={15} aria-hidden />}
        </p>
        <p className={styles.words}>
          {text.layout.reads(who, count)}. {text.layout.posts[tab.posting]}.
          {tab.default_mark === 'personal' && ` ${text.layout.personal}.`}
        </p>
      </div>
      {view.may_manage && (
        <button
          type="button"
          className={iconButtonClass}
          aria-label={text.layout.edit(tab.name)}
          title={text.post.edit}
          onClick={() => {
            onEdit(tab.id);
          }}
        >
          <Pencil size={18} aria-hidden />
        </button>
      )}
      {(view.may_manage || order) && <More group={group} view={view} order={order} />}
    </li>
  );
}

/// Moves with the arrow keys, or with the pointer that holds it. The page listens to the pointer: a row that moves drops
/// what it has captured.
function Handle({ name, order }: { name: string; order: Order }) {
  const text = useLaterText();
  const handle = useRef<HTMLButtonElement>(null);
  const [isHeld, setHeld] = useState(false);
  const follow = useEffectEvent(({ clientY }: PointerEvent) => {
    if (handle.current) order.moveTo(placeAt(handle.current, clientY));
  });
  useEffect(() => {
    if (!isHeld) return undefined;
    const gone = new AbortController();
    const release = () => {
      setHeld(false);
    };
    const { signal } = gone;
    window.addEventListener('pointermove', (event) => { follow(event); }, { signal });
    window.addEventListener('pointerup', release, { signal });
    window.addEventListener('pointercancel', release, { signal });
    return () => {
      gone.abort();
    };
  }, [isHeld]);
  return (
    <button
      ref={handle}
      type="button"
      className={`${iconButtonClass} ${styles.handle ?? ''}`}
      aria-label={text.layout.move(name)}
      data-held={isHeld || undefined}
      onKeyDown={(event) => {
        const steps = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (steps === undefined) return;
        event.preventDefault();
        order.moveBy(steps);
      }}
      onPointerDown={({ currentTarget, pointerId }) => {
        if (currentTarget.hasPointerCapture(pointerId)) currentTarget.releasePointerCapture(pointerId);
        setHeld(true);
      }}
    >
      <GripVertical size={18} aria-hidden />
    </button>
  );
}

/// Which place among its rows the pointer is at: behind all whose middle it has passed.
function placeAt(handle: HTMLElement, y: number): number {
  const own = handle.closest('li');
  const others = [...(own?.parentElement?.children ?? [])].filter((row) => row !== own);
  return others.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  }).length;
}

function More({ group, view: { tab, may_manage: isManaged }, order }: Pick<Props, 'group' | 'view'> & { order: Order | undefined }) {
  const text = useLaterText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const label = text.layout.menu(tab.name);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      const key = errorKey(error);
      const words: Partial<Record<typeof key, string>> = { last_tab: text.layout.lastTab, full: text.layout.archiveFull };
      complain(words[key] ?? text.errors[key]);
    }
  };
  const restore = async () => {
    await restoreTab(group, tab.id);
    say(text.layout.restored(tab.name));
  };
  const archive = async () => {
    await archiveTab(group, tab.id);
    say(text.layout.archived(tab.name), { label: text.post.undo, run: () => void attempt(restore) });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={iconButtonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Ellipsis size={20} aria-hidden />
      </button>
      {isOpen && (
        <OpenMenu label={label} trigger={button} onClose={() => { setOpen(false); }}>
          {order && !order.isFirst && (
            <MenuItem icon={<ArrowUp size={18} aria-hidden />} onAction={() => { order.moveBy(-1); }}>
              {text.layout.up}
            </MenuItem>
          )}
          {order && !order.isLast && (
            <MenuItem icon={<ArrowDown size={18} aria-hidden />} onAction={() => { order.moveBy(1); }}>
              {text.layout.down}
            </MenuItem>
          )}
          {isManaged && (
            <MenuItem icon={<Archive size={18} aria-hidden />} onAction={() => void attempt(archive)}>
              {text.layout.archive}
            </MenuItem>
          )}
        </OpenMenu>
      )}
    </>
  );
}
