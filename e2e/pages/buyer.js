/*
 * The buyer, and whoever answers in the gateway's window: what a test does to whichever window is open, of whichever script. It
 * uses nothing of a script, so that it works on genuine ones as well.
 */
{
  const openDialog = () =>
    [...document.querySelectorAll('.imp-dialog')].find(it => it.style.display === 'block')
  /** The frame that the buyer sees. */
  const shownFrame = () =>
    document.getElementById('imp-iframe') ??
    [...(openDialog()?.querySelectorAll('iframe') ?? [])].find(it => it.style.display !== 'none')

  /** Has the page in a frame do something; the answer comes by a port, because the script reads all messages. */
  const ask = (frame, call, ...args) =>
    new Promise(resolve => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => resolve(data)
      // A frame that has not loaded yet has nobody to answer.
      setTimeout(resolve, 500, {})
      frame.contentWindow.postMessage({ call, args }, '*', [port2])
    })
  /** In the window that is open: the driver's, or a frame. */
  const act = (name, ...args) => {
    const frame = shownFrame()
    if (frame) return ask(frame, name, ...args)
    return Promise.resolve(window.sdkFakeDriver[name](...args)).then(() => undefined)
  }

  /** Runs something in a task of its own, as a click comes. */
  const soon = run => new Promise(resolve => setTimeout(() => resolve(run())))

  window.buyer = {
    ask,
    shownFrame,
    /** Which order the buyer sees: its number, or that a window is empty, or nothing. */
    async shown() {
      const frame = shownFrame()
      if (frame) return (await ask(frame)).order ?? 'an empty window'
      if (openDialog()) return 'an empty window'
      const drawn = document.querySelector('.portone-driver-window')
      return drawn ? drawn.textContent : ''
    },
    approve: fields => soon(() => act('approve', fields)),
    cancel: fields => soon(() => act('cancel', fields)),
    decline: fields => soon(() => act('decline', fields)),
    /** What the page in the frame says to the script. */
    say: (action, data) => soon(() => act('say', typeof data === 'string' ? data : { action, data })),
    act,
  }
}
