import type { ReactNode } from 'react';
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
}

/** A modal dialog. Escape closes it; the focus stays inside and returns to where it was. */
export function Dialog({ title, onClose, children, foot, role = 'dialog' }: Props) {
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
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {children}
          </div>
          <div className={styles.foot}>{foot}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
