import type { ComposeType } from './composeType.ts';

/** HTML with Liquid; every value is escaped unless a template says otherwise. */
export interface SignatureTemplate {
  readonly name: string;
  readonly html: Readonly<Record<ComposeType, string>>;
}

const font = 'font-family:Segoe UI,Arial,sans-serif;font-size:13px;line-height:18px;color:#444444';

/**
 * One row per line of the signature. A row is written only when it has something to say, so nobody's signature has
 * a label without a value. Tables and styles on cells, because classic Outlook renders mail with Word's engine.
 */
const row = (when: string, content: string): string =>
  `{% if ${when} %}<tr><td style="${font};padding:0 0 2px 0;">${content}</td></tr>{% endif %}`;

const name = `{% if displayName != "" %}<tr><td style="font-family:Segoe UI,Arial,sans-serif;font-size:16px;line-height:22px;color:#1f1f1f;padding:0 0 2px 0;"><b>{{ displayName }}</b></td></tr>{% endif %}`;

const role = row(
  'jobTitle != "" or department != ""',
  '{{ jobTitle }}{% if jobTitle != "" and department != "" %} | {% endif %}{{ department }}',
);

const company = row('companyName != ""', '<b>{{ companyName }}</b>');

const phone = (key: string, label: string): string =>
  row(
    `${key} != ""`,
    `{% assign link = ${key} | tel: country %}{% assign first = ${key} | linkedPhone: country %}{% assign rest = ${key} | phone: country | remove_first: first %}${label} {% if link != "" %}<a href="{{ link | raw }}" style="color:#0f6cbd;text-decoration:none;">{{ ${key} | linkedPhone: country }}</a>{{ rest }}{% else %}{{ ${key} }}{% endif %}`,
  );

const mail = row(
  'mail != ""',
  '{% assign link = mail | mailto %}{% if link != "" %}<a href="{{ link | raw }}" style="color:#0f6cbd;text-decoration:none;">{{ mail }}</a>{% else %}{{ mail }}{% endif %}',
);

const address = row(
  'streetAddress != "" or city != ""',
  '{% assign lines = streetAddress | address: postalCode, city, state, country %}{% for line in lines %}{{ line }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
);

const table = (rows: readonly string[]): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;"><tr><td style="border-left:3px solid #0f6cbd;padding:0 0 0 12px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">${rows.join('')}</table></td></tr></table>`;

const full = table([name, role, company, phone('businessPhone', 'T'), phone('mobilePhone', 'M'), mail, address]);
const short = table([name, role, phone('businessPhone', 'T'), phone('mobilePhone', 'M')]);

/** The signature everybody has until an admin designs another: full on new mail, short on replies and forwards. */
export const defaultTemplate: SignatureTemplate = {
  name: 'Undersign default',
  html: { newMail: full, reply: short, forward: short },
};
