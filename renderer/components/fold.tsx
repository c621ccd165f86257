import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './fold.module.css';

/** A disclosure. While closed, its content is not rendered. */
export function Fold({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.fold}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={16} aria-hidden />
        {label}
      </button>
      {open ? <div id={id}>{children}</div> : null}
    </div>
  );
}
