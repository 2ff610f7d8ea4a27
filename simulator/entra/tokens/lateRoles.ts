/** How long roles take from the consent page into tokens. */
export interface RoleLag {
  /** Of the simulator's clock. */
  milliseconds: number;
  /** App tokens issued without them, whatever the clock says. */
  tokens: number;
  /** Permissions that are there at once. */
  early: readonly string[];
}

interface Late {
  names: Set<string>;
  from: number;
  tokensLeft: number;
}

const AT_ONCE: RoleLag = { milliseconds: 0, tokens: 0, early: [] };

/** Roles granted on the consent page that are not in app tokens yet: the first tokens may lack some or all of them. */
export class LateRoles {
  readonly lag: RoleLag = { ...AT_ONCE };
  readonly #late = new Map<string, Late>();

  /** Roles the app had before are late for nobody. */
  note(clientId: string, names: readonly string[], now: number): void {
    const { milliseconds, tokens, early } = this.lag;
    if (milliseconds === 0 && tokens === 0) return;
    const late = names.filter((name) => !early.includes(name));
    this.#late.set(clientId, { names: new Set(late), from: now + milliseconds, tokensLeft: tokens });
  }

  /** Those that are in the token issued now. */
  arrived(clientId: string, roles: readonly string[], now: number): readonly string[] {
    const late = this.#late.get(clientId);
    if (!late) return roles;
    late.tokensLeft -= 1;
    if (late.tokensLeft < 0 && late.from <= now) {
      this.#late.delete(clientId);
      return roles;
    }
    return roles.filter((role) => !late.names.has(role));
  }

  reset(): void {
    Object.assign(this.lag, AT_ONCE);
    this.#late.clear();
  }
}
