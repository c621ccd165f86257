import i18next from 'i18next';
import { Component, type ReactNode } from 'react';

/** The last line: when a screen breaks down, a short text and the way to start over, never a blank window. */
export class Fatal extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="first" role="alert">
        <h1>{i18next.t('common.fatal.title')}</h1>
        <p>{i18next.t('common.fatal.text')}</p>
        <div className="row">
          {/* A plain button: whatever broke may be what the others lean on. */}
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => window.location.reload()}
          >
            {i18next.t('common.fatal.action')}
          </button>
        </div>
      </main>
    );
  }
}
