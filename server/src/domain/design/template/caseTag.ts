import { CaseTag, evalToken, type Context, type Emitter } from 'liquidjs';
import { operators } from './comparing.ts';

/** `{% case %}`, which compares as `{% if %}` does: what is blank is `""` as well. */
export class Case extends CaseTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const { lenientIf } = context.opts;
    const asked = yield this.value.value(context, lenientIf);
    let isFound = false;
    for (const { values, templates } of this.branches) {
      for (const value of values) {
        if (!(yield operators['==']?.(asked, yield evalToken(value, context, lenientIf), context))) continue;
        isFound = true;
        yield this.liquid.renderer.renderTemplates(templates, context, emitter);
        break;
      }
    }
    if (!isFound) yield this.liquid.renderer.renderTemplates(this.elseTemplates, context, emitter);
  }
}
