/*
 * What a driver does. What the genuine ones draw, and how they tell the buyer that a popup was refused, is not known; so a test
 * says it (`plan`), and what it does not say is silent.
 */

/**
 * @typedef {object} Plan
 * @property {'silent' | 'alerts' | 'calls back' | 'throws'} [refused] what it does about a popup that was refused
 * @property {'fails' | 'hangs'} [cleanup]
 * @property {'rejects' | 'rejects when told' | 'rejects behind its result' | 'waits' | undefined} [prepare] what its promise does
 * once the window is there
 * @property {number} [rejectsAfter] ms from the window to that
 * @property {number} [slow] ms until its window comes
 */

/**
 * @param {string} kind `iframe`, `popup`, `redirection`, `ui`
 * @param {() => Plan} planOf
 * @param {object} outside
 * @param {string} outside.gateway address of the gateway's page
 * @param {(driver: object) => void} outside.tell hands a test what it may do with an open window
 */
export const makeDriver = (kind, planOf, { gateway, tell }) => {
  let element
  let popup
  let isOver = false
  let endTransaction
  const transaction = new Promise(resolve => {
    endTransaction = resolve
  })
  let breakDown
  const brokenDown = new Promise(resolve => {
    breakDown = resolve
  })
  const wait = ms => new Promise(resolve => setTimeout(resolve, ms))

  const draw = prepared => {
    element = document.createElement('div')
    element.className = 'portone-driver-window'
    element.style.cssText = 'position: fixed; inset: 0; z-index: 99999; background: rgb(0 0 0 / 50%)'
    element.textContent = prepared.paymentId
    document.body.append(element)
  }

  const watchPopup = onClose => {
    const look = () => {
      if (isOver) return
      if (popup.closed) void onClose?.()
      else setTimeout(look, 50)
    }
    look()
  }

  return {
    onAfterInitialize: async () => {},

    onAfterPrepare: async ({ prepareResponse: prepared }, listeners) => {
      const plan = planOf()
      if (plan.slow) await wait(plan.slow)
      const { txId, paymentId } = prepared
      const over = async result => {
        isOver = true
        await listeners.onTransactionOver(prepared.transactionType, result)
        endTransaction()
      }
      const ids = { imp_uid: txId, merchant_uid: paymentId }
      tell({
        kind,
        txId,
        order: paymentId,
        popup: () => popup,
        result: over,
        approve: fields => over({ ...ids, ...fields }),
        /** It reports a failure to the script, which 1.5.0 knows as a result only. */
        fail: message =>
          listeners.onFail
            ? listeners.onFail(message)
            : over({ ...ids, error_code: 'F400', error_msg: message }),
        cancel: () => {
          const text = '사용자가 결제를 취소하였습니다.'
          return listeners.onFail
            ? listeners.onFail(text)
            : over({ ...ids, error_code: 'F400', error_msg: text })
        },
        closePopup: () => popup?.close(),
        /** Its promise rejects, where that is planned. */
        breakDown,
        /** Its window goes, and nobody is told. */
        vanish: () => {
          element?.remove()
          popup?.close()
          isOver = true
        },
      })

      if (kind === 'redirection') {
        location.href = `${gateway}?${paymentId}`
        return
      }
      if (kind === 'popup') {
        popup = window.open('about:blank', 'portone-popup', 'width=640,height=600')
        if (popup) watchPopup(listeners.onForceClose)
        else if (plan.refused === 'alerts') alert('팝업이 차단되었습니다. 팝업 차단을 해제해주세요.')
        else if (plan.refused === 'throws') throw new Error('popup blocked')
        else if (plan.refused === 'calls back') {
          const text = '팝업이 차단되어 결제를 진행할 수 없습니다.'
          await (listeners.onFail?.(text) ?? over({ ...ids, error_code: 'F400', error_msg: text }))
        }
      } else draw(prepared)

      if (plan.prepare === 'rejects') await wait(plan.rejectsAfter ?? 0)
      if (plan.prepare === 'rejects when told') await brokenDown
      if (plan.prepare === 'rejects behind its result') await transaction
      if (/^rejects/.test(plan.prepare)) throw new Error('Failed to fetch')
      if (plan.prepare === 'waits') await new Promise(() => {})
    },

    onLoadPaymentUI: async () => draw({ paymentId: 'ui' }),

    onBeforeCleanup: async () => {
      const { cleanup } = planOf()
      isOver = true
      element?.remove()
      popup?.close()
      if (cleanup === 'fails') throw new Error('nothing to clean up')
      if (cleanup === 'hangs') await new Promise(() => {})
    },
  }
}
