import Script from 'next/script'
import type { ReactNode } from 'react'
import './shop.css'

export const metadata = { title: '커피 가게', icons: 'data:,' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="ko">
      <body>
        <main>{children}</main>
        <Script src="/sandbox.js" data-ledger-url="/ledger" strategy="beforeInteractive" />
      </body>
    </html>
  )
}
