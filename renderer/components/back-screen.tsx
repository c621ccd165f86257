import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Foot } from './foot';

interface Props {
  /** Where the button leads. */
  readonly back: string;
  readonly onBack: () => void;
  /** Where the data on this screen is stored. */
  readonly kept: string;
  /** What stands above everything, on screens that may have it. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** A screen of one column, with the way back above it. */
export const BackScreen = ({ back, onBack, kept, banner, children }: Props) => (
  <div className="screen">
    {banner === undefined ? null : <header>{banner}</header>}
    <main className="screen-scroll">
      <div className="screen-column">
        <Button kind="quiet" size="small" onPress={onBack}>
          <ArrowLeft size={18} aria-hidden />
          {back}
        </Button>
        {children}
      </div>
    </main>
    <Foot kept={kept} />
  </div>
);
