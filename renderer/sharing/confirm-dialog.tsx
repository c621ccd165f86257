import { Button } from '../components/button';
import { Dialog } from '../components/dialog';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A question before something that colleagues notice. */
export const ConfirmDialog = ({ title, text, yes, no, busy, onYes, onNo }: Props) => (
  <Dialog
    title={title}
    role="alertdialog"
    onClose={onNo}
    foot={
      <>
        <Button autoFocus isDisabled={busy} onPress={onNo}>
          {no}
        </Button>
        <Button kind="danger" isDisabled={busy} onPress={onYes}>
          {yes}
        </Button>
      </>
    }
  >
    <p>{text}</p>
  </Dialog>
);
