/** Made-up text of those who mean harm: some three hundred strings by kind, each told apart by its number. */
export function hostileStrings(): readonly string[] {
  const payloads = [
    // HTML
    '<script>alert(N)</script>',
    '<img src=x onerror=alert(N)>',
    '<svg onload=alert(N)>',
    '</td></tr></table><script>alert(N)</script>',
    '</style></title></textarea><script>alert(N)</script>',
    '<iframe srcdoc="<script>parent.alert(N)</script>"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://example.com/N">',
    '<base href="https://example.com/N/">',
    '<details open ontoggle=alert(N)>',
    '<!--<img src="--><img src=x onerror=alert(N)//">',
    '<a href="javascript:alert(N)">x</a>',
    '&lt;script&gt;alert(N)&lt;/script&gt;',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(N)>',
    // Attributes
    '" onmouseover="alert(N)',
    "' onfocus='alert(N)' autofocus='",
    '"><img src=x onerror=alert(N)>',
    '" style="position:fixed;inset:0;background:url(https://example.com/N)',
    '` onclick=alert(N) `',
    '" data-figure="tracks.N',
    // Addresses
    'javascript:alert(N)',
    'JaVaScRiPt:alert(N)',
    'java\nscript:alert(N)',
    'data:text/html,<script>alert(N)</script>',
    'vbscript:msgbox(N)',
    'https://example.com/N"onclick="alert(N)',
    'https://example.com\\@evil.example/N',
    'http://user:password@example.com/N',
    // Styles and templates
    'x{}*{background:url(https://example.com/N)}',
    '@import "https://example.com/N";',
    'expression(alert(N))',
    '</style><style>*{display:none}</style>N',
    '{{constructor.constructor("alert(N)")()}}',
    '{{{css}}} N',
    '\u0024{alert(N)}',
    '{n, plural, other {N}}',
    // Direction and invisible letters
    '\u202eNgpj.exe',
    '\u2066N\u202e\u2067N',
    'N\u200b\u200c\u200d\u2060\ufeffN',
    '\u0000N\u0007\u001b[31mN',
    `e${'\u0301'.repeat(80)}N`,
    'مرحبا N שלום',
    // Long words
    `${'A'.repeat(400)}N`,
    `${'漢'.repeat(400)}N`,
    `https://example.com/${'a'.repeat(600)}/N`,
    `${'1234567890'.repeat(40)}N`,
    // Spreadsheets and headers
    '=HYPERLINK("https://example.com/N")',
    '+cmd|" /C calc"!A0 N',
    '-2+3+cmd|N',
    '@SUM(N)',
    '\t=N+1',
    '\r\nBcc: N@example.com',
  ]
  return Array.from({ length: 6 }, (_, round) =>
    payloads.map((text, index) => text.replaceAll('N', String(round * payloads.length + index))),
  ).flat()
}
