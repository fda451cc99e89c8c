import { Copy } from 'lucide-react';
import { Button } from './Button.tsx';
import styles from './ShownOnce.module.css';
import { complain, say } from './toast.ts';

interface Props {
  address: string;
  hint: string;
  copy: string;
  copied: string;
  copyFailed: string;
}

/// A secret address, shown this once: the server itself could not read it again.
export function ShownOnce({ address, hint, copy, copied, copyFailed }: Props) {
  const toClipboard = async () => {
    try {
      await navigator.clipboard.writeText(address);
      say(copied);
    } catch {
      complain(copyFailed);
    }
  };
  return (
    <div role="status" className={styles.once}>
      <p>{hint}</p>
      <p className={styles.address}>{address}</p>
      <Button look="primary" icon={<Copy size={16} aria-hidden />} onClick={toClipboard}>
        {copy}
      </Button>
    </div>
  );
}
