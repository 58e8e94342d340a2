/** VitePress' own theme, with the demo of the first page. */
import DefaultTheme from 'vitepress/theme'
import type { App } from 'vue'
import LiveDemo from './LiveDemo.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }: { app: App }) => {
    app.component('LiveDemo', LiveDemo)
  },
}
