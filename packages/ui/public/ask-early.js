// Asks the server for what this address opened with the last time, while the page's own code is still being read: on a
// phone that takes as long as the answer. `early-answer.ts` remembers the question and takes the answer; the keys are its
// own and that of `acting-grant.ts`.
;(function () {
  try {
    var here = location.pathname + location.search
    var asked = JSON.parse(localStorage.getItem('dangjian-opening') || '[]').find(function (each) {
      return each[0] === here && each[1].startsWith('/trpc/')
    })
    if (!asked) return
    var headers = { 'x-dangjian': '1' }
    var grant = sessionStorage.getItem('dangjian-acting-grant')
    if (grant) headers['x-acting-grant'] = grant
    var answer = fetch(asked[1], { headers: headers })
    // Whoever takes it hears of a failure as well; where nobody does, nobody needs to.
    answer.catch(function () {})
    window.earlyAnswer = { url: asked[1], grant: grant, answer: answer }
  } catch (_) {
    // A browser that keeps nothing asks when the page does.
  }
})()
