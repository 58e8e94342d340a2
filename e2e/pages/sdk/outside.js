/*
 * How the fakes reach what is outside of the page: the same addresses as the genuine scripts. The tests answer for them
 * (e2e/support/hosts.ts). A page without such answers names other hosts in `window.sdkFakeHosts` beforehand.
 */

export const hosts = {
  service: 'https://service.iamport.kr',
  checkout: 'https://checkout-service.prod.iamport.co',
  drivers: 'https://cdn.portone.io/drivers',
  ...window.sdkFakeHosts,
}

let calls = 0

/** A list by a script tag, as jQuery's `callback=?`. One that fails is never heard of. */
const jsonp = (address, listen) => {
  const name = `sdkFake_${Date.now()}_${calls++}`
  const tag = document.createElement('script')
  window[name] = answer => {
    delete window[name]
    listen(answer)
  }
  tag.onload = tag.onerror = () => tag.remove()
  tag.src = address.replace('callback=?', `callback=${name}`)
  document.head.append(tag)
}

/** An answer that the whole page waits for. Throws where there is none. */
const askAtOnce = address => {
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  request.send(null)
  return { status: request.status, text: request.responseText }
}

/** Adds a script to the page; the promise is that of its end. */
const addScript = (address, parent = document.head) => {
  const element = document.createElement('script')
  const loaded = new Promise((resolve, reject) => {
    element.onload = resolve
    element.onerror = () => reject(`${address} did not load`)
  })
  element.async = true
  element.src = address
  parent.append(element)
  return loaded
}

export const outside = {
  hosts,
  /** The frames' pages are the ones whose messages count. */
  serviceOrigin: new URL(hosts.service).origin,
  jsonp,
  askAtOnce,
  addScript,
  fetch: (...args) => window.fetch(...args),
  makeFrame: () => document.createElement('iframe'),
}
