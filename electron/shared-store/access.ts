import type { Policies } from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import {
  isStoreAddress,
  type SharedFailure,
  type StoreCredentials,
  type StoreSettings,
  type StoreTestReport,
  storeSettingsSchema,
} from '@contract/shared-store';
import { NOTHING_SHARED } from '../connections/shared-file';
import { type Door, type OpenStore, type TestTell, wayIn } from './door';
import type { Asked } from './in-turn';
import { isSamePlace, type StoreInUse } from './in-use';
import type { StoreIdentity } from './port';
import type { Sealed } from './sealed';
import type { WayIn } from './sign-in';
import type { Unsettled } from './unsettled';

export interface AccessPorts {
  readonly inUse: StoreInUse;
  readonly sealed: Pick<Sealed, 'keepRoleSecret' | 'roleSecret'>;
  readonly door: Pick<Door, 'signIn' | 'test'>;
  readonly policies: Pick<Policies, 'sharedStore' | 'forbidExport'>;
  readonly unsettled: Pick<Unsettled, 'forgetAll'>;
}

/** Which store is used, and who is signed in there. What each call does is said at `SharedConnections`. */
export class Access {
  /** A sign-in under way while somebody signs out, or sets up another store, does not count. */
  #signOuts = 0;

  constructor(private readonly ports: AccessPorts) {}

  setUp(settings: StoreSettings): Result<null, SharedFailure> {
    const { inUse, policies } = this.ports;
    if (policies.sharedStore !== null || policies.forbidExport) return refuse({ code: 'not-allowed' });
    const read = storeSettingsSchema.safeParse(settings);
    if (!read.success || !isStoreAddress(read.data.address)) return refuse({ code: 'bad-request' });
    const before = inUse.state;
    const isSame = before.settings !== null && isSamePlace(before.settings, read.data);
    if (!isSame && inUse.mustAnyStayShared) return refuse({ code: 'not-allowed' });
    this.signOut();
    return inUse.change((state) =>
      isSame ? { ...state, settings: read.data } : { ...NOTHING_SHARED, settings: read.data },
    );
  }

  takeDown(): Result<null, SharedFailure> {
    if (this.ports.policies.sharedStore !== null || this.ports.inUse.mustAnyStayShared)
      return refuse({ code: 'not-allowed' });
    this.signOut();
    return this.ports.inUse.change(() => NOTHING_SHARED);
  }

  async test(credentials: StoreCredentials | null, tell: TestTell): Asked<StoreTestReport> {
    const { settings } = this.ports.inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    const session = this.ports.inUse.session?.token ?? null;
    const signOuts = this.#signOuts;
    const way = credentials === null ? session : await this.#wayIn(settings, credentials);
    if (credentials !== null && way === null) return refuse({ code: 'secret-unreadable' });
    const { report, opened } = await this.ports.door.test(settings, way, tell);
    if (opened !== null) {
      const entered = this.#enter(opened, settings, signOuts);
      if (!entered.ok) return entered;
    }
    return ok(report);
  }

  async signIn(
    credentials: StoreCredentials,
    tell: { readonly onBrowser?: (url: string, waitSeconds: number) => void; readonly signal: AbortSignal },
  ): Asked<StoreIdentity> {
    const { settings } = this.ports.inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    const signOuts = this.#signOuts;
    const way = await this.#wayIn(settings, credentials);
    if (way === null) return refuse({ code: 'secret-unreadable' });
    const opened = await this.ports.door.signIn(settings, way, tell);
    return opened.ok ? this.#enter(opened.value, settings, signOuts) : opened;
  }

  async keepRole(
    role: { readonly mount: string; readonly roleId: string },
    secret: string,
  ): Asked<'saved' | 'session-only'> {
    const { settings } = this.ports.inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    const kept = await this.ports.sealed.keepRoleSecret(secret, settings.address);
    if (!kept.ok) return refuse({ code: 'not-saved' });
    const changed = this.ports.inUse.change((state) => ({ ...state, role: { ...role } }));
    return changed.ok ? kept : changed;
  }

  signOut(): void {
    this.#signOuts += 1;
    this.ports.inUse.leave();
    this.ports.unsettled.forgetAll();
  }

  async #wayIn(settings: StoreSettings, credentials: StoreCredentials): Promise<WayIn | null> {
    if (credentials.way !== 'app-role') return wayIn(settings, credentials);
    const { role } = this.ports.inUse.state;
    const secret = await this.ports.sealed.roleSecret(settings.address);
    if (role === null || secret === null) return null;
    return { way: 'app-role', ...role, secretId: async () => ok(secret) };
  }

  #enter(opened: OpenStore, place: StoreSettings, signOuts: number): Result<StoreIdentity, SharedFailure> {
    if (signOuts !== this.#signOuts) {
      opened.close();
      return refuse({ code: 'not-signed-in' });
    }
    this.ports.inUse.enter({ ...opened, place });
    this.ports.unsettled.forgetAll();
    return ok(opened.identity);
  }
}
