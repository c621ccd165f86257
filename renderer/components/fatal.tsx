import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { copyDetails, latestDetails } from '../bugs';

interface State {
  readonly broken: boolean;
  /** Null until they are available, and if main could not be told. */
  readonly details: string | null;
  readonly copied: boolean;
}

/**
 * The last resort: if a screen fails to render, shows a short text and a way to start over instead of a blank window.
 */
export class Fatal extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false, details: null, copied: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  /** React has already reported it (renderer/open.tsx). */
  override componentDidCatch(): void {
    void latestDetails().then((details) => this.setState({ details }));
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="screen-centred" role="alert">
        <h1>{i18next.t('common.fatal.title')}</h1>
        <p>{i18next.t('common.fatal.text')}</p>
        <div className="row">
          {/* Native buttons: the other components may depend on whatever broke. */}
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => window.location.reload()}
          >
            {i18next.t('common.fatal.action')}
          </button>
          {this.state.details === null ? null : (
            <button type="button" className="button" data-kind="plain" onClick={() => void this.#copy()}>
              {i18next.t(this.state.copied ? 'common.fatal.copied' : 'common.fatal.copy')}
            </button>
          )}
        </div>
        {this.state.details === null ? null : <p>{i18next.t('common.fatal.details')}</p>}
      </main>
    );
  }

  async #copy(): Promise<void> {
    if (await copyDetails(this.state.details)) this.setState({ copied: true });
  }
}
