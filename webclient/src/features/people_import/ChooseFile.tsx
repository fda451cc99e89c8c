import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './ImportPage.module.css';
import { mostBytes } from './importing.ts';

interface Props {
  isFirst: boolean;
  isBusy: boolean;
  onChoose: (file: File) => void;
  /// What was looked at before is no longer what was chosen.
  onRefuse: () => void;
}

/// A file, by a button or dropped on it. What is certainly none is not sent.
export function ChooseFile({ isFirst, isBusy, onChoose, onRefuse }: Props) {
  const words = useLaterText().peopleImport;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string>();
  const take = (file: File | undefined) => {
    if (!file || isBusy) return;
    const isOther = /\.(xlsx?|ods|numbers|pdf|zip)$/i.test(file.name);
    const wrong = isOther ? words.wrongFile : file.size > mostBytes ? words.tooLarge : undefined;
    setFault(wrong);
    if (wrong === undefined) onChoose(file);
    else onRefuse();
  };
  return (
    <>
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        data-first={isFirst || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        {isFirst && <p className={styles.dropWords}>{words.drop}</p>}
        <Button
          look={isFirst ? 'primary' : 'secondary'}
          icon={<FileUp size={18} aria-hidden />}
          aria-disabled={isBusy}
          onClick={() => input.current?.click()}
        >
          {isFirst ? words.choose : words.chooseOther}
        </Button>
        {isFirst && <p className={styles.muted}>{words.limits}</p>}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={words.file}
          accept=".csv,.txt,text/csv,text/plain"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {fault !== undefined && <Note tone="failure">{fault}</Note>}
    </>
  );
}
