/* A script as far as loading is concerned: the first on the page wins, and only the newest has `loadUI`. */
window.IMP ??= { init() {}, agency() {}, request_pay() {}, certification() {} }
if (document.currentScript.src.includes('/v1/')) window.IMP.loadUI ??= () => {}
