import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot: ReactNode;
  /** `alertdialog` for a question about losing something. */
  readonly role?: 'dialog' | 'alertdialog';
  /** The title takes the focus, where there is more to read than to do. */
  readonly focusTitle?: boolean;
}

/** A modal dialog. Escape closes it; the focus stays inside and returns to where it was. */
export function Dialog({ title, onClose, children, foot, role = 'dialog', focusTitle = false }: Props) {
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.frame ?? ''}>
        <AriaDialog className={styles.dialog ?? ''} role={role}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
          <div className={`${styles.body} stack`} tabIndex={0}>
            {focusTitle ? (
              <FocusedTitle>{title}</FocusedTitle>
            ) : (
              <Heading slot="title" level={2}>
                {title}
              </Heading>
            )}
            {children}
          </div>
          <div className={styles.foot}>{foot}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function FocusedTitle({ children }: { readonly children: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  // After the dialog under this one lets go of the focus, and before this one takes it where nothing in it has it.
  useEffect(() => ref.current?.focus(), []);
  return (
    <Heading ref={ref} slot="title" level={2} tabIndex={-1}>
      {children}
    </Heading>
  );
}
