// Runs before the first paint, so that a dark page never flashes white. A file of its own because the
// content security policy allows no inline script. The key is the one in `ui-provider.tsx`.
;(function () {
  var scheme = 'auto'
  try {
    scheme = localStorage.getItem('dangjian-color-scheme') || 'auto'
  } catch (_) {
    // A browser that keeps nothing still gets its own scheme.
  }
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
