/* A script of the older kind, as far as loading is concerned: the first on the page wins, and it has no `loadUI`. */
window.IMP ??= { init() {}, agency() {}, request_pay() {}, certification() {} }
